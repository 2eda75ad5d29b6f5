// The npm package websocket, client and server, with its own events.

import { createServer } from "node:http";

import { LIMIT, PING, ROLE, doTasks, ready, require, saw, taskIn, text, tryClose } from "./task.mjs";

const { client: Client, server: Server } = require("websocket");
const limits = { maxReceivedFrameSize: LIMIT, maxReceivedMessageSize: LIMIT };

/** Follows one open connection and does what the task says. @param {any} connection @param {import("./task.mjs").Task} task */
function follow(connection, task) {
  const events = [];
  connection.on("error", (error) => events.push(`error(${text(error)})`));
  connection.on("message", () => {
    if (task.do === "raise") throw new Error("app error");
  });
  connection.on("close", (code, reason) => {
    events.push("close");
    saw(task, { code, reason, text: events.join(" ") });
  });
  if (task.do === "close") tryClose(task, (...given) => connection.close(...given));
  if (task.do === "exit") process.exit();
}

function client(task) {
  const connecting = new Client(limits);
  connecting.on("connect", (connection) => follow(connection, task));
  connecting.connect(task.url);
}

function runServer() {
  const http = createServer();
  const milliseconds = PING && PING * 1000;
  const ping = PING ? { keepaliveInterval: milliseconds, keepaliveGracePeriod: milliseconds } : {};
  const server = new Server({ httpServer: http, autoAcceptConnections: false, ...limits, ...ping });
  server.on("request", (request) => {
    const task = taskIn(request.httpRequest.url);
    if (task.do === "refuse") request.reject(403, "no");
    else follow(request.accept(null, request.origin), task);
  });
  http.listen(0, "127.0.0.1", () => ready("websocket", [], http.address().port));
}

if (ROLE === "server") runServer();
else {
  ready("websocket");
  doTasks(client);
}
