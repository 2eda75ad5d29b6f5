// The WebSocket that Node.js has built in since version 22.

import { runClient } from "./events.mjs";
import { keepGoing, say } from "./task.mjs";

if (!globalThis.WebSocket) throw new Error(`Node.js ${process.versions.node} has no WebSocket; 22 or later is needed`);

keepGoing();
say({ version: process.versions.node, using: [`undici ${process.versions.undici}`], port: null });
runClient((url) => new WebSocket(url));
