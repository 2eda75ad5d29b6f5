// Runs in the page: one connection with the WebSocket interface.

/** Opens the connection of a task. */
globalThis.opened = function opened(task) {
  const ws = new WebSocket(task.url);
  return new Promise((resolve) => {
    ws.onopen = () => resolve(ws.readyState);
  });
};

/** Does what the task says and gives what the application was told. */
globalThis.follow = function follow(task) {
  const { code, reason } = task.arguments;
  let ws = new WebSocket(task.url);
  const events = [];
  return new Promise((resolve) => {
    if (task.do === "drop") {
      ws.onopen = () => {
        ws = null;
        globalThis.gc();
        setTimeout(resolve, 1000, {});
      };
      return;
    }
    ws.onopen = () => {
      events.push("open");
      if (task.do !== "close") return;
      try {
        if (reason !== undefined) ws.close(code, reason);
        else if (code !== undefined) ws.close(code);
        else ws.close();
      } catch (error) {
        resolve({ refused: `${error.name}: ${error.message}` });
      }
    };
    ws.onmessage = () => {
      events.push("message");
      if (task.do === "raise") throw new Error("app error");
    };
    ws.onerror = () => events.push("error");
    ws.onclose = (event) => {
      events.push("close");
      resolve({ code: event.code, reason: event.reason, clean: event.wasClean, text: events.join(" ") });
    };
  });
};
