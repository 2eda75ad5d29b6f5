"""Hypercorn with TLS, doing what the path of a connection says: as server.mjs."""

from __future__ import annotations

import asyncio
import importlib.metadata
import json
import socket
import sys
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config


def say(**what: Any) -> None:
    """Write one line."""
    print(json.dumps(what), flush=True)


async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """One request or connection."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b"page"})
        return
    if scope["type"] != "websocket":
        return
    path = scope["path"]
    say(path=path, opened=f"HTTP/{scope['http_version']}")
    await receive()
    if path.startswith("/refuses"):
        await send({"type": "websocket.close"})  # HTTP 403
        return
    await send({"type": "websocket.accept"})
    while (event := await receive())["type"] != "websocket.disconnect":
        if path.startswith("/closes"):
            await send({"type": "websocket.close", "code": 4001, "reason": "bye"})
    say(path=path, code=event.get("code"), reason=event.get("reason") or "")


def main() -> None:
    """Serve until the input ends."""
    key, certificate = sys.argv[1:]
    sock = socket.create_server(("127.0.0.1", 0))
    config = Config()
    config.bind, config.keyfile, config.certfile = [f"fd://{sock.fileno()}"], key, certificate
    config.accesslog = None
    say(port=sock.getsockname()[1], version=importlib.metadata.version("hypercorn"))

    async def run() -> None:
        done = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(sys.stdin, lambda: None if sys.stdin.readline() else done.set())
        await serve(app, config, shutdown_trigger=done.wait)

    asyncio.run(run())


if __name__ == "__main__":
    main()
