"""The comparison of all implementations, as rows and cells that templates only print."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..counts import application_libraries
from ..model import Library, Registry, Span
from ..model.protocol import BY_SPECIFICATION
from . import wording
from .libraries import names

# A cell of the picture: passes, passes although no such code is defined, does not pass, not established.
State = Literal["yes", "odd", "no", "unknown"]

_EVENTS = {
    "handler-exception": "Handler throws",
    "handler-return": "Handler returns",
    "shutdown": "Shutdown",
    "ping-timeout": "Ping timeout",
    "too-big": "Message too big",
    "bad-utf8": "Bad UTF-8",
}


@dataclass(frozen=True)
class Cell:
    """What holds for one number at one implementation."""

    number: int
    state: State

    @property
    def word(self) -> str:
        """What the cell says to those who do not see its colour."""
        return wording.PASSING[self.state]


@dataclass(frozen=True)
class CodeRow:
    """One implementation against the shown numbers: sent when asked to, accepted when received."""

    library: Library
    send: tuple[Cell, ...]
    receive: tuple[Cell, ...]


@dataclass(frozen=True)
class EventRow:
    """What one implementation does or reports, by event; an empty tuple is not established."""

    library: Library
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class NameRow:
    """One implementation's names for the assigned codes that it has names for, by number."""

    library: Library
    names: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Outcome:
    """What several implementations do at an event alike; `share` of all of them, in thousandths."""

    words: str
    libraries: tuple[Library, ...]
    share: int


@dataclass(frozen=True)
class EventOutcomes:
    """An event with all its outcomes, the most frequent first."""

    head: str
    outcomes: tuple[Outcome, ...]


def shown_numbers(registry: Registry) -> tuple[int, ...]:
    """The numbers the picture has a cell for: all assigned low ones, the first after them, the edges of the ranges."""
    low = [code.code for code in registry.codes if code.code in BY_SPECIFICATION]
    first_after = next(number for number in itertools.count(low[0]) if number not in low)
    edges = [edge for kind in registry.ranges for edge in (kind.span.first, kind.span.last)]
    return tuple(sorted({*low, first_after, *edges[1:-1]}))


def code_rows(registry: Registry) -> list[CodeRow]:
    """The picture's rows; implementations of which nothing is established are left out, and platforms."""
    rows = []
    for library in application_libraries(registry):
        send, refused = library.sends.allowed, library.receives.refused
        if send is not None or refused is not None:
            rows.append(CodeRow(library, _cells(registry, send, True), _cells(registry, refused, False)))
    return rows


def _cells(registry: Registry, spans: tuple[Span, ...] | None, inside: bool) -> tuple[Cell, ...]:
    shown = shown_numbers(registry)
    if spans is None:
        return tuple(Cell(number, "unknown") for number in shown)
    return tuple(Cell(n, _state(registry, n, any(n in span for span in spans) == inside)) for n in shown)


def _state(registry: Registry, number: int, passes: bool) -> State:
    return ("yes" if registry.may_be_sent(number) else "odd") if passes else "no"


def event_heads() -> list[str]:
    """The columns of the table of events."""
    return ["No Close frame", "Close without a code", "close() without a code", *_EVENTS.values(), "Reason too long"]


def event_rows(registry: Registry) -> list[EventRow]:
    """What is reported when the peer says nothing, and what is sent without being asked."""
    rows = [EventRow(library, _values(library)) for library in application_libraries(registry)]
    return [row for row in rows if any(row.values)]


def outcomes_by_event(rows: Sequence[EventRow]) -> list[EventOutcomes]:
    """The rows of `event_rows` from the other side: by event, which implementations behave alike."""
    return [EventOutcomes(head, _outcomes(rows, column)) for column, head in enumerate(event_heads())]


def _outcomes(rows: Sequence[EventRow], column: int) -> tuple[Outcome, ...]:
    alike: dict[str, list[Library]] = {}
    for row in rows:
        if row.values[column]:
            alike.setdefault(", ".join(row.values[column]), []).append(row.library)
    total = sum(map(len, alike.values()))
    found = [Outcome(words, tuple(members), 1000 * len(members) // total) for words, members in alike.items()]
    return tuple(sorted(found, key=lambda outcome: (-len(outcome.libraries), outcome.words)))


def _values(library: Library) -> tuple[tuple[str, ...], ...]:
    absent, sends = library.absent, library.sends
    emitted = [
        tuple(dict.fromkeys(wording.sent(e.code) for e in library.emits if e.event == event and not e.local))
        for event in _EVENTS
    ]
    return (
        wording.reported(absent.no_frame),
        wording.reported(absent.no_code),
        (wording.sent(sends.default),) if sends.default is not None else (),
        *emitted,
        (sends.long_reason,) if sends.long_reason else (),
    )


def name_rows(registry: Registry) -> list[NameRow]:
    """The constants, one row per implementation that has any."""
    rows = []
    for library in registry.libraries:
        known = names(registry, library)
        if known:
            rows.append(NameRow(library, tuple((c.code, known[c.code]) for c in registry.codes if c.code in known)))
    return rows
