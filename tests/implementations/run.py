"""Measure implementations and compare with `data/measured/`, or rewrite it.

`python tests/implementations/run.py --all` compares and exits with 1 on any difference; with `--write` the
files are rewritten, and those with nothing new stay as they are.  Instead of `--all`, name ids such as
`ws.client`.  What drivers need is installed and built first where that can be done.  What differs or fails is measured
once more when all others are done, so that a busy machine is not taken for a difference.  The last line says how many
implementations were measured, how many are as stored, and which cannot be had here, with the reason.  MEASURE_PYTHON is
the Python of the environment that requirements.txt describes.
"""

from __future__ import annotations

import argparse
import datetime
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from implementations import rows, writer
from implementations.compare import Measured, compared, measured, path_of
from implementations.driver import DriverFailed
from implementations.handshake import Refused
from implementations.measure import cells_of
from implementations.pair import Pair, why_old
from implementations.pairs import PAIRS
from implementations.prepare import prepare

METHOD = "raw-frame peer on loopback; repeated by make measure"


def document(done: Measured) -> dict[str, Any]:
    """What is written about one implementation."""
    pair, result = done.pair, done.result
    head = {
        "name": pair.name, "library": pair.library, "version": result.version, "using": result.using,
        "language": pair.language, "role": pair.role, "measured": datetime.date.today(), "method": METHOD,
        "old": why_old(pair), "notes": list(pair.notes),
    }  # fmt: skip
    parts = {
        part: rows.rows(part, {case: result.outcomes[part, case] for of, case in cells_of(pair) if of == part})
        for part in rows.PARTS
    }
    return {key: value for key, value in head.items() if value} | parts


def report(done: Measured) -> None:
    """Print one line, and one for each cell that is not as stored."""
    outcomes = done.result.outcomes
    other = f" ({stored} is stored)" if (stored := done.other_version) else ""
    lines = [f"{done.pair.id} {done.result.version}{other}: {len(outcomes)} cells, {len(done.different)} not as stored"]
    lines += [
        f"  {cell[0]} {cell[1]}: stored {stored}, measured {rows.tidy(outcomes[cell])}"
        for cell, stored in done.different.items()
    ]
    print("\n".join(lines), flush=True)


def attempt(pair: Pair) -> Measured | str:
    """Measure one implementation and report; a text says why it could not be measured."""
    try:
        done = measured(pair)
    except (DriverFailed, Refused, OSError) as error:
        print(f"{pair.id}: not measured: {error}", flush=True)
        return str(error)
    report(done)
    return done


def once_more(pair: Pair, before: Measured | str) -> Measured | str:
    """Measure what failed or differed a second time, alone; what is as stored now counts as that."""
    if isinstance(before, str):
        return attempt(pair)
    if before.different and not before.other_version:
        try:
            before.settle(compared(pair, list(before.different)))
        except (DriverFailed, Refused, OSError) as error:
            print(f"{pair.id}: not measured again: {error}", flush=True)
        report(before)
    return before


def end_of(pair: Pair, done: Measured | str, write: bool) -> str:
    """How it went with one implementation, in a word or two; writes what was measured where that is wanted."""
    if isinstance(done, str):
        return "not measured"
    if write:
        return "written" if writer.write(path_of(pair), document(done)) else "as stored"
    return "different" if done.different else "as stored"


def summary(ends: dict[str, str], absent: dict[str, str]) -> str:
    """The last line: how many were measured, how that ended, and what is missing, with the reason."""
    named = ("different", "not measured")
    here = [end for end in ends.values() if end != "not measured"]
    counts = ", ".join(f"{here.count(end)} {end}" for end in ("as stored", "written", "different") if end in here)
    parts = [f"measured: {len(here)} of {len(ends) + len(absent)} implementations ({counts or 'none'})"]
    parts += [
        f"{end}: {', '.join(id for id, how in ends.items() if how == end)}" for end in named if end in ends.values()
    ]
    missing = "; ".join(f"{id} ({why})" for id, why in absent.items()) or "none"
    return "; ".join([*parts, f"not available here: {missing}"])


def main() -> int:
    """Run; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="id", help="implementations, such as ws.client")
    parser.add_argument("--all", action="store_true", help="every implementation the harness drives")
    parser.add_argument("--write", action="store_true", help="rewrite data/measured/")
    parser.add_argument("--jobs", type=int, default=8, help="how many at a time (8)")
    given = parser.parse_args()
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell's background jobs ignore it, and so would drivers
    known = {pair.id: pair for pair in PAIRS}
    if given.all == bool(given.ids) or not known.keys() >= set(given.ids):
        parser.error(f"give --all or some of {', '.join(known)}")
    pairs = [known[id] for id in given.ids or known]
    started = time.monotonic()
    absent = prepare(pairs)
    here = [pair for pair in pairs if pair.id not in absent]
    with ThreadPoolExecutor(given.jobs) as pool:
        first = list(pool.map(attempt, here))
    ends = {pair.id: end_of(pair, once_more(pair, done), given.write) for pair, done in zip(here, first, strict=True)}
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    print(summary(ends, absent), flush=True)
    return 1 if {"different", "not measured"} & set(ends.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
