"""Tornado as a client."""

from __future__ import annotations

import asyncio
from typing import Any

from tornado.websocket import websocket_connect

from .common import LIMIT, PING, opened, ready, run_client, told


class Link:
    """One connection."""

    async def follow(self, id: str, url: str) -> None:
        self.connection = await websocket_connect(url, ping_interval=PING, ping_timeout=PING, max_message_size=LIMIT)
        opened(id)
        while await self.connection.read_message() is not None:
            pass
        told(id, code=self.connection.close_code, reason=self.connection.close_reason)

    async def close(self, **arguments: Any) -> None:
        self.connection.close(**arguments)

    async def send(self, message: str) -> None:
        await self.connection.write_message(message)


ready("tornado")
asyncio.run(run_client(Link))
