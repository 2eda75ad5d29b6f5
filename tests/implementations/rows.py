"""Outcomes as rows: what cases have in common is written once.

Codes come as runs of tested codes.  Where an outcome repeats the code it is about, `same` and `<code>`
stand for it, so that a whole range fits in one row.  The same outcomes give the same rows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from closecodes.model.case import TESTED, about

from .cases import Key

Outcome = dict[str, Any]
Row = dict[str, Any]

PARTS = ("send", "receive", "answered", "absent", "defaults")
TIMES = ("waited", "told_after", "ended_after")
"""Whole seconds, which a busy machine stretches."""

_KEYS = ("wire", "wire_reason", "wire_bytes", "refused", "app", "app_reason", "clean", "text", *TIMES)
_CODES = ("wire", "app")
_TEXTS = ("wire_reason", "refused", "app_reason", "text")
_LIMIT = 200

_VARIABLE = (
    (re.compile(r"\?task=[^ ]*?(?=: )"), ""),  # the task in a server's address
    (re.compile(r"(?<=127\.0\.0\.1:)\d+"), "<port>"),
    (re.compile(r"(.)\1{19,}"), r"\1\1\1…"),
)
_NAMES = [(re.compile(r"((?:received|sent) <code> \()[^()]+"), r"\1<name>")]  # websockets: (going away)


def tidy(outcome: Outcome) -> Outcome:
    """The outcome with its keys in order, and in its texts no port, no hash, nothing endless or invisible."""
    return {key: _tidy_text(outcome[key]) if key in _TEXTS else outcome[key] for key in _KEYS if key in outcome}


def _tidy_text(text: str) -> str:
    for pattern, shown in _VARIABLE:
        text = pattern.sub(shown, text)
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text).strip()
    return text if len(text) <= _LIMIT else f"{text[:_LIMIT].rstrip()}…"


def encodings(code: int | None, outcome: Outcome) -> list[Outcome]:
    """All ways to write a tidied outcome, with and without `same`, `<code>` and `<name>`."""
    choices = [_choices(code, key, outcome[key]) for key in outcome]
    return [dict(zip(outcome, values, strict=True)) for values in itertools.product(*choices)]


def _choices(code: int | None, key: str, value: Any) -> list[Any]:
    if code is None or key not in _CODES + _TEXTS:
        return [value]
    if key in _CODES:
        return [value, "same"] if value == code else [value]
    general = re.sub(rf"(?<!\d){code}(?!\d)", "<code>", value)
    for pattern, shown in _NAMES:
        general = pattern.sub(shown, general)
    return [value] if general == value else [value, general]


def rows(part: str, outcomes: dict[Key, Outcome]) -> list[Row]:
    """The fewest rows, roughly: the way of writing that covers most cases first."""
    open_ = {case: encodings(about(part, case), tidy(outcome)) for case, outcome in outcomes.items()}
    groups: list[tuple[Outcome, list[Key]]] = []
    while open_:
        best = _widest(open_)
        covered = [case for case, ways in open_.items() if best in ways]
        groups.append((best, covered))
        for case in covered:
            del open_[case]
    order = list(outcomes)
    groups.sort(key=lambda group: order.index(group[1][0]))
    return [_row(outcome, covered) for outcome, covered in groups]


def _widest(open_: dict[Key, list[Outcome]]) -> Outcome:
    counts: dict[str, int] = {}
    ways = {repr(way): way for choices in open_.values() for way in choices}
    for way in itertools.chain.from_iterable(open_.values()):
        counts[repr(way)] = counts.get(repr(way), 0) + 1
    return ways[max(counts, key=lambda way: counts[way])]  # the first of equals


def _row(outcome: Outcome, covered: list[Key]) -> Row:
    row: Row = {}
    codes = [case for case in covered if isinstance(case, int)]
    if codes:
        row["codes"] = list(_runs(codes))
    if len(codes) < len(covered):
        row["cases"] = [case for case in covered if isinstance(case, str)]
    return row | outcome


def _runs(codes: list[int]) -> Iterator[int | str]:
    tested = (*TESTED, 65536, 66536)
    for _, run in itertools.groupby(sorted(codes), key=lambda code: tested.index(code) - sorted(codes).index(code)):
        members = list(run)
        yield members[0] if len(members) == 1 else f"{members[0]}-{members[-1]}"


def find(part_rows: list[Row], case: Key) -> Outcome | None:
    """The stored outcome of a case, as it is written."""
    for row in part_rows:
        if case in row.get("cases", ()) or (
            isinstance(case, int) and any(_in(case, run) for run in row.get("codes", ()))
        ):
            return {key: value for key, value in row.items() if key in _KEYS}
    return None


def _in(code: int, run: int | str) -> bool:
    first, _, last = str(run).partition("-")
    return int(first) <= code <= int(last or first)


def agrees(part: str, case: Key, outcome: Outcome, stored: Outcome | None) -> bool:
    """Whether a measured outcome is what the stored row says; times may differ by a second, or by a tenth."""
    if stored is None or not _same_times(outcome, stored):
        return False
    return _timeless(stored) in encodings(about(part, case), tidy(_timeless(outcome)))


def with_times_of(stored: Outcome | None, outcome: Outcome) -> Outcome:
    """An outcome with the times of a stored one that agrees with it."""
    return outcome | {key: value for key, value in (stored or {}).items() if key in TIMES}


def _timeless(outcome: Outcome) -> Outcome:
    return {key: value for key, value in outcome.items() if key not in TIMES}


def _same_times(outcome: Outcome, stored: Outcome) -> bool:
    seen, known = ({key: of[key] for key in TIMES if key in of} for of in (outcome, stored))
    return seen.keys() == known.keys() and all(abs(seen[key] - known[key]) <= max(1, known[key] / 10) for key in known)
