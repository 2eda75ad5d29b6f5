import assert from "node:assert/strict";

const bytes = (text) => new TextEncoder().encode(text).length;
assert.equal(fitReason("bye"), "bye");
assert.equal(fitReason("x".repeat(123)), "x".repeat(123));
assert.equal(fitReason("x".repeat(124)), "x".repeat(123));
assert.equal(fitReason("é".repeat(62)), "é".repeat(61));
assert.equal(fitReason(`${"x".repeat(121)}€`), "x".repeat(121));
assert.equal(fitReason(`${"x".repeat(120)}😀`), "x".repeat(120));
assert.equal(fitReason(`${"x".repeat(119)}😀`), `${"x".repeat(119)}😀`);
assert.ok([..."a€😀é"].every((letter) => bytes(fitReason(letter.repeat(200))) <= 123));
