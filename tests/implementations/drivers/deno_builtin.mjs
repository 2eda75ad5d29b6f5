// The WebSocket that Deno has built in.

import { runClient } from "./events.mjs";
import { keepGoing, say } from "./task.mjs";

keepGoing();
say({ version: Deno.version.deno, using: [], port: null });
runClient((url) => new WebSocket(url));
