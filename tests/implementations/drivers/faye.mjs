// faye-websocket, client and server.

import { createServer } from "node:http";

import { runClient } from "./events.mjs";
import { LIMIT, PING, ROLE, nothing, ready, require, saw, taskIn, tryClose } from "./task.mjs";

const WebSocket = require("faye-websocket");
const options = { maxLength: LIMIT, ...(PING ? { ping: PING } : {}) };

/** Follows one connection of the server. @param {any} ws @param {import("./task.mjs").Task} task */
function follow(ws, task) {
  const events = [];
  ws.on("error", ({ message }) => events.push(`error(${message})`));
  ws.on("message", () => {
    if (task.do === "raise") throw new Error("app error");
  });
  ws.on("close", ({ code, reason }) => {
    events.push("close");
    saw(task, { code, reason, text: events.join(" ") });
  });
  if (task.do === "close") ws.on("open", () => tryClose(task, (...given) => ws.close(...given)));
  if (task.do === "return") nothing(task);
}

function runServer() {
  const http = createServer();
  http.on("upgrade", (request, socket, body) => {
    follow(new WebSocket(request, socket, body, [], options), taskIn(request.url));
  });
  http.listen(0, "127.0.0.1", () => ready("faye-websocket", ["websocket-driver"], http.address().port));
}

if (ROLE === "server") runServer();
else {
  ready("faye-websocket", ["websocket-driver"]);
  runClient((url) => new WebSocket.Client(url, [], options));
}
