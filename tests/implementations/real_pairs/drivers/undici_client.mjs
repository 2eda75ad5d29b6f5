// undici's WebSocket.

import { follow, ready, require, runClient } from "./common.mjs";

const { WebSocket } = require("undici");

ready("undici");
runClient((id, url) => follow(id, new WebSocket(url)));
