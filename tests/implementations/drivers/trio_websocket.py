"""trio-websocket, client."""

from __future__ import annotations

import sys

import trio
from trio_websocket import ConnectionClosed, WebSocketConnection, open_websocket_url

from . import task as tasks
from .task import LIMIT, Task


async def follow(connection: WebSocketConnection, task: Task) -> None:
    """Do what the task says."""
    if task.do == "exit":
        sys.exit()
    if task.do == "close":
        try:
            await connection.aclose(**task.arguments)
        except Exception as error:
            tasks.refused(task, error)
    while task.do in ("wait", "raise"):
        await connection.get_message()
        if task.do == "raise":
            raise tasks.ApplicationError


async def client(task: Task) -> None:
    """One connection, in the scope that its context manager gives it."""
    text = ""
    try:
        async with open_websocket_url(task.url, max_message_size=LIMIT) as connection:
            await follow(connection, task)
    except ConnectionClosed as error:
        text = f"trio_websocket.ConnectionClosed: {error}"
    except tasks.ApplicationError:
        pass
    if connection.closed:
        tasks.saw(task, code=connection.closed.code, reason=connection.closed.reason or "", text=text)
    else:
        tasks.saw(task, text=text or "closed is None")


async def run() -> None:
    """Start the tasks as they come."""
    tasks.ready("trio-websocket", "wsproto")
    lines = tasks.tasks()
    async with trio.open_nursery() as nursery:
        while task := await trio.to_thread.run_sync(next, lines, None):
            nursery.start_soon(client, task)


if __name__ == "__main__":
    sys.exit(trio.run(run))
