// ws as a client, with its own events.

import { LIMIT, failed, opened, ready, require, runClient, shown, told } from "./common.mjs";

const { WebSocket } = require("ws");

ready("ws");
runClient((id, url) => {
  const ws = new WebSocket(url, { maxPayload: LIMIT, perMessageDeflate: false });
  ws.on("open", () => opened(id));
  ws.on("error", (error) => failed(id, `error(${shown(error)})`));
  ws.on("close", (code, reason) => told(id, { code, reason: String(reason) }));
  return ws;
});
