"""Tornado as a server."""

from __future__ import annotations

import asyncio
import logging

from tornado.httpserver import HTTPServer
from tornado.web import Application
from tornado.websocket import WebSocketHandler

from .common import BIG, LIMIT, PING, ApplicationError, Task, listener, opened, ready, refused, told, when_due


class Handler(WebSocketHandler):
    """One connection."""

    def prepare(self) -> None:
        self.given = Task.from_path(self.request.uri)
        if self.given.do in ("refuse", "status"):
            self.set_status(self.given.status)
            self.finish()

    def check_origin(self, origin: str) -> bool:
        return True

    def open(self) -> None:
        opened(self.given.id)

    async def on_message(self, message: str | bytes) -> None:
        if self.given.do == "raise":
            raise ApplicationError
        if self.given.do == "send":
            await self.write_message("a" * BIG)
        if self.given.do in ("close", "close-later"):
            await when_due(self.given)
            try:
                self.close(**self.given.arguments)
            except Exception as error:
                refused(self.given.id, error)
                raise

    def on_close(self) -> None:
        told(self.given.id, code=self.close_code, reason=self.close_reason)


async def run() -> None:
    """Serve until the process is ended."""
    settings = {"websocket_ping_interval": PING, "websocket_ping_timeout": PING} if PING else {}
    sock = listener()
    server = HTTPServer(Application([("/", Handler)], websocket_max_message_size=LIMIT, **settings))
    server.add_sockets([sock])
    ready("tornado", port=sock.getsockname()[1])
    await asyncio.Event().wait()


logging.disable(logging.CRITICAL)
asyncio.run(run())
