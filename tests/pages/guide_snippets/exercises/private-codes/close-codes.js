import assert from "node:assert/strict";

const all = Object.values(CLOSE);
assert.ok(all.every(({ code }) => code >= 4000 && code <= 4999));
assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
assert.ok(all.every(({ reason }) => new TextEncoder().encode(reason).length <= 123));
assert.deepEqual(all.filter(({ code }) => mayRetry(code)), [CLOSE.DRAINING]);
assert.equal(mayRetry(1006), false);
