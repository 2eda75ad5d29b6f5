// The npm package websocket as a server.

import { createServer } from "node:http";

import { LIMIT, PING, act, failed, opened, ready, require, shown, taskIn, told } from "./common.mjs";

const { server: Server } = require("websocket");

const http = createServer();
const limits = { maxReceivedFrameSize: LIMIT, maxReceivedMessageSize: LIMIT };
const ping = PING ? { keepaliveInterval: PING, keepaliveGracePeriod: PING } : {};
const server = new Server({ httpServer: http, autoAcceptConnections: false, ...limits, ...ping });
server.on("request", (request) => {
  const task = taskIn(request.httpRequest.url);
  if (task.do === "refuse" || task.do === "status") {
    request.reject(task.status ?? 403);
    return;
  }
  const connection = request.accept(null, request.origin);
  connection.on("error", (error) => failed(task.id, `error(${shown(error)})`));
  connection.on("message", () => act(task, connection, (text) => connection.sendUTF(text)));
  connection.on("close", (code, reason) => told(task.id, { code, reason }));
  opened(task.id);
});
http.listen(0, "127.0.0.1", () => ready("websocket", http.address().port));
