"""Tornado, client and server."""

from __future__ import annotations

import asyncio
import gc
import sys

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

from . import task as tasks
from .task import LIMIT, PING, Task


async def client(task: Task) -> None:
    """One connection as a client."""
    connection = await websocket_connect(task.url, ping_interval=PING, ping_timeout=PING, max_message_size=LIMIT)
    if task.do == "drop":
        del connection
        gc.collect()
        await asyncio.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        sys.exit()
    elif task.do == "close" and not close(connection, task):
        return
    else:
        await wait(connection, task)


def close(connection: WebSocketClientConnection | WebSocketHandler, task: Task) -> bool:
    """Close, or report the refusal."""
    try:
        connection.close(**task.arguments)
    except Exception as error:
        tasks.refused(task, error)
        return False
    return True


async def wait(connection: WebSocketClientConnection, task: Task) -> None:
    """Read until the connection is closed and report how."""
    while await connection.read_message() is not None:
        pass
    tasks.saw(task, code=connection.close_code, reason=connection.close_reason, text="read_message() -> None")


async def run_client() -> None:
    """Do the tasks one after another."""
    tasks.ready("tornado")
    lines = tasks.tasks()
    while task := await asyncio.to_thread(next, lines, None):
        await client(task)


class Handler(WebSocketHandler):
    """One connection as a server."""

    def prepare(self) -> None:
        self.tried = Task.from_path(self.request.uri)
        if self.tried.do == "refuse":
            raise HTTPError(403)

    def open(self) -> None:
        if self.tried.do == "close":
            close(self, self.tried)

    def on_message(self, message: str | bytes) -> None:
        if self.tried.do == "raise":
            raise tasks.ApplicationError

    def on_close(self) -> None:
        tasks.saw(self.tried, code=self.close_code, reason=self.close_reason, text="on_close")


async def run_server() -> None:
    """Serve until the process is ended."""
    settings = {"websocket_ping_interval": PING, "websocket_ping_timeout": PING} if PING else {}
    sock = tasks.listener()
    server = HTTPServer(Application([("/", Handler)], websocket_max_message_size=LIMIT, **settings))
    server.add_sockets([sock])
    tasks.ready("tornado", port=sock.getsockname()[1])
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(run_server() if sys.argv[1] == "server" else run_client())
