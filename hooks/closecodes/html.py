"""Small repairs to finished HTML."""

from __future__ import annotations

import itertools
import re

_PLAIN_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_BOX = '<div class="cc-scroll" tabindex="0" role="region" aria-label="Table {}">'
_KEPT = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


def without_blank_lines(page: str) -> str:
    """The page without blank lines and indentation, outside of preformatted text, and without idle escapes."""
    parts = _KEPT.split(page.replace("&#39;", "'"))  # all attributes stand in double quotes
    return "".join(part if index % 2 else _BLANK.sub("\n", part) for index, part in enumerate(parts))


def scrollable(content: str) -> str:
    """Running text with its tables in boxes that scroll by themselves, and code blocks that do, by keyboard too."""
    count = itertools.count(1)
    content = _PLAIN_TABLE.sub(lambda match: f"{_BOX.format(next(count))}{match[0]}</div>", content)
    return content.replace("<pre>", '<pre tabindex="0">')
