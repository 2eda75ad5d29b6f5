"""What a first visit to each kind of page transfers, from a server that compresses like a static host."""

from __future__ import annotations

import gzip
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from support.serving import serve

from .browser import browser
from .projects import prepare
from .report import Detail, Figure, Part, kib

PAGES = {
    "home": "",
    "code 1000": "1000/",
    "code 1006": "1006/",
    "number 4004": "4004/",
    "range": "4000-4999/",
    "service": "services/discord-gateway/",
    "services": "services/",
    "library": "libraries/ws/",
    "libraries": "libraries/",
    "guide": "guide/choosing/",
    "decoder": "decode/",
    "404": "4321/",
}


@dataclass
class Traffic:
    """Answers to a page's requests: how many, and their bytes on the wire with headers."""

    sizes: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Bytes of all answers."""
        return sum(self.sizes)

    def __str__(self) -> str:
        return f"{kib(self.total)} in {len(self.sizes)} requests"


def measure() -> Part:
    """Visit each kind of page with an empty cache, then open 1006 after it, then use the lookup there."""
    with tempfile.TemporaryDirectory() as folder, browser() as started:
        project = prepare(Path(folder) / "real")
        with serve(project.site) as address:
            visits = {name: _visit(started, address, path) for name, path in PAGES.items()}
            use = _use_of_lookup(started, address)
        codes = [path.stem for path in (project.folder / "data" / "codes").glob("*.yml")]
        heaviest, html = max((_gzipped(project.site / code / "index.html"), code) for code in codes)
    figures = [
        Figure("First visit to 1006, bytes transferred", str(visits["code 1006"][0]), "≤ 48 KiB"),
        Figure(f"HTML of the heaviest code page ({html}), gzip", kib(heaviest), "≤ 12 KiB"),
        Figure("First use of the lookup, a number alone, with the full text", str(use)),
    ]
    head = ("page", "HTML, gzip", "first visit", "requests", "1006 after it")
    rows = [
        (name, kib(page), kib(first.total), len(first.sizes), kib(then.total))
        for name, (first, then, page) in visits.items()
    ]
    return Part(figures, [Detail("Weight", head, rows)])


def _visit(started: Browser, address: str, path: str) -> tuple[Traffic, Traffic, int]:
    context = started.new_context()
    page, first = _watched(context)
    answer = page.goto(address + path, wait_until="networkidle")
    assert answer is not None
    page_size = len(gzip.compress(answer.body(), 9, mtime=0))
    seen = Traffic(list(first.sizes))
    page.goto(address + "1006/", wait_until="networkidle")
    then = Traffic(first.sizes[len(seen.sizes) :])
    context.close()
    return seen, then, page_size


def _use_of_lookup(started: Browser, address: str) -> Traffic:
    context = started.new_context()
    page, traffic = _watched(context)
    page.goto(address + "1006/", wait_until="networkidle")
    before = len(traffic.sizes)
    page.keyboard.press("/")
    page.keyboard.type("4004")
    page.wait_for_selector("[data-answer]")
    page.wait_for_timeout(1000)  # the full text follows
    context.close()
    return Traffic(traffic.sizes[before:])


def _watched(context: BrowserContext) -> tuple[Page, Traffic]:
    page, traffic = context.new_page(), Traffic()
    session = context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event: dict[str, Any]) -> None:
        if event["encodedDataLength"]:  # none: taken from the cache
            traffic.sizes.append(int(event["encodedDataLength"]))

    session.on("Network.loadingFinished", finished)
    return page, traffic


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))
