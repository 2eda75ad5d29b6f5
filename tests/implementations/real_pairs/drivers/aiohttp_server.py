"""aiohttp as a server."""

from __future__ import annotations

from typing import Any

from aiohttp import WSMsgType, web

from .common import BIG, LIMIT, PING, ApplicationError, Task, listener, opened, ready, refused, text, told, when_due


async def handler(request: web.Request) -> web.StreamResponse:
    """One connection."""
    task = Task.from_path(request.path_qs)
    if task.do in ("refuse", "status"):
        return web.Response(status=task.status)
    ws = web.WebSocketResponse(max_msg_size=LIMIT, heartbeat=PING)
    await ws.prepare(request)
    opened(task.id)
    while (message := await ws.receive()).type in (WSMsgType.TEXT, WSMsgType.BINARY):
        if task.do == "return":
            return ws
        await act(ws, task)
    error = ws.exception()
    said = f"WSMsgType.{message.type.name}" + (f"; exception(): {text(error)}" if error else "")
    told(task.id, code=ws.close_code, reason=message.extra or "", text=said)
    return ws


async def act(ws: web.WebSocketResponse, task: Task) -> None:
    """What the task wants when a message came."""
    if task.do == "raise":
        raise ApplicationError
    if task.do == "send":
        await ws.send_str("a" * BIG)
    if task.do in ("close", "close-later"):
        await when_due(task)
        arguments: dict[str, Any] = task.arguments
        try:
            await ws.close(**arguments)
        except Exception as error:
            refused(task.id, error)
            raise


def run() -> None:
    """Serve until told to stop."""
    application = web.Application()
    application.router.add_get("/", handler)
    sock = listener()

    async def started(_: web.Application) -> None:
        ready("aiohttp", port=sock.getsockname()[1])

    application.on_startup.append(started)
    web.run_app(application, sock=sock, print=None, access_log=None)


run()
