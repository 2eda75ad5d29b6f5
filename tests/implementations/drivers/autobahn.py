"""Autobahn on asyncio, with its defaults (failByDrop) or with `--no-drop`."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from typing import Any

from autobahn.asyncio.websocket import (
    WebSocketClientFactory,
    WebSocketClientProtocol,
    WebSocketServerFactory,
    WebSocketServerProtocol,
)
from autobahn.websocket.types import ConnectionDeny

from . import task as tasks
from .autobahn_behaviour import OPTIONS, Behaviour
from .task import Task


class Client(Behaviour, WebSocketClientProtocol):
    """One connection as a client; the factory carries its task."""

    def onConnect(self, response: object) -> None:
        self.tried = self.factory.tried


class Server(Behaviour, WebSocketServerProtocol):
    """One connection as a server."""

    def onConnect(self, request: Any) -> None:
        self.tried = Task(**json.loads(request.params["task"][0]))
        if self.tried.do == "refuse":
            raise ConnectionDeny(403, "no")


async def client(task: Task) -> None:
    """One connection as a client."""
    factory = WebSocketClientFactory(task.url)
    factory.protocol, factory.tried = Client, task
    factory.setProtocolOptions(**OPTIONS)
    connecting = asyncio.get_running_loop().create_connection(factory, factory.host, factory.port)
    if task.do == "drop":
        connection = await connecting
        await asyncio.sleep(0.2)
        del connection
        gc.collect()
        await asyncio.sleep(1)
        tasks.nothing(task)
        return
    await connecting


async def run_client() -> None:
    """Start the tasks as they come."""
    tasks.ready("autobahn")
    lines = tasks.tasks()
    while task := await asyncio.to_thread(next, lines, None):
        await client(task)


async def run_server() -> None:
    """Serve until the process is ended."""
    factory = WebSocketServerFactory()
    factory.protocol = Server
    factory.setProtocolOptions(**OPTIONS)
    sock = tasks.listener()
    await asyncio.get_running_loop().create_server(factory, sock=sock)
    tasks.ready("autobahn", port=sock.getsockname()[1])
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(run_server() if sys.argv[1] == "server" else run_client())
