"""What was learned of the ranking, as the lookup index holds it; `tests/lookup/fit.py` writes `ranking.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("ranking.json")
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""A kind of page or a weight is one of these; a weight of nought is in the middle."""
MOST = len(LETTERS) // 2 - 1
BASE = "*"

Table = dict[str, dict[str, int]]


def entry() -> dict[str, Any]:
    """`step`, `base`: a mark → its weight, `kinds`, and `cues`: a cue → letters in pairs, a kind and its weight.

    A weight is a whole number of steps.
    """
    read = json.loads(FILE.read_text(encoding="utf-8"))
    table: Table = read["table"]
    kinds = sorted({kind for cue, row in table.items() if cue != BASE for kind in row})
    assert len(kinds) <= len(LETTERS), "more kinds of pages than letters"
    letter = dict(zip(kinds, LETTERS, strict=False))
    cues = {
        cue: "".join(letter[kind] + LETTERS[max(-MOST, min(MOST, weight)) + MOST] for kind, weight in row.items())
        for cue, row in table.items()
        if cue != BASE
    }
    return {"step": read["step"], "base": table.get(BASE, {}), "kinds": kinds, "letters": LETTERS, "cues": cues}
