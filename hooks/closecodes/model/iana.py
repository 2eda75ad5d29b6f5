"""IANA's table of close codes, as `data/iana/close-code-number.csv` holds it."""

from __future__ import annotations

import csv
import functools
import io
import re
from dataclasses import dataclass

from ..shape import InvalidValue, Origin

COLUMNS = ("Status Code", "Meaning", "Contact", "Reference", "Change Controller")
OPEN = frozenset({"Unassigned", "Reserved for Private Use"})
"""Meanings of rows that assign nothing."""

_NUMBERS = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?\Z")


@dataclass(frozen=True)
class IanaRow:
    """One row: the numbers, both ends included, and what stands beside them."""

    first: int
    last: int
    meaning: str
    reference: str


@dataclass(frozen=True)
class IanaTable:
    """Every row in the order of the file; `origin` knows the line of row `n` by the key `str(n)`."""

    rows: tuple[IanaRow, ...]
    origin: Origin

    @functools.cached_property
    def names(self) -> dict[int, str]:
        """The Meaning of every number that is assigned or reserved."""
        return {row.first: row.meaning for row in self.rows if row.meaning not in OPEN and row.first == row.last}


def parse_table(text: str) -> list[tuple[int, IanaRow]]:
    """The rows of the CSV text with their lines.  Raises `InvalidValue`, which knows the line."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    rows = []
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise InvalidValue(f"is not IANA's table; write the columns {', '.join(COLUMNS)}", line=1)
        for cells in reader:
            rows.append((reader.line_num, _row(cells, reader.line_num)))
    except csv.Error as error:
        raise InvalidValue(f"is not valid CSV ({error}); mend quotes and commas", line=reader.line_num) from None
    return rows


def _row(cells: list[str], line: int) -> IanaRow:
    match = _NUMBERS.match(cells[0]) if len(cells) == len(COLUMNS) else None
    if not match or not cells[1].strip():
        raise InvalidValue("is no row of the table; copy IANA's row, with a number or a range in front", line=line)
    return IanaRow(int(match[1]), int(match[2] or match[1]), " ".join(cells[1].split()), cells[3].strip())
