import os
import subprocess
import tempfile

from websockets.asyncio.server import serve

PEER = os.environ["PEER"]

with socket.create_server(("127.0.0.1", 0)) as unused:
    closed_port = unused.getsockname()[1]

assert asyncio.run(probe(f"{PEER}/echo")) == "open: the handshake works"
assert asyncio.run(probe(f"{PEER}/refuse/403")) == "HTTP: status 403 instead of 101"
assert asyncio.run(probe(f"ws://127.0.0.1:{closed_port}/")) == "TCP: connection refused"
assert asyncio.run(probe("ws://no-such-host.invalid/")).startswith("DNS: ")


async def probe_self_signed(folder: str) -> str:
    """Probe a server whose certificate nobody vouches for."""
    key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
    request = f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout {key} -out {certificate}"
    subprocess.run(["openssl", *request.split()], check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    async with serve(lambda websocket: websocket.wait_closed(), "127.0.0.1", 0, ssl=tls) as server:
        return await probe(f"wss://127.0.0.1:{server.sockets[0].getsockname()[1]}/")


with tempfile.TemporaryDirectory() as folder:
    said = asyncio.run(probe_self_signed(folder))
assert said.startswith("TLS: ") and "CERTIFICATE_VERIFY_FAILED" in said, said
