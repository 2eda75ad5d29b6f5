"""How long implementations wait for an answer to their Close frame, as measured: what a guide's table shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Measurement, Observation, Registry

CASE = "no-answer"


@dataclass(frozen=True)
class Unanswered:
    """What implementations have in common whose Close frame stays without an answer.

    `told_after` and `ended_after` are seconds, None where nothing came while the peer kept silent; `told` is the
    code that the application got, a text where there was none.
    """

    told_after: int | None
    ended_after: int | None
    waited: int
    told: int | str
    measurements: tuple[Measurement, ...]


def seconds_after(seconds: int) -> str:
    """A measured time as people say it; one second stands for all that was neither at once nor longer."""
    return {0: "at once", 1: "1 s or less"}.get(seconds, f"{seconds} s")


def unanswered(registry: Registry) -> list[Unanswered]:
    """What was measured, the quickest first; those that never tell the application last."""
    groups: dict[tuple[int | None, int | None, int, int | str], list[Measurement]] = {}
    for measurement, row in _rows(registry):
        groups.setdefault((row.told_after, row.ended_after, row.waited or 0, _told(row)), []).append(measurement)
    found = [
        Unanswered(*key, tuple(sorted(of, key=lambda m: (m.name.casefold(), m.role)))) for key, of in groups.items()
    ]
    return sorted(found, key=lambda one: (*_order(one.told_after), *_order(one.ended_after), str(one.told)))


def _rows(registry: Registry) -> Iterator[tuple[Measurement, Observation]]:
    for measurement in registry.measurements:
        row = measurement.find("absent", CASE)
        if row is not None and row.waited is not None:
            yield measurement, row


def _told(row: Observation) -> int | str:
    if row.app is None:
        return "no code"
    code = row.app.code(None)
    return "no code" if code is None else code


def _order(seconds: int | None) -> tuple[bool, int]:
    return seconds is None, seconds or 0
