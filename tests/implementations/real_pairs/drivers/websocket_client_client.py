"""websocket-client: WebSocketApp in a thread, closed by a callback in that thread or from another.

With `"in": "callback"` in the `open` command, `on_message` waits for the command to close and closes; without, the
close call comes from another thread than the one that reads.
"""

from __future__ import annotations

import asyncio
import queue
from typing import Any

import websocket

from .common import PING, opened, ready, run_client, say, text


class Link:
    """One connection.  `follow` runs the application in a thread; the other calls come from threads of their own."""

    in_callback = False

    async def follow(self, id: str, url: str) -> None:
        await asyncio.to_thread(self._follow, id, url)

    def _on_message(self) -> None:
        if self.in_callback:
            self.application.close(**self.closes.get())

    def _follow(self, id: str, url: str) -> None:
        self.closes: queue.Queue[dict[str, Any]] = queue.Queue()
        errors: list[str] = []
        closed: list[tuple[int | None, str | None]] = []
        self.application = websocket.WebSocketApp(
            url, on_open=lambda app: opened(id), on_message=lambda app, message: self._on_message(),
            on_error=lambda app, error: errors.append(text(error)),
            on_close=lambda app, code, reason: closed.append((code, reason)),
        )  # fmt: skip
        self.application.run_forever(ping_interval=PING or 0, ping_timeout=PING and PING / 2)
        code, reason = closed[0] if closed else (None, None)
        calls = [f"on_error({error})" for error in errors] + [f"on_close{call}" for call in closed]
        what: dict[str, Any] = {"text": " ".join(calls)} | ({"reason": reason} if reason else {})
        if code is None and errors:
            what["error"] = True
        else:
            what["code"] = code
        say(id=id, event="told", **what)

    async def close(self, code: int | None = None) -> None:
        arguments = {} if code is None else {"status": code}
        if self.in_callback:
            self.closes.put(arguments)
            return
        await asyncio.to_thread(self.application.close, **arguments)

    async def send(self, message: str) -> None:
        await asyncio.to_thread(self.application.send, message)


ready("websocket-client")
asyncio.run(run_client(Link))
