"""What pages say about implementations: the names of a code, its log texts, and who does what with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
class Share:
    """One answer to a question about a code: the outcomes it gathers, with their libraries, and what part it is.

    `x` and `width` place it in a bar of `WHOLE`; `width` alone is its length beside the longest.
    """

    label: str
    kind: str
    groups: tuple[Group, ...]
    x: int = 0
    width: int = 0

    @property
    def count(self) -> int:
        """How many libraries."""
        return sum(len(group.members) for group in self.groups)


WHOLE = 1000
"""The width of a bar."""


@dataclass(frozen=True)
class Handling:
    """What implementations do with one code, as far as their sources and measurements establish it."""

    emitted: tuple[Share, ...]
    sending: Count
    refusing: Count
    reported: tuple[Share, ...]
    proxies: tuple[Group, ...]
    by_itself: str

    def __bool__(self) -> bool:
        return bool(self.emitted or self.reported or self.sending.established)


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
    outcomes = _outcomes(registry, number)
    return Handling(
        _emitted(registry, number),
        counts.sending(registry, number),
        counts.refusing(registry, number),
        _reported(number, _grouped(pair for pair in outcomes if not pair[1].is_platform)),
        tuple(_grouped(pair for pair in outcomes if pair[1].is_platform)),
        wording.by_itself(number),
    )


def _emitted(registry: Registry, number: int) -> tuple[Share, ...]:
    """Who sends the code without being asked, by what happened, the commonest first."""
    events: dict[str, list[Group]] = {}
    for library in registry.libraries:
        for event, found in _by_event(library, number).items():
            events.setdefault(event, []).append(Group(library.id, ((library, tuple(found)),)))
    most = max((len(groups) for groups in events.values()), default=1)
    ordered = sorted(events.items(), key=lambda item: (item[0] == "other", -len(item[1]), item[0]))
    return tuple(
        Share(registry.term["event", event].label, event, tuple(groups), width=WHOLE * len(groups) // most)
        for event, groups in ordered
    )


def _by_event(library: Library, number: int) -> dict[str, list[Emission]]:
    found: dict[str, list[Emission]] = {}
    for emission in library.emits:
        if emission.code == number and not emission.local:
            found.setdefault(emission.event or "other", []).append(emission)
    return found


# The local-only codes stand for an event; libraries differ in what they report for it.
_EVENTS = {1005: "no_code", 1006: "no_frame", 1015: "tls_failure"}


def _outcomes(registry: Registry, number: int) -> list[tuple[str, Library]]:
    if number not in _EVENTS:
        return []
    found = [(library, getattr(library.absent, _EVENTS[number])) for library in registry.libraries]
    return [(wording.outcome(outcome), library) for library, outcome in found if outcome]


def _reported(number: int, groups: list[Group]) -> tuple[Share, ...]:
    """The outcomes in a few answers: the code itself, an error, no number, another number, or it varies."""
    answers: dict[str, list[Group]] = {str(number): [], "an error": [], "no number": [], "another number": []}
    answers["it varies"] = []
    for group in sorted(groups, key=lambda group: -len(group.members)):
        one = " or " not in group.label and group.label[-1:].isdigit()
        answers[group.label if group.label in answers else "another number" if one else "it varies"].append(group)
    whole, x, shares = sum(len(group.members) for group in groups), 0, []
    for kind, (label, gathered) in zip(("same", "error", "none", "other", "varies"), answers.items(), strict=True):
        share = Share(label, kind, tuple(gathered))
        if share.count:
            shares.append(replace(share, x=x, width=WHOLE * share.count // whole))
            x += shares[-1].width
    return tuple(shares)


def _grouped(pairs: Iterable[tuple[str, Any]]) -> list[Group]:
    groups: dict[str, list[Any]] = {}
    for label, member in pairs:
        groups.setdefault(label, []).append(member)
    return [Group(label, tuple(members)) for label, members in sorted(groups.items())]
