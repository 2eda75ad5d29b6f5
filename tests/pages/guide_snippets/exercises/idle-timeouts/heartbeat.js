const ended = (path, options) => new Promise((resolve) => {
  const tested = new WebSocket(PEER + path);
  let heard = 0;
  tested.addEventListener("open", () => beat(tested, options));
  tested.addEventListener("message", () => { heard += 1; if (heard === 3) tested.close(1000); });
  const close = tested.close.bind(tested);
  tested.close = (code, reason) => { close(code, reason); resolve([code, heard]); };
});

assert(String(await ended("/silent", { every: 20, patience: 50 })) === "4408,0", "silence ends it");
assert(String(await ended("/echo", { every: 20, patience: 500 })) === "1000,3", "answers keep it open");
socket.close(1000);
