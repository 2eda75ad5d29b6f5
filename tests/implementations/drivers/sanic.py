"""Sanic with its WebSocket handler."""

from __future__ import annotations

import asyncio
import logging

from sanic import Request, Sanic, Websocket

from . import task as tasks
from .task import LIMIT, PING, Task

app = Sanic("measured")
app.config.WEBSOCKET_MAX_SIZE = LIMIT
app.config.WEBSOCKET_PING_INTERVAL = app.config.WEBSOCKET_PING_TIMEOUT = PING
app.config.GRACEFUL_SHUTDOWN_TIMEOUT = 3


@app.websocket("/")
async def handler(request: Request, connection: Websocket) -> None:
    """One connection."""
    task = Task.from_path(f"?{request.query_string}")
    if task.do == "raise":
        tasks.nothing(task)
        await connection.recv()
        raise tasks.ApplicationError
    if task.do == "close":
        await close(connection, task)
    elif task.do == "wait":
        await wait(connection, task)
    else:
        tasks.nothing(task)


async def close(connection: Websocket, task: Task) -> None:
    """Close and report what the connection says afterwards."""
    try:
        await connection.close(**task.arguments)
    except Exception as error:
        tasks.refused(task, error)
    else:
        state = connection.ws_proto
        tasks.saw(task, code=state.close_code, reason=state.close_reason or "")


async def wait(connection: Websocket, task: Task) -> None:
    """Receive until the handler is told that it is over: by cancelling, mostly."""
    told = "recv() gave None"
    try:
        while await connection.recv() is not None:
            pass
    except (Exception, asyncio.CancelledError) as error:
        told = tasks.text(error)
        raise
    finally:
        tasks.saw(task, code=connection.ws_proto.close_code, text=told)


@app.after_server_start
async def say(app: Sanic) -> None:
    """Say that it is up."""
    tasks.ready("sanic", "websockets", port=sock.getsockname()[1])


logging.disable(logging.CRITICAL)
sock = tasks.listener()
app.run(sock=sock, single_process=True, motd=False, access_log=False)
