"""Fit the numbers of the lookup to the labelled queries and write them into `docs/scripts/lookup/confidence.js`.

    python tests/lookup/fit.py [minutes [pattern]]

With a pattern only the numbers are moved whose name, such as `confidence.duration`, it fits.

Only rows that are not held back are read.  Each number is moved by a few per cent as long as the right pages come
first more often; afterwards `score.py --part held` says whether that was learned or only remembered.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

from lookup.asking import CONFIDENCE, GUIDES, HERE, RANGE_PAGES, Expectation, read_expectations
from lookup.real import real_index
from lookup.score import FILES

WEIGHTS = {"asked-fitting.yml": 1.5}
"""How much a row counts by its file: what people really asked counts most."""


def main(minutes: float, only: str) -> None:
    """Fit and write."""
    index = real_index()
    rows = [
        {"q": one.query, "want": _paths(one, index), "weight": WEIGHTS.get(path.name, 1)}
        for path in FILES
        for one in read_expectations(path)
        if not one.held
    ]
    given = json.dumps({"index": index, "rows": rows, "minutes": minutes, "only": only})
    done = subprocess.run(
        ["node", str(HERE / "fit.mjs")], input=given, stdout=subprocess.PIPE, text=True, check=True, timeout=3600
    )
    settings: dict[str, dict[str, float | list[float]]] = json.loads(done.stdout)
    text = CONFIDENCE.read_text(encoding="utf-8")
    for table, values in settings.items():
        start = text.index(f"export const {table.upper()} =")
        for name, value in values.items():
            found = re.compile(rf"(\b{name}: )(?:\[[^\]]*\]|[\d.]+)").search(text, start)
            assert found, name
            text = f"{text[: found.start()]}{found[1]}{json.dumps(value)}{text[found.end() :]}"
    CONFIDENCE.write_text(text, encoding="utf-8")


def _paths(one: Expectation, index: dict[str, Any]) -> list[str]:
    """The paths of the wanted pages as the lookup gives them."""
    wanted = [RANGE_PAGES.get(str(w), str(w)) for w in one.want] + [
        f"guide/{g}" for g in GUIDES.get(one.topic or "", ())
    ]
    services = [f"services/{s['i']}" for s in index["services"]]
    longer = [s for w in wanted if w.startswith("services/") for s in services if s.startswith(w)]
    inside = [n for n in re.findall(r"\d+", one.query) if any(_is_in(int(n), w) for w in wanted)]
    return [f"{path}/" for path in dict.fromkeys([*wanted, *longer, *inside])]


def _is_in(number: int, span: str) -> bool:
    ends = re.fullmatch(r"(\d+)-(\d+)", span)
    return bool(ends and int(ends[1]) <= number <= int(ends[2]))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2] if len(sys.argv) > 2 else "")
