"""The built site's pages as trees, parsed once."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from support.elements import Element, parse


@dataclass(frozen=True)
class SitePage:
    """A page: its file, its path below the site's root as published (`1006/`, `404.html`), and its tree."""

    file: Path
    url: str
    root: Element

    @functools.cached_property
    def ids(self) -> set[str]:
        """Everything that a fragment can point at."""
        return {element.attributes["id"] for element in self.root.walk() if "id" in element.attributes}


@functools.cache
def pages_of(site: Path) -> tuple[SitePage, ...]:
    """All pages of a built site, in the order of their addresses."""
    files = sorted(site.rglob("*.html"))
    return tuple(SitePage(file, url_of(file, site), parse(file.read_text(encoding="utf-8"))) for file in files)


def url_of(file: Path, site: Path) -> str:
    """The path below the site's root at which a file is published."""
    path = file.relative_to(site).as_posix()
    return path.removesuffix("index.html") if file.name == "index.html" else path
