const said = (path) => new Promise((resolve) => watch(new WebSocket(PEER + path), resolve));

assert((await said("/drop")).startsWith('closed 1006 "" clean=false, open for 0 s'), "drop");
assert((await said("/close/4001")).startsWith('closed 4001 "why" clean=true'), "4001");
assert((await said("/refuse/403")).startsWith("never opened"), "403");
