"""Small repairs to finished HTML."""

from __future__ import annotations

import re

_PLAIN_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_KEPT = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


def without_blank_lines(page: str) -> str:
    """The page without blank lines and indentation, outside of preformatted text."""
    parts = _KEPT.split(page)
    return "".join(part if index % 2 else _BLANK.sub("\n", part) for index, part in enumerate(parts))


def scrollable_tables(content: str) -> str:
    """Running text with its tables in boxes that scroll by themselves, by keyboard too."""
    box = '<div class="cc-scroll" tabindex="0" role="group" aria-label="Table">'
    return _PLAIN_TABLE.sub(lambda match: f"{box}{match[0]}</div>", content)
