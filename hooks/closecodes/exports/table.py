"""The assigned codes as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ..text import plain
from .entries import CodeEntry

COLUMNS = (
    "code", "name", "short_name", "status", "range",
    "sendable", "sender", "browser_may_send", "reconnect", "summary", "url",
)  # fmt: skip
"""The keys of `codes.json` that fit into a cell; `reconnect` is the verdict, `summary` comes without markup."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def codes_csv(codes: Iterable[CodeEntry]) -> str:
    """One line for each code below a line of column names, as RFC 4180 describes it but with plain line feeds.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for code in codes:
        writer.writerow([_cell(code, column) for column in COLUMNS])
    return text.getvalue()


def _cell(code: CodeEntry, column: str) -> str:
    if column == "reconnect":
        return code.reconnect.verdict
    value = getattr(code, column)
    text = str(value).lower() if isinstance(value, bool) else plain(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
