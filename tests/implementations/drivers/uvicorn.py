"""uvicorn with the WebSocket back end named by the argument after the role."""

from __future__ import annotations

import sys

import uvicorn

from . import task as tasks
from .asgi import application
from .task import LIMIT, PING

BACK_END = sys.argv[2]


class Server(uvicorn.Server):
    """A server that says when it is up."""

    async def startup(self, sockets: object = None) -> None:
        await super().startup(sockets)
        tasks.ready("uvicorn", BACK_END.removesuffix("-sansio"), port=sock.getsockname()[1])


sock = tasks.listener()
ping = {"ws_ping_interval": PING, "ws_ping_timeout": PING} if PING else {}
Server(uvicorn.Config(application, ws=BACK_END, ws_max_size=LIMIT, lifespan="off", log_level="critical", **ping)).run(
    [sock]
)
