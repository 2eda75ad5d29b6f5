// The WebSocket that Bun has built in.

import { runClient } from "./events.mjs";
import { keepGoing, say } from "./task.mjs";

keepGoing();
globalThis.gc ??= () => Bun.gc(true);
say({ version: Bun.version, using: [], port: null });
runClient((url) => new WebSocket(url));
