// Bun.serve with its WebSocket handlers.

import { LIMIT, keepGoing, saw, say, taskIn, tryClose } from "./task.mjs";

keepGoing();
const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  fetch(request, self) {
    const { search } = new URL(request.url);
    const task = taskIn(`/${search}`);
    if (task.do === "refuse") return new Response("no", { status: 403 });
    self.upgrade(request, { data: task });
  },
  websocket: {
    maxPayloadLength: LIMIT,
    open(ws) {
      if (ws.data.do === "close") tryClose(ws.data, (...given) => ws.close(...given));
    },
    message(ws) {
      if (ws.data.do === "raise") throw new Error("app error");
    },
    close(ws, code, reason) {
      saw(ws.data, { code, reason, text: "close" });
    },
  },
});
say({ version: Bun.version, using: [], port: server.port });
