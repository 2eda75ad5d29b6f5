"""Measure implementations and compare with what is stored."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import rows, writer
from .cases import RACES
from .measure import Cell, Result, cells_of, measure
from .pair import Pair
from .session import Outcome

STORE = Path(__file__).resolve().parents[2] / "data" / "measured"
SLOW = ("no-answer",)
"""Cases that wait for a close timeout; they run beside the others."""

TRIES = 3
"""How often a cell that differs is measured before it counts: some ends of TCP are races."""


def path_of(pair: Pair) -> Path:
    """The stored file of an implementation."""
    return STORE / f"{pair.id}.yml"


@dataclass
class Measured:
    """One implementation measured: the result, and for cells that are not as stored the stored outcome."""

    pair: Pair
    result: Result
    different: dict[Cell, Outcome | None]

    @property
    def other_version(self) -> str:
        """The version that is stored when it is not the measured one; empty when it is, or nothing is stored."""
        stored = str(writer.read(path_of(self.pair)).get("version", ""))
        return "" if stored == self.result.version else stored

    def settle(self, again: Measured) -> None:
        """Take over the cells that a second measurement found as they are stored."""
        for cell in self.different.keys() - again.different.keys():
            self.result.outcomes[cell] = again.result.outcomes[cell]
            del self.different[cell]


def measured(pair: Pair) -> Measured:
    """Measure one implementation, the cases that wait for a timeout beside the others."""
    cells = cells_of(pair)
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(compared, pair, [cell for cell in cells if cell[1] in SLOW])
        done = compared(pair, [cell for cell in cells if cell[1] not in SLOW])
        late = waiting.result()
    done.result.outcomes |= late.result.outcomes
    done.different |= late.different
    return done


def compared(pair: Pair, cells: list[Cell]) -> Measured:
    """Measure cells, and those that differ from what is stored for the same version again."""
    stored = writer.read(path_of(pair))
    done = Measured(pair, measure(pair, cells), {})
    _compare(done, stored)
    for _ in range(TRIES - 1):
        again = [cell for cell, outcome in done.different.items() if outcome is not None]
        if not again or stored["version"] != done.result.version:
            break
        for cell, outcome in measure(pair, again).outcomes.items():
            if rows.agrees(*cell, outcome, done.different[cell]):
                done.result.outcomes[cell] = outcome
        _compare(done, stored)
    return done


def _compare(done: Measured, stored: dict[str, Any]) -> None:
    outcomes = done.result.outcomes
    found = {cell: rows.find(stored.get(cell[0], []), cell[1]) for cell in outcomes}
    for cell, known in found.items():
        if known and "waited" in outcomes[cell] and "waited" not in known:
            found[cell] = None  # stored before times were measured
    if stored.get("version") == done.result.version:  # one outcome of a race is as good as another, as is one second
        outcomes |= {
            cell: known
            for cell, known in found.items()
            if known and (cell[1] in (*RACES, *done.pair.races) or _varied(done.pair, cell, outcomes[cell], known))
        }
        outcomes |= {
            cell: rows.with_times_of(found[cell], outcome)
            for cell, outcome in outcomes.items()
            if rows.agrees(*cell, outcome, found[cell])
        }
    done.different = {
        cell: found[cell] for cell, outcome in outcomes.items() if not rows.agrees(*cell, outcome, found[cell])
    }


def _varied(pair: Pair, cell: Cell, outcome: Outcome, stored: Outcome) -> bool:
    """Whether an outcome differs from the stored one only in what is known to vary, and in values that were seen."""
    return any(
        of == cell[0]
        and outcome.get(key) in values
        and stored.get(key) in values
        and rows.agrees(*cell, {**outcome, key: stored[key]}, stored)
        for of, key, values in pair.varies
    )
