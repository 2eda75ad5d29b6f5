"""A built site, a server for it, and pages that fail on any error or request to elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from support.get_browser import ARGUMENTS, installed
from support.serving import serve


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the site, as published at the root of a host."""
    with serve(built) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = installed()
    assert path, "no browser: run `make test`, which installs one, or set CHROMIUM"
    browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


class Watched:
    """What went wrong on a page: script errors, policy violations, requests to elsewhere."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.allow_status: set[int] = set()

    def watch(self, page: Page, site: str) -> None:
        """Note every trouble of this page."""
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", self._console)
        page.on("request", lambda request: self._request(request.url, site))

    def _console(self, message: Any) -> None:
        known = any(f"status of {status}" in message.text for status in self.allow_status)
        if message.type in ("error", "warning") and not known:
            self.troubles.append(f"console {message.type}: {message.text}")

    def _request(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            self.troubles.append(f"request to elsewhere: {url}")


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Collects troubles and fails the test at its end when there were any."""
    watched = Watched()
    yield watched
    assert not watched.troubles, "\n".join(watched.troubles)


@pytest.fixture
def new_page(browser: Browser, watched: Watched, site: str) -> Iterator[Callable[..., Page]]:
    """Makes watched pages, each in a context of its own with the given options."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        watched.watch(page, site)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A fresh page on a laptop."""
    return new_page()
