"""uvicorn with the WebSocket back end named by the first argument."""

from __future__ import annotations

import sys

import uvicorn

from .asgi import application
from .common import LIMIT, PING, listener, ready

BACK_END = sys.argv[1]


class Server(uvicorn.Server):
    """A server that says when it is up."""

    async def startup(self, sockets: object = None) -> None:
        await super().startup(sockets)
        ready("uvicorn", BACK_END.removesuffix("-sansio"), port=sock.getsockname()[1])


sock = listener()
ping = {"ws_ping_interval": PING, "ws_ping_timeout": PING} if PING else {}
config = uvicorn.Config(application, ws=BACK_END, ws_max_size=LIMIT, lifespan="off", log_level="critical", **ping)
Server(config).run([sock])
