"""Firefox over WebDriver BiDi.  `leave`, `back` and `shut` do what a person does with the page or tab.

Commands and reports are those of Chromium's driver, and so is the page's script.  A page that is `own` is a tab of
its own.  `--no-page-cache` switches the back/forward cache off.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from support import empty_pages
from support.firefox import Failed, Firefox

from .common import say

SCRIPT = Path(__file__).with_name("chromium_client.js")

UNKEPT: dict[str, bool | int | str] = {"browser.sessionhistory.max_total_viewers": 0}
"""No page stays in the back/forward cache."""


def report(event: str, values: dict[str, Any]) -> None:
    """Pass on what a page says."""
    if event == "script.message":
        print(values["data"]["value"], flush=True)


class Tabs:
    """The open pages, by the ids of their browsing contexts."""

    def __init__(self) -> None:
        self.firefox = Firefox(report)
        self.home = empty_pages.serve()
        self.shared: asyncio.Task[str] | None = None
        self.own: dict[str, str] = {}

    async def start(self) -> None:
        """Start Firefox.  Raises `Failed`."""
        await self.firefox.start(UNKEPT if "--no-page-cache" in sys.argv else None)
        await self.firefox.send("session.subscribe", events=["script.message"])
        await self.firefox.send(
            "script.addPreloadScript", functionDeclaration=f"report => {{ globalThis.report = report; {SCRIPT.read_text()} }}",
            arguments=[{"type": "channel", "value": {"channel": "report"}}],
        )  # fmt: skip

    async def new(self) -> str:
        """A new tab with an empty page."""
        context: str = (await self.firefox.send("browsingContext.create", type="tab"))["context"]
        await self.go(context, self.home)
        return context

    async def go(self, context: str, url: str) -> None:
        """Go to an address."""
        await self.firefox.send("browsingContext.navigate", context=context, url=url, wait="complete")

    async def obey(self, command: dict[str, Any]) -> None:
        """Follow one command."""
        id, do = command["id"], command["do"]
        if do == "tab":
            await self.tab(id, command["page"] == "own")
            say(id=id, event="tab")
            return
        page = self.own.get(id)
        if page and do == "leave":
            await self.go(page, self.home + "elsewhere")
        elif page and do == "back":
            await self.firefox.send("browsingContext.traverseHistory", context=page, delta=-1)
        elif page and do == "shut":
            await self.firefox.send("browsingContext.close", context=page)
            del self.own[id]
        elif page and do == "end":
            await self.firefox.send("browsingContext.close", context=page)
        elif page or self.shared:
            command = {**command, "do": "close"} if do == "end" else command
            page = page or await self.shared
            await self.firefox.evaluate(page, f"obey({json.dumps(command)})")

    async def tab(self, id: str, own: bool) -> None:
        """Make sure that there is a page for a connection."""
        if own:
            self.own[id] = await self.new()
        else:
            self.shared = self.shared or asyncio.create_task(self.new())
            await self.shared


async def obeyed(tabs: Tabs, command: dict[str, Any]) -> None:
    """Follow a command and report when that is not possible."""
    try:
        await tabs.obey(command)
    except Exception as error:
        say(id=command["id"], event="broken", text=repr(error))


async def run() -> None:
    """Start Firefox and follow the commands of standard input."""
    tabs = Tabs()
    await tabs.start()
    try:
        say(version=tabs.firefox.version, using=[], port=None)
        running: set[asyncio.Task[None]] = set()
        while line := await asyncio.to_thread(sys.stdin.readline):
            task = asyncio.create_task(obeyed(tabs, json.loads(line)))
            running.add(task)
            task.add_done_callback(running.discard)
    finally:
        await tabs.firefox.stop()


try:
    asyncio.run(run())
except Failed as error:
    sys.exit(str(error))
