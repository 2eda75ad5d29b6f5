"""What Autobahn does in a connection, on asyncio and on Twisted alike: only one of them can be loaded."""

from __future__ import annotations

import sys
from typing import Any

from . import task as tasks
from .task import LIMIT, PING, Task

OPTIONS: dict[str, Any] = {"maxMessagePayloadSize": LIMIT, "maxFramePayloadSize": LIMIT}
if PING:
    OPTIONS |= {"autoPingInterval": PING, "autoPingTimeout": PING}
if "--no-drop" in sys.argv:
    OPTIONS |= {"failByDrop": False, "echoCloseCodeReason": True}


class Behaviour:
    """What both roles do in a connection."""

    tried: Task | None = None

    def onOpen(self) -> None:
        if self.tried.do == "close":
            try:
                self.sendClose(**self.tried.arguments)
            except Exception as error:
                tasks.refused(self.tried, error)
        elif self.tried.do == "exit":
            tasks.leave_process()

    def onMessage(self, payload: bytes, isBinary: bool) -> None:
        if self.tried.do == "raise":
            raise tasks.ApplicationError

    def onClose(self, wasClean: bool, code: int | None, reason: str | None) -> None:
        if self.tried:
            tasks.saw(self.tried, code=code, reason=reason or "", clean=wasClean, text="onClose")
