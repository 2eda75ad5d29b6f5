"""websocket-client: its low-level connection for sending, WebSocketApp for what an application is told."""

from __future__ import annotations

import gc
import sys
import time
from typing import Any

import websocket

from . import task as tasks
from .task import PING, Task


def close(task: Task) -> None:
    """Close a low-level connection."""
    connection = websocket.create_connection(task.url)
    arguments: dict[str, Any] = dict(task.arguments)
    if "code" in arguments:
        arguments["status"] = arguments.pop("code")
    if "reason" in arguments:
        arguments["reason"] = arguments["reason"].encode()
    try:
        connection.close(**arguments)
    except Exception as error:
        tasks.refused(task, error)
    else:
        tasks.saw(task, text="close() returned; it swallows the peer's frame, no code available")


def wait(task: Task) -> None:
    """Run an application until it is closed and report its callbacks."""
    errors: list[str] = []
    closed: list[tuple[int | None, str | None]] = []

    def on_message(app: object, message: object) -> None:
        if task.do == "raise":
            raise RuntimeError("app error")

    application = websocket.WebSocketApp(
        task.url, on_message=on_message, on_error=lambda app, error: errors.append(tasks.text(error)),
        on_close=lambda app, code, reason: closed.append((code, reason)),
    )  # fmt: skip
    application.run_forever(ping_interval=PING or 0, ping_timeout=PING and PING / 2)
    code, reason = closed[0] if closed else (None, None)
    tasks.saw(task, code=code, reason=reason or "", text=f"on_error: {errors}; on_close({code!r}, {reason!r})")


def client(task: Task) -> None:
    """One connection."""
    if task.do == "close":
        close(task)
    elif task.do == "drop":
        connection = websocket.create_connection(task.url)
        del connection
        gc.collect()
        time.sleep(1)
        tasks.nothing(task)
    elif task.do == "exit":
        connection = websocket.create_connection(task.url)
        tasks.leave_process()
    else:
        wait(task)


def run() -> None:
    """Do the tasks one after another."""
    tasks.ready("websocket-client")
    for task in tasks.tasks():
        client(task)


if __name__ == "__main__":
    assert sys.argv[1] == "client"
    run()
