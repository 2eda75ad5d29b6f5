"""A browser for measuring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from support.get_browser import ARGUMENTS, installed


def path() -> str:
    """The browser's path.  Raises when there is none."""
    found = installed()
    if not found:
        raise FileNotFoundError("no browser: run `make bench`, which installs one, or set CHROMIUM")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path(), args=ARGUMENTS)
        yield started
        started.close()
