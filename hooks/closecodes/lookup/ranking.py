"""What was learned of the ranking, as the lookup index holds it; `tests/lookup/fit.py` writes `ranking.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

FILE = Path(__file__).with_name("ranking.json")
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""The digits: two of them are the place of a kind of page, one is a weight, with nought in the middle."""
MOST = len(LETTERS) // 2 - 1
BASE = "*"

Table = dict[str, dict[str, int]]


def table(which: Literal["first", "whole"]) -> dict[str, Any]:
    """`step`, `base`: a mark → its weight, `kinds`, and `cues`: a cue → digits in threes, a kind and its weight.

    A weight is a whole number of steps.  `first` is the small table that the first answer is ranked by, `whole` the one
    that takes its place when it has come.
    """
    read = json.loads(FILE.read_text(encoding="utf-8"))
    learned: Table = read[which]
    kinds = sorted({kind for cue, row in learned.items() if cue != BASE for kind in row})
    digits = {kind: LETTERS[place // len(LETTERS)] + LETTERS[place % len(LETTERS)] for place, kind in enumerate(kinds)}
    cues = {
        cue: "".join(digits[kind] + LETTERS[max(-MOST, min(MOST, weight)) + MOST] for kind, weight in row.items())
        for cue, row in learned.items()
        if cue != BASE
    }
    return {"step": read["step"], "base": learned.get(BASE, {}), "kinds": kinds, "letters": LETTERS, "cues": cues}
