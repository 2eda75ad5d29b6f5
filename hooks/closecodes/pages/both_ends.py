"""What the pages of /both-ends/ show without a script: every event, with programs that fare alike in one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..both_ends import Ends, Key, Result
from ..composition import End
from ..model import ConnectionEvent

CODES_SHOWN = ("none", "1000", "1001", "1008", "1011", "1012", "4001")
"""The codes for which the pages have tables; the script answers for every number."""


@dataclass(frozen=True)
class Program:
    """A program to choose, by its id in addresses."""

    id: str
    name: str


@dataclass(frozen=True)
class Row:
    """Servers that fare alike with some clients: who, and what each end is given."""

    servers: str
    client: str
    server: str


@dataclass(frozen=True)
class Block:
    """Clients that fare alike with every server."""

    clients: str
    rows: list[Row]


@dataclass(frozen=True)
class EventTable:
    """What all programs are given in one event."""

    id: str
    title: str
    blocks: list[Block]


@dataclass(frozen=True)
class Runs:
    """How much was run: pairs of a client and a server, cells, and the cells in which runs differed."""

    pairs: int
    cells: int
    racy: int


def runs(ends: Ends) -> Runs:
    """What the observed pairs add up to."""
    pairs = {(client, server) for client, server, key in ends.observed if server}
    return Runs(len(pairs), len(ends.observed), sum(bool(seen.others) for seen in ends.observed.values()))


def event_tables(ends: Ends, event: ConnectionEvent) -> list[EventTable]:
    """The tables of an event: one, or one for each proxy, or one for each code that is shown."""
    keys = [key for key in ends.keys(event) if not event.codes or key.code in CODES_SHOWN]
    return [_table(ends, event, key) for key in keys]


def clients(ends: Ends) -> list[Program]:
    """The clients to choose from, browsers first and by the names that people know them by."""
    names = ends.registry.names
    browsers = [Program(id, names["library", id]) for id in sorted(ends.browsers) if ("library", id) in names]
    named = {program.id for program in browsers}
    return browsers + [Program(end.id, end.measurement.name) for end in ends.clients if end.id not in named]


def _table(ends: Ends, event: ConnectionEvent, key: Key) -> EventTable:
    blocks: dict[tuple[End, ...], list[Row]] = {}
    for group in ends.groups(key):
        if some := tuple(end for end in group.clients if not event.browser or end.id in ends.browsers):
            blocks.setdefault(some, []).append(Row(_names(group.servers), *_told(group.result)))
    anchor = "result" + (f"-{key.code or key.proxy}" if key.code or key.proxy else "")
    rows = [Block(_names(some), rows) for some, rows in blocks.items()]
    return EventTable(anchor, _title(ends, key), rows)


def _title(ends: Ends, key: Key) -> str:
    if key.code:
        return "Closed without a code" if key.code == "none" else f"Closed with {key.code}"
    if not key.proxy:
        return "What each end is given"
    return f"Through {ends.registry.names['library', key.proxy]}"


def _told(result: Result) -> tuple[str, str]:
    words = {"none": "no number", "error": "an error", "unknown": "not known"}
    client, server = (words.get(str(told), str(told)) for told in (result.client, result.server))
    race = " (a race)" if result.others else ""
    return client + race, server + race


def _names(ends: Sequence[End]) -> str:
    return ", ".join(end.measurement.name for end in ends)
