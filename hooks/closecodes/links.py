"""Addresses: one place that knows how a page's name becomes its URL."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FILE = re.compile(r"\.(?:csv|json|md|tgz|txt|xml|zip)\Z")  # a page's name can hold a dot too, such as `socket.io`


@dataclass(frozen=True)
class Links:
    """Relative links between pages.

    A page is named by its path without `.md`: `1006`, `4000-4999`, `services/index`, `guide/choosing`.
    With `directories` the page 1006 lies at `1006/`, without (offline) at `1006.html`.
    """

    directories: bool

    @property
    def hosted(self) -> bool:
        """Whether the pages stand on a web host, not in the offline bundle."""
        return self.directories

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
        target, hash_sign, fragment = target.partition("#")
        here = self.url(page).rpartition("/")[0]
        return relative(here, target if is_file(target) else self.url(target)) + hash_sign + fragment


@dataclass(frozen=True)
class MarkdownLinks(Links):
    """Links between the Markdown forms of pages, which lie beside the pages: `services/index.md`, `1006.md`."""

    directories: bool = False

    @property
    def hosted(self) -> bool:
        """The Markdown forms are for web hosts only."""
        return True

    def url(self, page: str) -> str:
        """The address of a page's Markdown form below the site's root."""
        return f"{page}.md"


def relative(folder: str, address: str) -> str:
    """The way from a folder such as `services/okx` to an address; both below the site's root."""
    here, there = folder.split("/") if folder else [], address.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        del here[0], there[0]
    return "../" * len(here) + "/".join(there) or "./"


def is_file(target: str) -> bool:
    """Whether a link's target is a file such as `api/v1/codes.json`, not a page."""
    return _FILE.search(target) is not None
