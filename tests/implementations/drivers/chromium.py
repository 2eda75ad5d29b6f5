"""Chromium through Playwright: WebSocket, or WebSocketStream with `--stream`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from support import empty_pages
from support.get_browser import ARGUMENTS, installed

from . import task as tasks
from .task import Task

SCRIPTS = Path(__file__).parent
SCRIPT = SCRIPTS / ("chromium_stream.js" if "--stream" in sys.argv else "chromium_websocket.js")


def follow(page: Page, console: list[str], task: Task, home: str) -> None:
    """One connection."""
    console.clear()
    if task.do == "exit":
        page.evaluate("task => opened(task)", vars(task))
        page.goto(home)
        tasks.nothing(task)
        return
    seen = page.evaluate("task => follow(task)", vars(task))
    if "refused" in seen:
        tasks.refused_as(task, seen["refused"])
        return
    if not seen:
        tasks.nothing(task)
        return
    if "error" in seen["text"]:
        page.wait_for_timeout(30)  # the console message comes a little later
    tasks.saw(task, **{**seen, "text": "; ".join([seen["text"], *console])})


def run(home: str) -> None:
    """Start the browser and do the tasks one after another."""
    path = installed()
    if not path:
        sys.exit("no Chromium: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, "--js-flags=--expose-gc"])
        page = browser.new_page()
        console: list[str] = []
        page.on("console", lambda message: console.append(f"console: {message.text}"))
        page.add_init_script(path=SCRIPT)
        page.goto(home)
        tasks.say(version=browser.version, using=[], port=None)
        for task in tasks.tasks():
            follow(page, console, task, home)


if __name__ == "__main__":
    run(empty_pages.serve())
