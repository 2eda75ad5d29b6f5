"""Outcomes as rows, in which servers and codes with the same outcome stand together.

Where an end was told the very code of the close call, `same` stands for it, and `<code>` and `<name>` in texts, so
that a row can hold several codes.  The same outcomes give the same rows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Any

from .cell import Cell, Code, End, Outcome
from .events import EVENTS

Row = dict[str, Any]
Encoding = list[dict[str, dict[str, Any]]]
"""The outcomes of a cell as plain values: one, or several of a race."""

SECONDS = (3, 5, 8)
"""What times are rounded to; shorter ones are not told."""

UNTIMED = ("no-pong-from-client", "no-pong-from-server", "page-left", "proxy-idle")
"""Events in which a timer that the harness set decides when an end is told."""

_SHORT = 2.5
_KEYS = ("code", "reason", "clean", "seconds", "refused", "text")
_NAMES = re.compile(r"((?:received|sent) <code> \()[^()]+")


def plain(end: End, timed: bool = True) -> dict[str, Any]:
    """An end as plain values, without what is not known or says nothing."""
    told = timed and end.seconds > _SHORT
    seconds = min(SECONDS, key=lambda rounded: abs(rounded - end.seconds)) if told else None
    values = {**vars(end), "seconds": seconds}
    return {key: values[key] for key in _KEYS if values[key] is not None}


def general(end: dict[str, Any], code: int) -> dict[str, Any]:
    """An end with `same`, `<code>` and `<name>` where the code of the close call stood."""
    result = {key: _general(value, code) if isinstance(value, str) else value for key, value in end.items()}
    return {**result, "code": "same"} if end["code"] == code else result


def _general(text: str, code: int) -> str:
    return _NAMES.sub(r"\1<name>", re.sub(rf"(?<!\d){code}(?!\d)", "<code>", text))


def encodings(cell: Cell, outcomes: Iterable[Outcome]) -> list[Encoding]:
    """All ways to write the outcomes of a cell: each end with the code itself, or with `same`."""
    timed = cell.event not in UNTIMED
    both = [{"client": plain(outcome.client, timed), "server": plain(outcome.server, timed)} for outcome in outcomes]
    asked = cell.code if isinstance(cell.code, int) else cell.status
    if asked is None:
        return [both]
    ways = [
        [{name: general(end, asked) if name in ends else end for name, end in one.items()} for one in both]
        for ends in (("client", "server"), ("client",), ("server",), ())
    ]
    return [way for index, way in enumerate(ways) if way not in ways[:index]]


def rows(outcomes: dict[Cell, list[Outcome]]) -> list[Row]:
    """The rows for the cells of one client and proxy, in the order of the events."""
    result = []
    for event in EVENTS:
        settings = dict.fromkeys(cell.setting for cell in outcomes if cell.event == event)
        for setting in settings:
            cells = {c: o for c, o in outcomes.items() if (c.event, c.setting) == (event, setting)}
            result += _rows_of_event(event, setting, cells)
    return result


def _rows_of_event(event: str, setting: str | None, outcomes: dict[Cell, list[Outcome]]) -> list[Row]:
    """The way of writing that covers most cells first, until all are covered."""
    open_ = {cell: encodings(cell, seen) for cell, seen in outcomes.items()}
    found = []
    while open_:
        ways = {repr(way): way for choices in open_.values() for way in choices}
        counts = dict.fromkeys(ways, 0)
        for way in itertools.chain.from_iterable(open_.values()):
            counts[repr(way)] += 1
        best = ways[max(counts, key=lambda way: counts[way])]  # the first of equals
        covered = [cell for cell, choices in open_.items() if best in choices]
        found += _split(covered, best)
        for cell in covered:
            del open_[cell]
    order = list(outcomes)
    found.sort(key=lambda one: order.index(one[0][0]))
    return [_row(event, setting, cells, outcome) for cells, outcome in found]


def _split(covered: list[Cell], outcome: Encoding) -> list[tuple[list[Cell], Encoding]]:
    """Cells with the same outcome, parted so that in each part every server has the same codes."""
    of_server: dict[str, list[Cell]] = {}
    for cell in covered:
        of_server.setdefault(cell.server, []).append(cell)
    parts: dict[tuple[Code | None, ...], list[Cell]] = {}
    for cells in of_server.values():
        parts.setdefault(tuple(cell.code or cell.status for cell in cells), []).extend(cells)
    return [(cells, outcome) for cells in parts.values()]


def _row(event: str, setting: str | None, cells: list[Cell], outcome: Encoding) -> Row:
    row = {
        "event": event, "setting": setting, "codes": list(dict.fromkeys(c.code for c in cells if c.code is not None)),
        "statuses": list(dict.fromkeys(c.status for c in cells if c.status is not None)),
        "servers": list(dict.fromkeys(c.server for c in cells if c.server)), "outcomes": outcome,
    }  # fmt: skip
    return {key: value for key, value in row.items() if value}


def unfolded(client: str, proxy: str, rows: Iterable[Row]) -> dict[Cell, list[Outcome]]:
    """The cells of rows, with their outcomes."""
    found = {}
    for row in rows:
        variants = [{"code": code} for code in row.get("codes", ())] or [{"status": s} for s in row.get("statuses", ())]
        for server, variant in itertools.product(row.get("servers", [""]), variants or [{}]):
            cell = Cell(client=client, server=server, event=row["event"], proxy=proxy, setting=row.get("setting"),
                        **variant)  # fmt: skip
            found[cell] = [
                Outcome(*(_end(one[end], cell.code or cell.status) for end in ("client", "server")))
                for one in row["outcomes"]
            ]
    return found


def _end(values: dict[str, Any], asked: Code | None) -> End:
    special = {key: value.replace("<code>", str(asked)) for key, value in values.items() if isinstance(value, str)} | (
        {"code": asked} if values["code"] == "same" else {}
    )
    return End(**{**values, **special})
