"""websockets, asyncio API."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK

from . import task as tasks
from .task import LIMIT, PING, Task


async def follow(connection: Connection, task: Task) -> None:
    """Do what the task says and report."""
    if task.do == "close":
        await close(connection, task)
    elif task.do == "raise":
        await connection.recv()
        raise tasks.ApplicationError
    elif task.do == "wait":
        await wait(connection, task)


async def close(connection: Connection, task: Task) -> None:
    """Close and report what the connection says afterwards."""
    try:
        await connection.close(**task.arguments)
    except Exception as error:
        tasks.refused(task, error)
        connection.transport.abort()
    else:
        tasks.saw(task, code=connection.close_code, reason=connection.close_reason)


async def wait(connection: Connection, task: Task) -> None:
    """Receive until the connection is closed and report how."""
    try:
        while True:
            await connection.recv()
    except ConnectionClosed as error:
        tasks.saw(task, code=connection.close_code, reason=connection.close_reason,
                  clean=isinstance(error, ConnectionClosedOK), text=tasks.text(error))  # fmt: skip


async def client(task: Task) -> None:
    """One connection as a client."""
    connection = await connect(task.url, max_size=LIMIT, compression=None, proxy=None,
                               ping_interval=PING, ping_timeout=PING)  # fmt: skip
    if task.do == "drop":
        del connection
        gc.collect()
        await asyncio.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        sys.exit()
    else:
        await in_scope(connection, task)


async def in_scope(connection: ClientConnection, task: Task) -> None:
    """Use the connection as a context manager, and report its code when that ended it."""
    try:
        async with connection:
            await follow(connection, task)
    except tasks.ApplicationError:
        pass
    if task.do in ("raise", "leave"):
        tasks.saw(task, code=connection.close_code)


async def run_client() -> None:
    """Do the tasks one after another."""
    tasks.ready("websockets")
    lines = tasks.tasks()
    while task := await asyncio.to_thread(next, lines, None):
        await client(task)


async def handler(connection: ServerConnection) -> None:
    """One connection as a server."""
    task = Task.from_path(connection.request.path)
    if task.do in ("raise", "return"):
        tasks.nothing(task)
    await follow(connection, task)


def refuse(connection: ServerConnection, request: object) -> object:
    """Answer the handshake with 403 when the task says so."""
    task = Task.from_path(connection.request.path)
    if task.do != "refuse":
        return None
    tasks.nothing(task)
    return connection.respond(403, "no\n")


async def run_server() -> None:
    """Serve until told to stop."""
    sock = tasks.listener()
    async with serve(handler, sock=sock, process_request=refuse, max_size=LIMIT, compression=None,
                     ping_interval=PING, ping_timeout=PING) as server:  # fmt: skip
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, server.close)
        tasks.ready("websockets", port=sock.getsockname()[1])
        await server.wait_closed()


if __name__ == "__main__":
    asyncio.run(run_server() if sys.argv[1] == "server" else run_client())
