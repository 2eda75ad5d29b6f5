"""aiohttp, client and server."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, ClientWSTimeout, WSMsgType, web

from . import task as tasks
from .task import LIMIT, PING, Task

Socket = ClientWebSocketResponse | web.WebSocketResponse


async def follow(ws: Socket, task: Task) -> None:
    """Do what the task says and report."""
    if task.do == "close":
        await close(ws, task)
    elif task.do == "raise":
        await ws.receive()
        raise tasks.ApplicationError
    elif task.do == "wait":
        await wait(ws, task)


async def close(ws: Socket, task: Task) -> None:
    """Close and report what the connection says afterwards."""
    arguments: dict[str, Any] = dict(task.arguments)
    if "reason" in arguments:
        arguments["message"] = arguments.pop("reason").encode()
    try:
        done = await ws.close(**arguments)
    except Exception as error:
        tasks.refused(task, error)
    else:
        tasks.saw(task, code=ws.close_code, text=f"close() returned {done}, exception()={shown(ws.exception())}")


async def wait(ws: Socket, task: Task) -> None:
    """Receive until a message says that the connection is over, and report it."""
    while True:
        message = await ws.receive()
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            break
    text = f"WSMsgType.{message.type.name} data={shown(message.data)}; exception()={shown(ws.exception())}"
    tasks.saw(task, code=ws.close_code, reason=message.extra or "", text=text)


def shown(value: object) -> str:
    """A value or exception in words."""
    return tasks.text(value) if isinstance(value, BaseException) else str(value)


async def client(session: ClientSession, task: Task) -> None:
    """One connection as a client."""
    timeout = ClientWSTimeout(ws_close=10)
    connecting = session.ws_connect(task.url, max_msg_size=LIMIT, heartbeat=PING, timeout=timeout)
    if task.do == "drop":
        ws = await connecting
        del ws
        gc.collect()
        await asyncio.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        await connecting
        sys.exit()
    else:
        await in_scope(await connecting, task)


async def in_scope(ws: ClientWebSocketResponse, task: Task) -> None:
    """Use the connection as `async with session.ws_connect(...)` does, and report its code when that ended it."""
    with contextlib.suppress(tasks.ApplicationError):
        await follow(ws, task)
    await ws.close()
    if task.do in ("raise", "leave"):
        tasks.saw(task, code=ws.close_code)


async def run_client() -> None:
    """Do the tasks one after another."""
    tasks.ready("aiohttp")
    lines = tasks.tasks()
    async with ClientSession() as session:
        while task := await asyncio.to_thread(next, lines, None):
            await client(session, task)


async def handler(request: web.Request) -> web.StreamResponse:
    """One connection as a server."""
    task = Task.from_path(request.path_qs)
    if task.do == "refuse":
        raise web.HTTPForbidden
    ws = web.WebSocketResponse(max_msg_size=LIMIT, heartbeat=PING)
    await ws.prepare(request)
    if task.do in ("raise", "return"):
        tasks.nothing(task)
    await follow(ws, task)
    return ws


def run_server() -> None:
    """Serve until told to stop."""
    application = web.Application()
    application.router.add_get("/", handler)
    sock = tasks.listener()

    async def started(_: web.Application) -> None:
        tasks.ready("aiohttp", port=sock.getsockname()[1])

    application.on_startup.append(started)
    web.run_app(application, sock=sock, print=None)


if __name__ == "__main__":
    run_server() if sys.argv[1] == "server" else asyncio.run(run_client())
