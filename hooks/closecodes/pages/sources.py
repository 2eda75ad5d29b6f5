"""Citations as people read them: a short label and an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Citation, Reference
from ..text import Link


@dataclass(frozen=True)
class Source:
    """One citation, ready to print."""

    label: str
    href: str


@dataclass(frozen=True)
class SourceEntry:
    """A reference as the list at the end of a page shows it, with the sections the page cites."""

    reference: Reference
    href: str
    sections: tuple[Source, ...]


@dataclass(frozen=True)
class Bibliography:
    """Resolves citations for one page; `link` gives addresses of pages of this site.

    `names` are those of libraries and services, by what a citation of them says.
    """

    references: Mapping[str, Reference]
    names: Mapping[tuple[str, str], str]
    link: Link

    def sources(self, citations: Iterable[Citation]) -> list[Source]:
        """What to print behind a claim; further sections of one reference drop its name."""
        shown: list[Source] = []
        last = ""
        for citation in citations:
            shown.append(Source(self._label(citation, citation.reference == last), self._href(citation)))
            last = citation.reference
        return shown

    def entries(self, citations: Iterable[Citation]) -> list[SourceEntry]:
        """The references behind all citations of a page, each once, in the order of the registry."""
        cited: dict[str, set[str]] = {}
        for citation in citations:
            cited.setdefault(citation.reference, set()).add(citation.section)
        return [self._entry(r, cited[r.id]) for r in self.references.values() if r.id in cited]

    def _entry(self, reference: Reference, sections: set[str]) -> SourceEntry:
        citations = [Citation(reference.id, section) for section in sorted(sections, key=_natural) if section]
        listed = tuple(Source(self._section(c), self._href(c)) for c in citations)
        return SourceEntry(reference, self._href(Citation(reference.id)), listed)

    def _label(self, citation: Citation, repeated: bool) -> str:
        if repeated and citation.section:
            return self._section(citation)
        if citation.reference in ("library", "service") and citation.section:
            return self._section(citation)
        name = self.references[citation.reference].label
        return f"{name} {citation.section}" if citation.section[:1].isdigit() else name

    def _section(self, citation: Citation) -> str:
        words = citation.section.replace("-", " ")  # anchors such as feedback-from-the-protocol
        return self.names.get((citation.reference, citation.section), words)

    def _href(self, citation: Citation) -> str:
        address = self.references[citation.reference].link(citation.section)
        if not address.startswith("site:"):
            return address
        page = address.removeprefix("site:")
        return self.link(page if citation.section else f"{page}/index")


def _natural(section: str) -> tuple[object, ...]:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in section.split("."))
