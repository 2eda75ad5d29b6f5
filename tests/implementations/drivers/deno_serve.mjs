// Deno.serve with Deno.upgradeWebSocket.

import { PING, keepGoing, saw, say, taskIn, tryClose } from "./task.mjs";

const options = PING ? { idleTimeout: 1 } : { idleTimeout: 120 }; // whole seconds; Pings go out in half of it

/** Follows one connection. @param {WebSocket} ws @param {import("./task.mjs").Task} task */
function follow(ws, task) {
  const events = [];
  ws.onopen = () => {
    if (task.do === "close") tryClose(task, (...given) => ws.close(...given));
  };
  ws.onmessage = () => {
    if (task.do === "raise") throw new Error("app error");
  };
  ws.onerror = ({ message }) => events.push(`error(${message})`);
  ws.onclose = ({ code, reason, wasClean }) => {
    events.push("close");
    saw(task, { code, reason, clean: wasClean, text: events.join(" ") });
  };
}

keepGoing();
const onListen = ({ port }) => say({ version: Deno.version.deno, using: [], port });
Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, (request) => {
  const { search } = new URL(request.url);
  const task = taskIn(`/${search}`);
  if (task.do === "refuse") return new Response("no", { status: 403 });
  const { socket, response } = Deno.upgradeWebSocket(request, options);
  follow(socket, task);
  return response;
});
