// ws through its browser-like interface.

import { runClient } from "./events.mjs";
import { ready, require } from "./task.mjs";

const { WebSocket } = require("ws");

ready("ws");
runClient((url) => new WebSocket(url));
