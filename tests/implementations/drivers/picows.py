"""picows, client and server: its listeners are given frames, and answer a Close frame themselves."""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import Any

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect, ws_create_server

from . import task as tasks
from .task import LIMIT, PING, Task

OPTIONS: dict[str, Any] = {"max_frame_size": LIMIT}
if PING:
    OPTIONS |= {"enable_auto_ping": True, "auto_ping_idle_timeout": PING, "auto_ping_reply_timeout": PING}


class Listener(WSListener):
    """One connection."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.seen: dict[str, Any] = {}

    def on_ws_connected(self, transport: WSTransport) -> None:
        if self.task.do == "close":
            code, reason = self.task.arguments.get("code"), self.task.arguments.get("reason")
            given = {} if code is None else {"close_code": code}
            try:
                transport.send_close(**given, **({} if reason is None else {"close_message": reason.encode()}))
            except Exception as error:
                tasks.refused(self.task, error)
                transport.disconnect(False)
        elif self.task.do == "exit":
            tasks.leave_process()

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        if frame.msg_type == WSMsgType.CLOSE:
            try:
                self.seen = {"code": frame.get_close_code(), "reason": frame.get_close_message() or ""}
            except Exception as error:
                self.seen = {"text": tasks.text(error)}
            transport.send_close(frame.get_close_code() or 1000)
            transport.disconnect()
        elif self.task.do == "raise":
            raise tasks.ApplicationError

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        if isinstance(self.seen.get("reason"), bytes):
            self.seen["reason"] = self.seen["reason"].decode(errors="backslashreplace")
        told = "on_ws_frame(CLOSE) on_ws_disconnected" if "code" in self.seen else "on_ws_disconnected"
        tasks.saw(self.task, **{"text": told, **self.seen})


async def client(task: Task) -> None:
    """One connection as a client."""
    if task.do != "drop":
        await ws_connect(lambda: Listener(task), task.url, **OPTIONS)
        return
    connection = await ws_connect(WSListener, task.url, **OPTIONS)
    del connection
    gc.collect()
    await asyncio.sleep(1)
    tasks.nothing(task)


async def run_client() -> None:
    """Start the tasks as they come."""
    tasks.ready("picows")
    lines = tasks.tasks()
    while task := await asyncio.to_thread(next, lines, None):
        await client(task)


async def run_server() -> None:
    """Serve until the process is ended."""
    server = await ws_create_server(
        lambda request: Listener(Task.from_path(request.path.decode())), "127.0.0.1", 0, **OPTIONS
    )
    tasks.ready("picows", port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(run_server() if sys.argv[1] == "server" else run_client())
