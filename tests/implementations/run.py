"""Measure implementations and compare with `data/measured/`, or rewrite it.

`python tests/implementations/run.py --all` compares and exits with 1 on any difference; with `--write` the
files are rewritten, and those with nothing new stay as they are.  Instead of `--all`, name ids such as
`ws.client`.  MEASURE_PYTHON is the Python of the environment that requirements.txt describes.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
sys.path[:0] = [str(TESTS), str(ROOT / "hooks")]

from implementations import writer  # noqa: E402
from implementations.driver import DriverFailed  # noqa: E402
from implementations.measure import Cell, Outcome, Result, cells_of, measure  # noqa: E402
from implementations.pairs import PAIRS, Pair  # noqa: E402

STORE = ROOT / "data" / "measured"
METHOD = "raw-frame peer on loopback; repeated by make measure"
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
            if writer.agrees(*cell, outcome, done.different[cell]):
                done.result.outcomes[cell] = outcome
        _compare(done, stored)
    return done


def _compare(done: Measured, stored: dict[str, Any]) -> None:
    found = {cell: writer.find(stored.get(cell[0], []), cell[1]) for cell in done.result.outcomes}
    done.different = {
        cell: found[cell]
        for cell, outcome in done.result.outcomes.items()
        if not writer.agrees(*cell, outcome, found[cell])
    }


def document(done: Measured) -> dict[str, Any]:
    """What is written about one implementation."""
    pair, result = done.pair, done.result
    head = {
        "name": pair.name, "library": pair.library, "version": result.version, "using": result.using,
        "language": pair.language, "role": pair.role, "measured": datetime.date.today(), "method": METHOD,
        "notes": list(pair.notes),
    }  # fmt: skip
    parts = {
        part: writer.rows(part, {case: result.outcomes[part, case] for of, case in cells_of(pair) if of == part})
        for part in writer.PARTS
    }
    return {key: value for key, value in head.items() if value} | parts


def report(done: Measured) -> None:
    """Print one line, and one for each cell that is not as stored."""
    outcomes = done.result.outcomes
    print(f"{done.pair.id} {done.result.version}: {len(outcomes)} cells, {len(done.different)} not as stored", flush=True)
    for cell, stored in done.different.items():
        print(f"  {cell[0]} {cell[1]}: stored {stored}, measured {writer.tidy(outcomes[cell])}")


def main() -> int:
    """Run; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*", choices=[*(pair.id for pair in PAIRS), []], metavar="id")
    parser.add_argument("--all", action="store_true", help="every implementation the harness drives")
    parser.add_argument("--write", action="store_true", help="rewrite data/measured/")
    parser.add_argument("--jobs", type=int, default=8, help="how many at a time (8)")
    given = parser.parse_args()
    pairs = [pair for pair in PAIRS if given.all or pair.id in given.ids]
    if not pairs:
        parser.error("name implementations or give --all")
    started = time.monotonic()
    failed = differing = written = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for pair, future in [(pair, pool.submit(measured, pair)) for pair in pairs]:
            try:
                done = future.result()
            except (DriverFailed, OSError) as error:
                print(f"{pair.id}: not measured: {error}", flush=True)
                failed += 1
                continue
            report(done)
            differing += bool(done.different)
            if given.write:
                written += writer.write(path_of(pair), document(done))
    seconds = time.monotonic() - started
    print(f"{len(pairs) - failed} measured in {seconds:.0f} s, {failed} failed, {differing} differ, {written} written")
    return 1 if failed or differing and not given.write else 0


if __name__ == "__main__":
    sys.exit(main())
