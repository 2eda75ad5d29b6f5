"""websockets as a client, asyncio API."""

from __future__ import annotations

import asyncio
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK

from .common import LIMIT, PING, opened, ready, run_client, text, told


class Link:
    """One connection."""

    async def follow(self, id: str, url: str) -> None:
        self.connection = await connect(
            url, max_size=LIMIT, compression=None, proxy=None, ping_interval=PING, ping_timeout=PING
        )
        opened(id)
        try:
            while True:
                await self.connection.recv()
        except ConnectionClosed as error:
            told(id, code=self.connection.close_code, reason=self.connection.close_reason,
                 clean=isinstance(error, ConnectionClosedOK), text=text(error))  # fmt: skip

    async def close(self, **arguments: Any) -> None:
        await self.connection.close(**arguments)

    async def send(self, message: str) -> None:
        await self.connection.send(message)


ready("websockets")
asyncio.run(run_client(Link))
