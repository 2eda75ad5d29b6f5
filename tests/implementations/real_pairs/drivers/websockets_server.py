"""websockets as a server, asyncio API; `--recipe` closes on SIGTERM as its documentation shows."""

from __future__ import annotations

import asyncio
import http
import logging
import signal
import sys

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK

from .common import BIG, LIMIT, PING, ApplicationError, Task, listener, opened, ready, refused, text, told, when_due


async def handler(connection: ServerConnection) -> None:
    """One connection."""
    task = Task.from_path(connection.request.path)
    opened(task.id)
    try:
        while True:
            await connection.recv()
            if task.do == "return":
                return
            await act(connection, task)
    except ConnectionClosed as error:
        told(task.id, code=connection.close_code, reason=connection.close_reason,
             clean=isinstance(error, ConnectionClosedOK), text=text(error))  # fmt: skip


async def act(connection: ServerConnection, task: Task) -> None:
    """What the task wants when a message came."""
    if task.do == "raise":
        raise ApplicationError
    if task.do == "send":
        await connection.send("a" * BIG)
    if task.do in ("close", "close-later"):
        await when_due(task)
        try:
            await connection.close(**task.arguments)
        except Exception as error:
            refused(task.id, error)
            raise


def refuse(connection: ServerConnection, request: object) -> object:
    """Answer the handshake with a status when the task says so."""
    task = Task.from_path(connection.request.path)
    if task.do not in ("refuse", "status"):
        return None
    return connection.respond(http.HTTPStatus(task.status), "no\n")


async def run() -> None:
    """Serve until told to stop."""
    sock = listener()
    async with serve(handler, sock=sock, process_request=refuse, max_size=LIMIT, compression=None,
                     ping_interval=PING, ping_timeout=PING) as server:  # fmt: skip
        if "--recipe" in sys.argv:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, server.close)
        ready("websockets", port=sock.getsockname()[1])
        await server.wait_closed()


logging.disable(logging.CRITICAL)
asyncio.run(run())
