"""Measure and print: `python -m bench [part ...] [--queries FILE ...] [--keep]`, from the repository's root.

Parts are build, lookup, growth, weight and lighthouse; all of them when none is named.  `--keep` writes the table
into README.md, between its markers, when it is whole: all parts, with the project's own queries.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
from collections.abc import Callable
from pathlib import Path

from . import ROOT, builds, growth, lighthouse, lookups, weight
from .report import Part, detailed, keep, summary

PARTS: dict[str, Callable[[argparse.Namespace], Part]] = {
    "build": lambda _: builds.measure(),
    "lookup": lambda options: lookups.measure(options.queries),
    "growth": lambda _: growth.measure(),
    "weight": lambda _: weight.measure(),
    "lighthouse": lambda _: lighthouse.measure(),
}


def main() -> None:
    """Run the chosen parts."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"any of {', '.join(PARTS)}")
    parser.add_argument("--queries", nargs="+", type=Path, default=[], metavar="FILE", help="queries to ask instead")
    parser.add_argument("--keep", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    strangers = [name for name in options.parts if name not in PARTS]
    if strangers:
        parser.error(f"no such part: {', '.join(strangers)}")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    found = [PARTS[name](options) for name in options.parts or PARTS]
    print(f"{summary(found)}\n\n{detailed(found)}")
    if options.keep and not options.parts and not options.queries:
        _keep(f"\n{summary(found)}\n\n{_where()}\n")


def _keep(text: str) -> None:
    if not keep(text, ROOT / "README.md"):
        print("\nREADME.md has no place for the table: it needs the two markers of bench/report.py")


def _where() -> str:
    today = datetime.date.today().isoformat()
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    return f"Measured by `make bench` on {today}: {machine}. Medians; times differ between machines, ratios less."


if __name__ == "__main__":
    main()
