"""Clients that open a WebSocket over HTTP/2 where the server offers that."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

from playwright.sync_api import sync_playwright

from support import get_browser
from support.firefox import Firefox

from ..pair import node_program
from .fronts import Talker

Result = TypeVar("Result")

PATIENCE = 30.0

SCRIPT = """([path, does]) => new Promise((resolve) => {
  setTimeout(resolve, 20000, { failed: "nothing within 20 s" });
  const ws = new WebSocket(`wss://${location.host}${path}`);
  let opened = false;
  ws.onopen = () => { opened = true; does === "close" ? ws.close(4002, "mine") : ws.send("go"); };
  ws.onclose = ({ code, reason, wasClean }) => resolve({ opened, code, reason, clean: wasClean });
})"""
"""What browsers run in a page of the server, which is there by HTTP/2 already."""


class Client(Protocol):
    """Opens one WebSocket after another."""

    version: str

    def open(self, origin: str, path: str, does: str) -> dict[str, Any]:
        """Open one, `close` it or say something, and tell what came; `status` is that of the handshake, where told."""

    def stop(self) -> None:
        """End it."""


class Node:
    """Node.js: frames of our own on a stream (`raw`), or undici's WebSocket."""

    def __init__(self, kind: str) -> None:
        self._talker = Talker(node_program(), "http2/client.mjs", kind)
        self.version = str(self._talker.first["version"])

    def open(self, origin: str, path: str, does: str) -> dict[str, Any]:
        """See `Client`."""
        return self._talker.ask({"origin": origin, "path": path, "does": does}, PATIENCE)

    def stop(self) -> None:
        """See `Client`."""
        self._talker.stop()


class Chromium:
    """Chromium, which tells the status of the handshake to its developer tools."""

    def __init__(self) -> None:
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=get_browser.installed(), args=[*get_browser.ARGUMENTS, "--ignore-certificate-errors"]
        )
        self.version = self._browser.version

    def open(self, origin: str, path: str, does: str) -> dict[str, Any]:
        """See `Client`."""
        page = self._browser.new_page(ignore_https_errors=True)
        try:
            page.goto(f"{origin}/")
            tools, status = page.context.new_cdp_session(page), dict[str, Any]()
            tools.send("Network.enable")
            tools.on(
                "Network.webSocketHandshakeResponseReceived",
                lambda event: status.update(status=event["response"]["status"]),
            )
            seen: dict[str, Any] = page.evaluate(SCRIPT, [path, does])
            page.wait_for_timeout(100)  # what the tools are told comes a little later
            return seen | status
        finally:
            page.close()

    def stop(self) -> None:
        """See `Client`."""
        self._browser.close()
        self._playwright.stop()


class FirefoxPage:
    """Firefox."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()  # in a thread of its own: Playwright has this one's
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._firefox = Firefox(lambda event, values: None)
        self._run(self._firefox.start(any_certificate=True))
        self.version = self._firefox.version
        self._numbers = itertools.count()

    def open(self, origin: str, path: str, does: str) -> dict[str, Any]:
        """See `Client`."""
        return self._run(self._open(origin, path, does))

    def _run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _open(self, origin: str, path: str, does: str) -> dict[str, Any]:
        context = (await self._firefox.send("browsingContext.create", type="tab"))["context"]
        await self._firefox.send("browsingContext.navigate", context=context, url=f"{origin}/", wait="complete")
        seen: dict[str, Any] = await self._firefox.evaluate(context, f"({SCRIPT})({json.dumps([path, does])})")
        await self._firefox.send("browsingContext.close", context=context)
        return seen

    def stop(self) -> None:
        """See `Client`."""
        self._run(self._firefox.stop())
