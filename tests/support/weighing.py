"""What a visit transfers: every response as it came over the wire, compressed and with its head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

KIB = 1024


@dataclass
class Visit:
    """The bytes of each response by its address.  What comes from the cache is not counted."""

    responses: dict[str, int] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def watch(self, page: Page) -> Visit:
        """Count what this page asks for from now on."""
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")
        return self

    @property
    def kib(self) -> float:
        """All that was transferred."""
        return sum(self.responses.values()) / KIB

    def _asked(self, event: dict[str, Any]) -> None:
        self.asked[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        url, size = self.asked.get(event["requestId"], ""), int(event["encodedDataLength"])
        if size and not url.startswith("data:"):
            self.responses[url] = self.responses.get(url, 0) + size
