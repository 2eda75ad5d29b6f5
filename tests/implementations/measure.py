"""Run the cases with one implementation and collect the outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import cases
from .cases import Key
from .driver import Driver
from .pair import Pair
from .session import Outcome, Session

Cell = tuple[str, Key]

_FRESH = {"no-answer", "ping-timeout", "process-exit", "sigterm", "sigint"}
"""Cases that end, block or configure the process, so that they get one of their own."""


@dataclass
class Result:
    """What a run gave: versions as the driver reports them, and the outcome of each cell."""

    version: str
    using: list[str]
    outcomes: dict[Cell, Outcome]


def cells_of(pair: Pair) -> list[Cell]:
    """All cells that apply to an implementation, in the order of the tables."""
    unanswered = [case for case in cases.UNANSWERED if pair.role == "client" or case == "no-answer"]
    parts: dict[str, Iterable[Key]] = {
        "send": cases.SEND,
        "receive": cases.RECEIVE,
        "answered": cases.ANSWERED,
        "absent": [*cases.ABSENT, *unanswered],
        "defaults": [*cases.FAULTS, *(case for case in cases.ACTIONS if case in pair.actions)],
    }
    return [(part, case) for part, keys in parts.items() for case in keys if case not in pair.without]


def measure(pair: Pair, cells: Iterable[Cell]) -> Result:
    """Measure the cells one after another; cases that end or configure the process get one of their own."""
    shared = [cell for cell in cells if cell[1] not in _FRESH]
    result = Result("", [], {})
    if shared:
        _measure_with(pair, shared, result)
    for cell in cells:
        if cell[1] in _FRESH:
            _measure_with(pair, [cell], result)
    return result


def _measure_with(pair: Pair, cells: list[Cell], result: Result) -> None:
    extra = ["--ping"] if cells[0][1] == "ping-timeout" else []
    with Driver([*pair.command(), *extra]) as driver, Session(pair, driver) as session:
        result.version, result.using = driver.version, driver.using
        for part, case in cells:
            result.outcomes[part, case] = session.outcome(part, case)
