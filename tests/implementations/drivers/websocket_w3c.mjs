// The npm package websocket through its browser-like interface.

import { runClient } from "./events.mjs";
import { ready, require } from "./task.mjs";

const { w3cwebsocket: WebSocket } = require("websocket");

ready("websocket");
runClient((url) => new WebSocket(url));
