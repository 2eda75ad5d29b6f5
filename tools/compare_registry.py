"""Compare IANA's close codes with our snapshot: `python tools/compare_registry.py snapshot.csv live.csv`.

Prints the differences as Markdown.  Exit status 0: the same; 1: they differ; 2: one of the files is not the table.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

KEY = "Status Code"
COMPARED = ("Meaning", "Contact", "Reference")

Table = dict[str, dict[str, str]]


class NotTheTable(ValueError):
    """A file that does not hold IANA's table of close codes."""


def read_table(path: Path) -> Table:
    """The rows by status code, with white space made even.  Raises `NotTheTable`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeError, csv.Error) as error:
        raise NotTheTable(f"{path}: cannot be read: {error}") from None
    if not rows or not {KEY, *COMPARED} <= rows[0].keys():
        raise NotTheTable(f"{path}: is not the table; it needs the columns {', '.join((KEY, *COMPARED))}")
    table = {_even(row[KEY]): {column: _even(row[column]) for column in COMPARED} for row in rows}
    if "1000" not in table:
        raise NotTheTable(f"{path}: has no row for 1000, so it is cut off or something else")
    return table


def _even(text: str | None) -> str:
    return " ".join((text or "").split())


def differences(snapshot: Table, live: Table) -> list[str]:
    """One line for each row that came, went or changed."""
    lines = []
    for code in sorted(snapshot.keys() | live.keys(), key=_first_number):
        before, after = snapshot.get(code), live.get(code)
        if before is None and after is not None:
            lines.append(f"- new row {_quoted(code)}: {_row(after)}")
        elif before is not None and after is None:
            lines.append(f"- row {_quoted(code)} is gone: {_row(before)}")
        elif before is not None and after is not None:
            changed = [column for column in COMPARED if before[column] != after[column]]
            lines += [f"- {_quoted(code)}, {c}: {_quoted(before[c])} is now {_quoted(after[c])}" for c in changed]
    return lines


def _first_number(code: str) -> tuple[int, str]:
    first = code.partition("-")[0]
    return (int(first) if first.isdecimal() else -1, code)


def _row(row: dict[str, str]) -> str:
    return ", ".join(_quoted(row[column]) for column in COMPARED)


def _quoted(text: str) -> str:
    """A text that can do nothing in an issue, such as notify somebody by an @."""
    return f"`{text.replace('`', chr(39))}`" if text else "(empty)"


def report(lines: list[str]) -> str:
    """The body of the issue."""
    steps = (
        "1. Bring `data/iana/close-code-number.csv` up to date.\n"
        "2. Write `data/codes/<code>.yml` for a new code, or correct the one whose row changed.\n"
        "3. Add an entry to `data/changes.yml`, so that the feed tells of it.\n"
        "4. Run `UPDATE=1 make test`, which adds the new addresses to the lists that only grow.\n"
    )
    return f"IANA's table of close codes differs from our snapshot.\n\n{chr(10).join(lines)}\n\nWhat to do:\n\n{steps}"


def main(arguments: list[str]) -> int:
    """Compare two files; gives the exit status."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        lines = differences(*(read_table(Path(name)) for name in arguments))
    except NotTheTable as error:
        print(error, file=sys.stderr)
        return 2
    if lines:
        print(report(lines), end="")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
