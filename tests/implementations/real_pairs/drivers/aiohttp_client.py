"""aiohttp as a client."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import ClientSession, ClientWSTimeout, WSMsgType

from .common import LIMIT, PING, opened, ready, run_client, text, told


class Link:
    """One connection; `receive()` in one task, `close()` in another, and what `close_code` says when both are done."""

    async def follow(self, id: str, url: str) -> None:
        self.closed = asyncio.Event()
        self.closing = False
        async with (
            ClientSession() as session,
            session.ws_connect(url, max_msg_size=LIMIT, heartbeat=PING, timeout=ClientWSTimeout(ws_close=10)) as ws,
        ):
            self.ws = ws
            opened(id)
            while (message := await ws.receive()).type in (WSMsgType.TEXT, WSMsgType.BINARY):
                pass
            if self.closing:
                await self.closed.wait()
            error = ws.exception()
            said = f"WSMsgType.{message.type.name}" + (f"; exception(): {text(error)}" if error else "")
            told(id, code=ws.close_code, reason=message.extra or "", text=said)

    async def close(self, code: int | None = None) -> None:
        arguments: dict[str, Any] = {} if code is None else {"code": code}
        self.closing = True
        try:
            await self.ws.close(**arguments)
        finally:
            self.closed.set()

    async def send(self, message: str) -> None:
        await self.ws.send_str(message)


ready("aiohttp")
asyncio.run(run_client(Link))
