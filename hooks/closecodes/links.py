"""Addresses: one place that knows how a page's name becomes its URL."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True)
class Links:
    """Relative links between pages.

    A page is named by its path without `.md`: `1006`, `4000-4999`, `services/index`, `guide/choosing`.
    With `directories` the page 1006 lies at `1006/`, without (offline) at `1006.html`.
    """

    directories: bool

    def url(self, page: str) -> str:
        """A page's address below the site's root, such as `1006/`; the home page is the empty string."""
        folder, _, name = page.rpartition("/")
        if not self.directories:
            return f"{page}.html"
        if name == "index":
            return f"{folder}/" if folder else ""
        return f"{page}/"

    def between(self, page: str, target: str) -> str:
        """The relative link from one page to another page, or to a file such as `api/v1/codes.json`."""
        target, _, fragment = target.partition("#")
        here = self.url(page) if self.directories else posixpath.dirname(page) + "/"
        there = target if "." in posixpath.basename(target) else self.url(target)
        relative = posixpath.relpath(there or ".", here or ".")
        if there.endswith("/") or not there:
            relative += "/"
        return relative + (f"#{fragment}" if fragment else "")
