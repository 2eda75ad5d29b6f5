// A client with the browser's WebSocket interface, for every library that has it.

import { doTasks, nothing, saw, text, tryClose } from "./task.mjs";

/**
 * Does the tasks with a WebSocket constructor.
 * @param {(url: string) => WebSocket} open
 */
export function runClient(open) {
  doTasks((task) => {
    let ws = open(task.url);
    const events = [];
    if (task.do === "drop") return setTimeout(() => drop(), 100);
    ws.onopen = () => {
      events.push("open");
      if (task.do === "close") tryClose(task, (...given) => ws.close(...given));
      if (task.do === "exit") process.exit();
    };
    ws.onmessage = () => {
      events.push("message");
      if (task.do === "raise") throw new Error("app error");
    };
    ws.onerror = (event) => events.push(shown(event));
    ws.onclose = ({ code, reason, wasClean }) => {
      events.push("close");
      saw(task, { code, reason, clean: wasClean, text: events.join(" ") });
    };

    function drop() {
      ws = null;
      globalThis.gc?.();
      setTimeout(() => nothing(task), 1000);
    }
  });
}

/** An error event in words. @param {{error?: Error, message?: string}} event */
function shown(event) {
  if (event.message) return `error(${event.message})`;
  return event.error ? `error(${text(event.error)})` : "error";
}
