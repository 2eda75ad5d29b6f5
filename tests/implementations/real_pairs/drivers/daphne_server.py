"""Daphne with a plain ASGI application, or with `channels` as first argument with a consumer of Channels."""

from __future__ import annotations

import logging
import sys
from typing import Any

from daphne.server import Server

from .common import BIG, PING, ApplicationError, Task, opened, ready, refused, told, when_due

CHANNELS = sys.argv[1] == "channels"
if CHANNELS:
    from channels.generic.websocket import AsyncWebsocketConsumer
    from django.conf import settings

    settings.configure()

    class Consumer(AsyncWebsocketConsumer):
        """One connection with Channels."""

        async def connect(self) -> None:
            self.task = Task.from_path("?" + self.scope["query_string"].decode())
            if self.task.do == "refuse":
                await self.close()
            else:
                await self.accept()
                opened(self.task.id)

        async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
            if self.task.do == "raise":
                raise ApplicationError
            if self.task.do == "send":
                await self.send(text_data="a" * BIG)
            if self.task.do in ("close", "close-later"):
                await when_due(self.task)
                try:
                    await self.close(**self.task.arguments)
                except Exception as error:
                    refused(self.task.id, error)
                    raise

        async def disconnect(self, code: int | None) -> None:
            told(self.task.id, code=code)

    application: Any = Consumer.as_asgi()
else:
    from .asgi import application


class Announced(Server):
    """A server that says when it is up."""

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        number = port.getHost().port
        if CHANNELS:
            ready("channels", "daphne", "autobahn", port=number)
        else:
            ready("daphne", "autobahn", "twisted", port=number)


logging.disable(logging.CRITICAL)
ping = {"ping_interval": PING, "ping_timeout": PING} if PING else {"ping_interval": 0}
Announced(application, endpoints=["tcp:port=0:interface=127.0.0.1"], **ping).run()
