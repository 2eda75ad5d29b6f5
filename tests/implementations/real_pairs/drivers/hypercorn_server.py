"""Hypercorn on asyncio."""

from __future__ import annotations

import asyncio

from hypercorn.asyncio import serve
from hypercorn.config import Config

from .asgi import application
from .common import LIMIT, PING, listener, ready

sock = listener()
config = Config()
config.bind = [f"fd://{sock.fileno()}"]
config.websocket_max_message_size = LIMIT
config.websocket_ping_interval = PING
config.errorlog = None


async def run() -> None:
    """Serve until told to stop."""
    asyncio.get_running_loop().call_later(0.5, lambda: ready("hypercorn", "wsproto", port=sock.getsockname()[1]))
    await serve(application, config)


asyncio.run(run())
