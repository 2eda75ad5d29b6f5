// The WebSocket that Node.js has built in since version 22.

import { follow, runClient, say } from "./common.mjs";

say({ version: process.versions.node, using: [`undici ${process.versions.undici}`], port: null });
runClient((id, url) => follow(id, new WebSocket(url)));
