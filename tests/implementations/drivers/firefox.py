"""Firefox over WebDriver BiDi: WebSocket, with the script that Chromium runs too."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from support import empty_pages
from support.firefox import Failed, Firefox

from . import task as tasks
from .task import Task

SCRIPT = Path(__file__).with_name("chromium_websocket.js")

SETTLED = 0.03
"""Seconds after which the console holds what belongs to an event."""

COLLECT = "Services.obs.notifyObservers(null, 'child-gc-request')"
"""What the button of about:memory does: the processes of pages collect their garbage."""


class Page:
    """The page in which connections are opened, one after another."""

    def __init__(self) -> None:
        self.firefox = Firefox(self.heard)
        self.console: list[str] = []
        self.home = empty_pages.serve()
        self._collecting: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        """Start Firefox and go to an empty page.  Raises `Failed`."""
        await self.firefox.start(None, "--remote-allow-system-access")
        send = self.firefox.send
        await send("session.subscribe", events=["log.entryAdded", "script.message"])
        contexts = (await send("browsingContext.getTree"))["contexts"]
        self.context: str = contexts[0]["context"]
        chrome = (await send("browsingContext.getTree", **{"moz:scope": "chrome"}))["contexts"]
        self.chrome: str = chrome[0]["context"]
        await send(
            "script.addPreloadScript", functionDeclaration=f"channel => {{ globalThis.gc = channel; {SCRIPT.read_text()} }}",
            arguments=[{"type": "channel", "value": {"channel": "gc"}}],
        )  # fmt: skip
        await self.go()

    async def go(self) -> None:
        """Go to the empty page, perhaps again."""
        await self.firefox.send("browsingContext.navigate", context=self.context, url=self.home, wait="complete")

    def heard(self, event: str, values: dict[str, Any]) -> None:
        """A line in the console, or a page that asks for garbage to be collected."""
        if event == "log.entryAdded":
            self.console.append(f"console: {values['text']}")
        elif event == "script.message":
            collecting = asyncio.create_task(self.firefox.evaluate(self.chrome, COLLECT))
            self._collecting.add(collecting)
            collecting.add_done_callback(self._collecting.discard)

    async def follow(self, task: Task) -> None:
        """One connection."""
        self.console.clear()
        function = "opened" if task.do == "exit" else "follow"
        seen = await self.firefox.evaluate(self.context, f"{function}({json.dumps(vars(task))})")
        if task.do == "exit":
            await self.go()
            tasks.nothing(task)
        elif "refused" in seen:
            tasks.refused_as(task, seen["refused"])
        elif not seen:
            tasks.nothing(task)
        else:
            await asyncio.sleep(SETTLED)
            console = [text for text in self.console if "WebSocket" in text or "ws://" in text]
            tasks.saw(task, **{**seen, "text": "; ".join([seen["text"], *console])})


async def run() -> None:
    """Start Firefox and do the tasks one after another, until there are no more."""
    page = Page()
    await page.start()
    try:
        tasks.say(version=page.firefox.version, using=[], port=None)
        while line := await asyncio.to_thread(sys.stdin.readline):
            doing = asyncio.create_task(page.follow(Task(**json.loads(line))))
            doing.add_done_callback(_complain)
    finally:
        await page.firefox.stop()


def _complain(doing: asyncio.Task[None]) -> None:
    if not doing.cancelled() and (error := doing.exception()):
        print(repr(error), file=sys.stderr)


if __name__ == "__main__":
    try:
        asyncio.run(run())
    except Failed as error:
        sys.exit(str(error))
