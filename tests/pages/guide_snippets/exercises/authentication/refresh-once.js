const outcome = (tokens) => new Promise((resolve) => {
  let asked = 0;
  openWithToken(`${PEER}/token`, async ({ fresh }) => { asked += 1; return tokens[fresh ? 1 : 0]; }, {
    onReady: (socket) => { socket.close(1000); resolve(["ready", asked]); },
    onRefused: (code, reason) => resolve([code, asked, reason]),
  });
});

assert(String(await outcome(["good"])) === "ready,1", "a good token");
assert(String(await outcome(["old", "good"])) === "ready,2", "a stale token is renewed");
assert(String(await outcome(["old", "old"])) === "4401,2,token expired", "no endless loop");
