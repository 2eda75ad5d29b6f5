"""An ASGI application that does what the path says, without a framework."""

from __future__ import annotations

from typing import Any

from .common import BIG, ApplicationError, Task, opened, refused, told, when_due


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """One connection."""
    if scope["type"] != "websocket":
        return
    task = Task.from_path("?" + scope["query_string"].decode())
    await receive()  # websocket.connect
    if task.do == "refuse":
        await send({"type": "websocket.close"})
    elif task.do == "status":
        await send({"type": "websocket.http.response.start", "status": task.status, "headers": []})
        await send({"type": "websocket.http.response.body", "body": b""})
    else:
        await send({"type": "websocket.accept"})
        opened(task.id)
        await _converse(task, receive, send)


async def _converse(task: Task, receive: Any, send: Any) -> None:
    """Act on each message until told that it is over."""
    while (event := await receive())["type"] != "websocket.disconnect":
        if task.do == "return":
            return
        await _act(task, send)
    told(task.id, code=event.get("code"), reason=event.get("reason") or "")


async def _act(task: Task, send: Any) -> None:
    if task.do == "raise":
        raise ApplicationError
    if task.do == "send":
        await send({"type": "websocket.send", "text": "a" * BIG})
    if task.do in ("close", "close-later"):
        await when_due(task)
        try:
            await send({"type": "websocket.close", **task.arguments})
        except Exception as error:
            refused(task.id, error)
            raise
