// ws, client and server, with its own events.

import { LIMIT, ROLE, doTasks, nothing, ready, require, saw, taskIn, text, tryClose } from "./task.mjs";

const { WebSocket, WebSocketServer } = require("ws");

/** Follows one connection. @param {import("ws").WebSocket} ws @param {import("./task.mjs").Task} task */
function follow(ws, task) {
  const events = [];
  ws.on("error", (error) => events.push(`error(${text(error)})`));
  ws.on("message", () => {
    if (task.do === "raise") throw new Error("app error");
  });
  ws.on("close", (code, reason) => {
    events.push("close");
    saw(task, { code, reason: String(reason), text: events.join(" ") });
  });
}

/** Does what the task says to an open connection. @param {import("ws").WebSocket} ws @param {import("./task.mjs").Task} task */
function act(ws, task) {
  if (task.do === "close") tryClose(task, (...given) => ws.close(...given));
  if (task.do === "exit") process.exit();
}

function client(task) {
  let ws = new WebSocket(task.url, { maxPayload: LIMIT, perMessageDeflate: false });
  if (task.do === "drop") return ws.on("open", () => drop());
  follow(ws, task);
  ws.on("open", () => act(ws, task));

  function drop() {
    ws = null;
    globalThis.gc?.();
    setTimeout(() => nothing(task), 1000);
  }
}

function runServer() {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: LIMIT });
  server.on("connection", (ws, request) => {
    const task = taskIn(request.url);
    follow(ws, task);
    act(ws, task);
  });
  server.on("listening", () => ready("ws", [], server.address().port));
}

if (ROLE === "server") runServer();
else {
  ready("ws");
  doTasks(client);
}
