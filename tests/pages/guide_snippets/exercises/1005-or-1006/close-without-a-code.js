const { code, wasClean } = await new Promise((resolve) => socket.addEventListener("close", resolve));
assert(code === 1005 && wasClean, `got ${code} ${wasClean}`);
