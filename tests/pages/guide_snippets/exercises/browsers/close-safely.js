const sent = (code) => new Promise((resolve) => {
  const tested = new WebSocket(`${PEER}/echo`);
  tested.addEventListener("open", () => closeSafely(tested, code, "why"));
  tested.addEventListener("close", (event) => resolve(event.code)); // the peer echoes
});

for (const [asked, got] of [[1000, 1000], [1001, 4001], [1011, 4011], [3000, 3000], [4999, 4999], [5000, 4000]]) {
  assert(await sent(asked) === got, `${asked} should go out as ${got}`);
}
const closed = { close: (code) => { assert(code === 1000 || (code >= 3000 && code <= 4999), code); } };
for (let code = 0; code <= 65535; code += 1) closeSafely(closed, code);
socket.close(1000);
