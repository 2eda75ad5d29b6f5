"""Small repairs to finished HTML, and its division into elements.  Each takes time in proportion to the text."""

from __future__ import annotations

import itertools
import re

_PLAIN_TABLE = re.compile(r"<(table)>")
_HEAD = re.compile(r"<(th)\b")
_CELL = re.compile(r"<td\b")
_TAG = re.compile(r"<[^<>]*>")
_BOX = '<div class="cc-scroll" tabindex="0" role="region" aria-label="Table {}">'
_KEPT = re.compile(r"<(pre|textarea)\b")
_UNIT = re.compile(r"(?<=\d) (?=(?:(?:ms|s|min|h|KiB|MiB|GiB)\b|%)(?![^<>]*>|[^<]*</(?:code|title)>))")


def divided(text: str, opening: re.Pattern[str]) -> list[str]:
    """The text in parts, by turns outside and inside of elements; `opening` finds their starts, its group 1 is the name.

    Elements are not nested in others of their name.  One that is never closed, and all behind it, count as outside.
    """
    parts, end = [], 0
    while found := opening.search(text, end):
        closing = f"</{found[1]}>"
        close = text.find(closing, found.end())
        if close < 0:
            break
        parts += [text[end : found.start()], text[found.start() : close + len(closing)]]
        end = close + len(closing)
    return [*parts, text[end:]]


def tidied(page: str) -> str:
    """The page without blank lines and indentation outside of preformatted text, and without idle escapes.

    A number and its unit, such as 60 s, stay on one line, but for code, which people copy.
    """
    parts = divided(page.replace("&#39;", "'"), _KEPT)  # all attributes stand in double quotes
    return "".join(part if index % 2 else _UNIT.sub("\u00a0", _closed_up(part)) for index, part in enumerate(parts))


def _closed_up(text: str) -> str:
    first, *others = text.split("\n")
    if not others:
        return text
    *middle, last = others
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, middle)), last.lstrip()])


def scrollable(content: str) -> str:
    """Running text with its tables in boxes that scroll by themselves, and code blocks that do, by keyboard too.

    The cells of a table are labelled with their heads, for narrow screens, where rows are stacked.
    """
    count = itertools.count(1)
    parts = divided(content, _PLAIN_TABLE)
    boxed = [
        f"{_BOX.format(next(count))}{_labelled(part)}</div>" if index % 2 else part for index, part in enumerate(parts)
    ]
    return "".join(boxed).replace("<pre>", '<pre tabindex="0">')


def _labelled(table: str) -> str:
    """A table whose cells name their head, except the first of each row, which heads the row itself."""
    heads = [_TAG.sub("", head).strip().replace('"', "&quot;") for head in divided(table, _HEAD)[1::2]]
    first, *rows = table.replace("<table>", '<table class="cc-table cc-text">', 1).split("<tr>")
    return "<tr>".join([first, *(_with_labels(row, heads) for row in rows)])


def _with_labels(row: str, heads: list[str]) -> str:
    start, *cells = _CELL.split(row)
    labels = ["", *(f' data-label="{head}"' if head else "" for head in heads[1:])]
    return start + "".join(
        f"<td{label}{cell}" for label, cell in itertools.zip_longest(labels[: len(cells)], cells, fillvalue="")
    )
