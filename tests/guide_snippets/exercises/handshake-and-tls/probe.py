import os

PEER = os.environ["PEER"]
address = PEER.removeprefix("ws://")

with socket.create_server(("127.0.0.1", 0)) as unused:
    closed_port = unused.getsockname()[1]

assert asyncio.run(probe(f"{PEER}/echo")) == "open: the handshake works"
assert asyncio.run(probe(f"{PEER}/refuse/403")) == "HTTP: status 403 instead of 101"
assert asyncio.run(probe(f"ws://127.0.0.1:{closed_port}/")) == "TCP: connection refused"
assert asyncio.run(probe(f"wss://{address}/")).startswith("TLS: ")
assert asyncio.run(probe("ws://no-such-host.invalid/")).startswith("DNS: ")
