"""Daphne with an ASGI application of its own, or with a consumer of Channels when `channels` follows the role."""

from __future__ import annotations

import logging
import sys
from typing import Any

from daphne.server import Server

from . import task as tasks
from .task import PING, Task

CHANNELS = "channels" in sys.argv[2:]
if CHANNELS:
    from channels.generic.websocket import AsyncWebsocketConsumer
    from django.conf import settings

    settings.configure()

    class Consumer(AsyncWebsocketConsumer):
        """One connection with Channels."""

        async def connect(self) -> None:
            self.tried = Task.from_path("?" + self.scope["query_string"].decode())
            if self.tried.do == "refuse":
                await self.close()
                return
            await self.accept()
            if self.tried.do == "close":
                try:
                    await self.close(**self.tried.arguments)
                except Exception as error:
                    tasks.refused(self.tried, error)

        async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
            if self.tried.do == "raise":
                raise tasks.ApplicationError

        async def disconnect(self, code: int | None) -> None:
            tasks.saw(self.tried, code=code, text="disconnect(code)")

    application: Any = Consumer.as_asgi()
    VERSIONS: tuple[str, ...] = ("channels", "daphne", "autobahn")
else:
    from .asgi import application

    VERSIONS = ("daphne", "autobahn")


class Announced(Server):
    """A server that says when it is up."""

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        tasks.ready(*VERSIONS, port=port.getHost().port)


logging.disable(logging.CRITICAL)
ping = {"ping_interval": PING, "ping_timeout": PING} if PING else {"ping_interval": 0}
Announced(application, endpoints=["tcp:port=0:interface=127.0.0.1"], **ping).run()
