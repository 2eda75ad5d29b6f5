"""What every template may use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..links import Links
from ..model import Citation, Registry
from ..text import rich
from .sources import Bibliography, Source, SourceEntry


@dataclass(frozen=True)
class Context:
    """Links, texts and sources as seen from one page (`page` is its path without `.md`)."""

    registry: Registry
    links: Links
    page: str

    @property
    def browser_rule(self) -> tuple[Citation, ...]:
        """Where it says what a browser script may send."""
        return (Citation("whatwg", "dom-websocket-close"),)

    def link(self, target: str) -> str:
        """The relative address of another page; a number without a page leads to its range."""
        if target.isdigit() and not self.has_page(int(target)):
            target = self.registry.range_of(int(target)).slug
        return self.links.between(self.page, target)

    def has_page(self, number: int) -> bool:
        """Whether the number has a page of its own."""
        return number in self.registry.code_by_number or number in self.registry.uses_by_number

    def rich(self, text: str) -> Markup:
        """A text of the data as HTML."""
        return rich(text, self.link)

    def term(self, group: str, tag: str) -> Any:
        """The vocabulary's entry for a tag."""
        return self.registry.term[group, tag]

    def sources(self, citations: Iterable[Citation]) -> list[Source]:
        """What to print behind a claim."""
        return Bibliography(self.registry, self.link).sources(citations)

    def bibliography(self, citations: Iterable[Citation]) -> list[SourceEntry]:
        """The list of references at the end of a page."""
        return Bibliography(self.registry, self.link).entries(citations)
