"""Runs browser blocks in Chromium, on a thread of its own.

Playwright's synchronous API allows one instance per thread, and other tests may hold one in the main thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from support import get_browser

from .blocks import Block
from .run import SECONDS, script_of

ASSERT_IN_PAGE = 'const assert = (truth, said = "") => { if (!truth) throw new Error(`assertion failed ${said}`); };'
# A promise that never settles must fail its own test, not hang the run.
IN_TIME = """() => Promise.race([
  (async () => {
%s
  })(),
  new Promise((_, reject) => setTimeout(() => reject(new Error("took more than 30 s")), 30_000)),
])"""


@dataclass(frozen=True)
class Chromium:
    """A running browser and the only thread that may touch it."""

    worker: ThreadPoolExecutor
    browser: Browser

    def run(self, block: Block, peer: str) -> list[str]:
        """Run a block in a blank page of the peer; gives the errors the page threw, raises what its code threw."""
        return self.worker.submit(_run_in_page, self.browser, block, peer).result(SECONDS)


def _run_in_page(browser: Browser, block: Block, peer: str) -> list[str]:
    errors: list[str] = []
    page = browser.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(peer.replace("ws://", "http://") + "/")
        script = f"{ASSERT_IN_PAGE}\nconst PEER = {peer!r};\n{script_of(block, peer)}"
        page.evaluate(IN_TIME % script)
    finally:
        page.close()
    return errors


@contextmanager
def running_chromium() -> Iterator[Chromium]:
    """A headless Chromium, the one that `get_browser` finds; without one, starting Playwright's own fails the test."""
    with ThreadPoolExecutor(1) as worker:
        executable = worker.submit(get_browser.installed).result(SECONDS)
        playwright = worker.submit(sync_playwright().start).result(SECONDS)
        try:
            browser = worker.submit(
                playwright.chromium.launch, executable_path=executable, args=get_browser.ARGUMENTS
            ).result(SECONDS)
            yield Chromium(worker, browser)
            worker.submit(browser.close).result(SECONDS)
        finally:
            worker.submit(playwright.stop).result(SECONDS)
