// ws as a server.

import { LIMIT, act, failed, opened, ready, require, shown, taskIn, told } from "./common.mjs";

const { WebSocketServer } = require("ws");

/** Refuses when the task says so. */
function verifyClient({ req }, done) {
  const task = taskIn(req.url);
  const refused = task.do === "refuse" || task.do === "status";
  done(!refused, task.status ?? 403);
}

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: LIMIT, verifyClient });
server.on("connection", (ws, request) => {
  const task = taskIn(request.url);
  ws.on("error", (error) => failed(task.id, `error(${shown(error)})`));
  ws.on("message", () => act(task, ws, (text) => ws.send(text)));
  ws.on("close", (code, reason) => told(task.id, { code, reason: String(reason) }));
  opened(task.id);
});
server.on("listening", () => ready("ws", server.address().port));
