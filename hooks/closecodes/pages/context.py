"""What every template may use, whatever the page: links, texts of the data, sources, and the list of sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..links import Links
from ..model import Citation, CodeRange, Reference, Registry, Term
from ..text import markdown, rich
from .page import Section
from .sources import Bibliography, Source, SourceEntry


@dataclass(frozen=True)
class Shared:
    """What any page may show of the rest of the registry: vocabulary, references, names, and what has a page.

    A page that was rendered stays good while this and the values given to its template stay equal.
    """

    ranges: tuple[CodeRange, ...]
    references: Mapping[str, Reference]
    terms: Mapping[tuple[str, str], Term]
    names: Mapping[tuple[str, str], str]
    titles: Mapping[int, str]
    numbers: frozenset[int]

    @classmethod
    def of(cls, registry: Registry) -> Shared:
        """What the pages of a registry share."""
        titles: dict[int, str] = {code.code: code.title for code in registry.codes}
        numbers = frozenset(registry.numbers)
        return cls(registry.ranges, registry.reference, registry.term, registry.names, titles, numbers)


@dataclass
class Context:
    """The page that is being rendered, in one form; `name` is its path without `.md`."""

    shared: Shared
    links: Links
    name: str = ""
    sections: list[Section] = field(default_factory=list)

    def turn_to(self, name: str) -> None:
        """Begin another page."""
        self.name, self.sections = name, []

    @property
    def browser_rule(self) -> tuple[Citation, ...]:
        """Where it says what a browser script may send."""
        return (Citation("whatwg", "dom-websocket-close"),)

    @property
    def titles(self) -> Mapping[int, str]:
        """The names of the assigned codes."""
        return self.shared.titles

    @property
    def is_hosted(self) -> bool:
        """Whether the page stands on a web host, with files beside it that the offline bundle leaves out."""
        return self.links.hosted

    def begin(self, anchor: str, title: str) -> str:
        """Note down that a section begins here; prints nothing."""
        self.sections.append(Section(anchor, title))
        return ""

    def range_of(self, number: int) -> CodeRange:
        """The range a number lies in."""
        return next(code_range for code_range in self.shared.ranges if number in code_range.span)

    def link(self, target: str) -> str:
        """The relative address of another page; a number without a page leads to its range."""
        if target.isdigit() and int(target) not in self.shared.numbers:
            target = self.range_of(int(target)).slug
        return self.links.between(self.name, target)

    def rich(self, text: str) -> str:
        """A text of the data as HTML."""
        return rich(text, self.link)

    def term(self, group: str, tag: str) -> Term:
        """The vocabulary's entry for a tag."""
        return self.shared.terms[group, tag]

    def sources(self, citations: Iterable[Citation]) -> list[Source]:
        """What to print behind a claim."""
        return self._bibliography.sources(citations)

    def bibliography(self, citations: Iterable[Citation]) -> list[SourceEntry]:
        """The list of references at the end of a page."""
        return self._bibliography.entries(citations)

    @property
    def _bibliography(self) -> Bibliography:
        return Bibliography(self.shared.references, self.shared.names, self.link)


@dataclass
class MarkdownContext(Context):
    """The same for the Markdown form."""

    def rich(self, text: str) -> str:
        """A text of the data as Markdown on one line."""
        return markdown(text, self.link)
