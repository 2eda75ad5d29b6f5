"""An ASGI application that does what the path says (no framework in between)."""

from __future__ import annotations

import asyncio
from typing import Any

from . import task as tasks
from .task import Task


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """One connection."""
    if scope["type"] != "websocket":
        return
    task = Task.from_path("?" + scope["query_string"].decode())
    await receive()  # websocket.connect
    if task.do == "refuse":
        await send({"type": "websocket.close", "code": 4403, "reason": "no"})
        return
    await send({"type": "websocket.accept"})
    if task.do == "close":
        await close(task, receive, send)
    elif task.do == "raise":
        tasks.nothing(task)
        await receive()
        raise tasks.ApplicationError
    elif task.do == "wait":
        await wait(task, receive)
    else:
        tasks.nothing(task)


async def close(task: Task, receive: Any, send: Any) -> None:
    """Close, and report what the application still receives afterwards."""
    try:
        await send({"type": "websocket.close", **task.arguments})
    except Exception as error:
        tasks.refused(task, error)
        return
    try:
        await asyncio.wait_for(wait(task, receive), tasks.LONGER)
    except Exception as error:
        tasks.saw(task, text=f"receive() after close: {tasks.text(error)}")


async def wait(task: Task, receive: Any) -> None:
    """Receive until the disconnect event and report it."""
    while (event := await receive())["type"] != "websocket.disconnect":
        pass
    tasks.saw(task, code=event.get("code"), reason=event.get("reason") or "", text="websocket.disconnect")
