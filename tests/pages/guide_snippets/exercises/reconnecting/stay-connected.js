for (const [attempt, least, most] of [[0, 0, 5_000], [1, 5_000, 10_000], [2, 10_000, 20_000], [9, 30_000, 60_000]]) {
  for (let i = 0; i < 200; i += 1) {
    const wait = delayBefore(attempt);
    assert(wait >= least && wait <= most, `attempt ${attempt} waits ${wait}`);
  }
}

const attemptsUntil = (paths, enough) => new Promise((resolve) => {
  const asked = [];
  const next = { toString: () => PEER + (paths[asked.length] ?? paths.at(-1)) };
  let made = 0;
  const stop = stayConnected(next, () => {
    made += 1;
    if (made === enough) { stop?.(); resolve([made, asked]); }
  }, {
    delay: (attempt) => { asked.push(attempt); return 1; },
    onGiveUp: (code) => resolve([made, asked, code]),
  });
});

const lost = await attemptsUntil(["/drop"], 4);
assert(String(lost) === "4,0,1,2", `lost: ${lost}`);
const refused = await attemptsUntil(["/refuse/503", "/close/1012", "/close/1008"], 9);
assert(String(refused) === "3,0,1,1008", `refused: ${refused}`);
const done = await attemptsUntil(["/close/1000"], 9);
assert(String(done) === "1,,1000", `done: ${done}`);

let opened = 0;
const stopAtOnce = stayConnected(`${PEER}/drop`, () => { opened += 1; }, {
  delay: () => 1,
  onGiveUp: () => { throw new Error("stopping is not giving up"); },
});
stopAtOnce();
await new Promise((resolve) => setTimeout(resolve, 300));
assert(opened === 1, `connected ${opened} times after being stopped`);
