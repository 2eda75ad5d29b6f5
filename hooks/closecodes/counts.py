"""The one place that counts implementations: whoever prints a total takes it from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .model import Library, Registry, Span


@dataclass(frozen=True)
class Count:
    """How many implementations do something and how many do not, as far as established; false when nothing is.

    `named` are those of the smaller side.
    """

    yes: int
    no: int
    named: tuple[Library, ...]

    def __bool__(self) -> bool:
        return self.yes + self.no > 0


def libraries(registry: Registry) -> list[Library]:
    """Who counts: all but the proxies, which pass on what others send and have no close call."""
    return [library for library in registry.libraries if "proxy" not in library.roles]


def sending(registry: Registry, number: int) -> Count:
    """How many put a code on the wire when the application asks for it."""
    return _count(((library, library.sends.allowed) for library in libraries(registry)), number)


def refusing(registry: Registry, number: int) -> Count:
    """How many refuse or rewrite a code that arrives."""
    return _count(((library, library.receives.refused) for library in libraries(registry)), number)


def _count(rules: Iterable[tuple[Library, tuple[Span, ...] | None]], number: int) -> Count:
    sides: dict[bool, list[Library]] = {True: [], False: []}
    for library, spans in rules:
        if spans is not None:
            sides[any(number in span for span in spans)].append(library)
    yes, no = sides[True], sides[False]
    return Count(len(yes), len(no), tuple(yes if len(yes) <= len(no) else no))
