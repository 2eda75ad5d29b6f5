"""What pages carry for their scripts: the registry's numbers as JSON in an attribute, and the decoder's table of codes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from .code_table import code_table
from .model import CloseCode, Registry

ATTRIBUTE = "data-code-table"
"""Where `docs/decode.md` wants the data."""

ROW = "| every assigned code, from the registry | | | |"
"""The row of its table in whose place the codes come."""

_MAY_BE_SENT = {"registered": "yes", "reserved": "no", "local-only": "never"}


def script_data(registry: Registry) -> str:
    """The code table with `pages`, the first and last number of each run of numbers that have pages, as compact JSON."""
    return json.dumps(
        {**code_table(registry), "pages": _runs(registry.numbers)}, ensure_ascii=False, separators=(",", ":")
    )


def with_code_table(markdown: str, registry: Registry) -> str:
    """A hand-written page with the table and the data of every assigned code where it asks for them."""
    rows = "\n".join(_row(code) for code in registry.codes)
    data = f'{ATTRIBUTE}="{html.escape(script_data(registry))}"'
    return markdown.replace(ROW, rows).replace(f" {ATTRIBUTE} ", f" {data} ")


def _row(code: CloseCode) -> str:
    payload = code.code.to_bytes(2, "big").hex(" ").upper()
    return f"| [{code.code}]({code.code}.md) | {code.title} | `{payload}` | {_MAY_BE_SENT[code.status]} |"


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
