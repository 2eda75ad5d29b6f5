"""The offline bundle as a reader has it: unpacked in an awkward folder, opened from a file, without a network."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Request

from support.packing import Packed

FOLDER = "Schließ codes ü #1, 50%41; a?n=2"


@pytest.fixture(scope="session")
def bundle(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that came out of the zip."""
    folder = tmp_path_factory.mktemp("unpacked") / FOLDER
    with zipfile.ZipFile(packed.zip) as archive:
        archive.extractall(folder)
    return folder / "websocket-close-codes"


@pytest.fixture
def opened(browser: Browser, bundle: Path) -> Iterator[Page]:
    """The index, opened as by double click.

    The test fails at its end when anything but a file of the bundle was asked for, or anything went wrong.
    """
    troubles: list[str] = []
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: troubles.extend(_elsewhere(request, bundle)))
    page.on("requestfailed", lambda request: troubles.extend(_failure(request)))
    page.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
    page.on(
        "console", lambda line: troubles.append(f"console: {line.text}") if line.type in ("error", "warning") else None
    )
    page.goto((bundle / "index.html").as_uri())
    yield page
    context.close()
    assert not troubles, "\n".join(troubles)


def _failure(request: Request) -> list[str]:
    """A file that could not be had; one that was still loading when the reader went on is no failure."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}: {request.failure}"]


def _elsewhere(request: Request, bundle: Path) -> list[str]:
    inside = unquote(request.url).startswith(f"file://{bundle}/")
    return [] if inside or request.url.startswith("data:") else [f"request to elsewhere: {request.url}"]
