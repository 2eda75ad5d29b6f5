"""Chromium through Playwright.  `leave`, `back` and `shut` do what a person does with the page or tab.

`{"id", "do": "tab", "page": "shared"}` comes before `open`; the driver reports `tab` when the page is there.  Pages
that are left are `own`, in a profile of their own, and so are those whose connection fails: Chromium delays the
connections of a renderer in which many have failed.  Pages that are left go into the back/forward cache, as they do
where nothing switches it off; Playwright does by default, and so does `--no-page-cache`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from support import empty_pages
from support.get_browser import ARGUMENTS, installed

from .common import say

SCRIPT = Path(__file__).with_suffix(".js")


class Tabs:
    """The open pages."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.browser, self.home = browser, home
        self.shared: asyncio.Task[Page] | None = None
        self.own: dict[str, Page] = {}

    async def new(self) -> Page:
        """A page in a profile of its own."""
        page = await (await self.browser.new_context()).new_page()
        await page.expose_function("report", lambda line: print(line, flush=True))
        await page.add_init_script(path=SCRIPT)
        await page.goto(self.home)
        return page

    async def obey(self, command: dict[str, Any]) -> None:
        """Follow one command."""
        id, do = command["id"], command["do"]
        if do == "tab":
            await self.tab(id, command["page"] == "own")
            say(id=id, event="tab")
            return
        page = self.own.get(id)
        if page and do == "leave":
            await page.goto(self.home + "elsewhere")
        elif page and do == "back":
            await page.evaluate("history.back()")  # go_back() waits for a load that a kept page does not have
        elif page and do == "shut":
            await page.close()
        elif page and do == "end":
            await page.context.close()
        else:
            command = {**command, "do": "close"} if do == "end" else command
            if page is None:
                assert self.shared
                page = await self.shared
            await page.evaluate("command => obey(command)", command)

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


async def run(home: str) -> None:
    """Start the browser and follow the commands of standard input."""
    path = installed()
    if not path:
        sys.exit("no Chromium: install it, or set CHROMIUM to its path")
    async with async_playwright() as playwright:
        kept = None if "--no-page-cache" in sys.argv else ["--disable-back-forward-cache"]
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS, ignore_default_args=kept)
        tabs = Tabs(browser, home)
        say(version=browser.version, using=[], port=None)
        running: set[asyncio.Task[None]] = set()
        while line := await asyncio.to_thread(sys.stdin.readline):
            task = asyncio.create_task(obeyed(tabs, json.loads(line)))
            running.add(task)
            task.add_done_callback(running.discard)
        await browser.close()


asyncio.run(run(empty_pages.serve()))
