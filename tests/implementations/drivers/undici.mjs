// undici's WebSocket.

import { runClient } from "./events.mjs";
import { ready, require } from "./task.mjs";

const { WebSocket } = require("undici");

ready("undici");
runClient((url) => new WebSocket(url));
