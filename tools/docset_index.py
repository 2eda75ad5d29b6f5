"""What the docset's index lists: numbers, ranges, constants, guides, services and libraries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from closecodes.model import Registry
from closecodes.pages.libraries import names_of

_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_SECTION = re.compile(r'<h2 id="([\w-]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, order=True)
class Entry:
    """A name to search for, one of Dash's entry types, and the page with its anchor."""

    name: str
    kind: str
    path: str


def entries(registry: Registry, pages: Path) -> list[Entry]:
    """All entries, each once, in order."""
    parts = (_numbers(registry), _constants(registry), _guides(pages), _users(registry))
    return sorted({entry for part in parts for entry in part})


def _numbers(registry: Registry) -> Iterator[Entry]:
    for number in {*registry.code_by_number, *registry.uses_by_number}:
        title = f" {registry.code_by_number[number].title}" if number in registry.code_by_number else ""
        yield Entry(f"{number}{title}", "Value", f"{number}.html")
    for kind in registry.ranges:
        yield Entry(f"{kind.slug} {kind.name}", "Category", f"{kind.slug}.html")


def _constants(registry: Registry) -> Iterator[Entry]:
    for code in registry.codes:
        for group in names_of(registry, code.code):
            for named in group.members:
                for name in named.names:
                    yield Entry(name, "Constant", f"{code.code}.html#libraries")


def _guides(pages: Path) -> Iterator[Entry]:
    for path in sorted((pages / "guide").glob("*.html")):
        text, address = path.read_text("utf-8"), f"guide/{path.name}"
        for found in _TITLE.findall(text):
            yield Entry(_words(found), "Guide", address)
        for anchor, title in _SECTION.findall(text):
            yield Entry(_words(title), "Section", f"{address}#{anchor}")


def _users(registry: Registry) -> Iterator[Entry]:
    for service in registry.services:
        yield Entry(service.name, "Service", f"services/{service.id}.html")
    for library in registry.libraries:
        yield Entry(library.name, "Library", f"libraries/{library.id}.html")


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", _PERMALINK.sub("", markup))).split())
