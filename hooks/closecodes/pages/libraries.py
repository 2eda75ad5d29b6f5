"""What pages say about implementations: the names of a code, its log texts, and who does what with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .. import counts
from ..counts import Count
from ..model import Emission, Library, LogText, Registry
from . import wording


@dataclass(frozen=True)
class Named:
    """Names for one code, and the libraries that have exactly these; the first is the one to write."""

    names: tuple[str, ...]
    libraries: tuple[Library, ...]


@dataclass(frozen=True)
class Group:
    """Libraries that have something in common, such as a language or an outcome."""

    label: str
    members: tuple[Any, ...]


@dataclass(frozen=True)
class Handling:
    """What implementations do with one code, as far as their sources and measurements establish it."""

    sent_by_itself: tuple[tuple[Library, Emission], ...]
    sending: Count
    refusing: Count
    reported: tuple[Group, ...]
    by_itself: str

    def __bool__(self) -> bool:
        return bool(self.sent_by_itself or self.reported or self.sending.established)


def by_code(entries: Iterable[Any]) -> list[tuple[int | None, list[Any]]]:
    """Emissions or log texts of a library by their code, in the order of the data."""
    groups: dict[int | None, list[Any]] = {}
    for entry in entries:
        groups.setdefault(entry.code, []).append(entry)
    return list(groups.items())


def names(registry: Registry, library: Library) -> Mapping[int, str]:
    """A library's constants, borrowed ones included."""
    if library.same_constants_as:
        lender = next(other for other in registry.libraries if other.id == library.same_constants_as)
        return {**names(registry, lender), **(library.constants or {})}
    return library.constants or {}


def names_of(registry: Registry, number: int) -> list[Group]:
    """Every library's name for a code, by language."""
    named: dict[tuple[str, tuple[str, ...]], list[Library]] = {}
    for library in registry.libraries:
        own = names(registry, library).get(number)
        others = (library.aliases or {}).get(number, ())
        found = tuple(dict.fromkeys(name for name in (own, *others) if name))
        if found:
            named.setdefault((library.language, found), []).append(library)
    return _grouped((language, Named(found, tuple(libraries))) for (language, found), libraries in named.items())


def texts_of(registry: Registry, number: int) -> list[Group]:
    """Log texts that go with a code, by the libraries that print them, in the order of the libraries."""
    printed: dict[LogText, list[Library]] = {}
    for library in registry.libraries:
        for message in library.messages:
            if message.code == number:
                printed.setdefault(message, []).append(library)
    groups: dict[str, list[LogText]] = {}
    for text, libraries in printed.items():
        groups.setdefault(", ".join(library.name for library in libraries), []).append(text)
    return [Group(label, tuple(texts)) for label, texts in groups.items()]


def handling(registry: Registry, number: int) -> Handling:
    """Who sends, refuses, accepts and reports a code."""
    libraries = registry.libraries
    return Handling(
        tuple((library, e) for library in libraries for e in library.emits if e.code == number and not e.local),
        counts.sending(registry, number),
        counts.refusing(registry, number),
        tuple(_reported(registry, number)),
        wording.by_itself(number),
    )


# The local-only codes stand for an event; libraries differ in what they report for it.
_EVENTS = {1005: "no_code", 1006: "no_frame", 1015: "tls_failure"}


def _reported(registry: Registry, number: int) -> list[Group]:
    if number not in _EVENTS:
        return []
    outcomes = [(library, getattr(library.absent, _EVENTS[number])) for library in registry.libraries]
    pairs = [(wording.outcome(outcome), library) for library, outcome in outcomes if outcome]
    return sorted(_grouped(pairs), key=lambda group: -len(group.members))


def _grouped(pairs: Iterable[tuple[str, Any]]) -> list[Group]:
    groups: dict[str, list[Any]] = {}
    for label, member in pairs:
        groups.setdefault(label, []).append(member)
    return [Group(label, tuple(members)) for label, members in sorted(groups.items())]
