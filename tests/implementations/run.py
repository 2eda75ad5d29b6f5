"""Measure implementations and compare with `data/measured/`, or rewrite it.

`python tests/implementations/run.py --all` compares and exits with 1 on any difference; with `--write` the
files are rewritten, and those with nothing new stay as they are.  Instead of `--all`, name ids such as
`ws.client`.  What drivers need is installed and built first where that can be done; the last line says how many
implementations were measured, and which cannot be had here.  MEASURE_PYTHON is the Python of the environment that requirements.txt describes.
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
from implementations.compare import Measured, measured, path_of
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
    print(
        f"{done.pair.id} {done.result.version}: {len(outcomes)} cells, {len(done.different)} not as stored", flush=True
    )
    for cell, stored in done.different.items():
        print(f"  {cell[0]} {cell[1]}: stored {stored}, measured {rows.tidy(outcomes[cell])}")


def attempt(pair: Pair, write: bool) -> str:
    """Measure one implementation, report, and say in a word how it went."""
    try:
        done = measured(pair)
    except (DriverFailed, Refused, OSError) as error:
        print(f"{pair.id}: not measured: {error}", flush=True)
        return "not measured"
    report(done)
    if write:
        return "written" if writer.write(path_of(pair), document(done)) else "as stored"
    return "different" if done.different else "as stored"


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
    with ThreadPoolExecutor(given.jobs) as pool:
        finished = list(
            pool.map(lambda pair: attempt(pair, given.write), [pair for pair in pairs if pair.id not in absent])
        )
    seconds = time.monotonic() - started
    print(f"{seconds:.0f} s: " + ", ".join(f"{finished.count(end)} {end}" for end in sorted(set(finished))))
    here = len(finished) - finished.count("not measured")
    there = "; ".join(f"{id} ({why})" for id, why in absent.items()) or "none"
    print(f"measured: {here} of {len(pairs)} pairs; not available here: {there}")
    return 1 if "not measured" in finished or "different" in finished else 0


if __name__ == "__main__":
    sys.exit(main())
