import assert from "node:assert/strict";

assert.deepEqual(toSendable(1005, "", "server"), []);
assert.deepEqual(toSendable(1006, "", "server"), [1011, "upstream lost"]);
assert.deepEqual(toSendable(1006, "", "client"), [1001, "client lost"]);
assert.deepEqual(toSendable(4401, "token expired", "server"), [4401, "token expired"]);
for (let code = 0; code <= 65535; code += 1) {
  const [sent] = toSendable(code, "why", code % 2 ? "server" : "client");
  const may = (sent >= 1000 && sent <= 1003) || (sent >= 1007 && sent <= 1014) || (sent >= 3000 && sent <= 4999);
  assert.ok(sent === undefined ? code === 1005 : may, `${code} became ${sent}`);
}
