// Runs in the page: one connection with the WebSocketStream interface.

/** Opens the connection of a task. */
globalThis.opened = async function opened(task) {
  globalThis.kept = new WebSocketStream(task.url);
  await globalThis.kept.opened;
};

/** Does what the task says and gives what the application was told. */
globalThis.follow = async function follow(task) {
  const { code, reason } = task.arguments;
  let stream = new WebSocketStream(task.url);
  const { readable } = await stream.opened;
  if (task.do === "drop") {
    stream = null;
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return {};
  }
  if (task.do === "close") {
    try {
      const info = { closeCode: code, reason };
      if (code === undefined && reason === undefined) stream.close();
      else stream.close(info);
    } catch (error) {
      return { refused: `${error.name}: ${error.message}` };
    }
  }
  const read = consume(readable, task);
  try {
    const { closeCode, reason: said } = await stream.closed;
    return { code: closeCode, reason: said, clean: true, text: await read };
  } catch (error) {
    return { code: error.closeCode, reason: error.reason, clean: false, text: `${await read}; ${error.name}: ${error.message}` };
  }
};

/** Reads until the end; an exception of the application cancels the reading. */
async function consume(readable, task) {
  const events = ["opened"];
  try {
    for await (const _ of readable) {
      events.push("message");
      if (task.do === "raise") throw new Error("app error");
    }
  } catch {
    // the closed promise tells why
  }
  return [...events, "closed"].join(" ");
}
