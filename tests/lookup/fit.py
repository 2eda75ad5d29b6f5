"""Learn the ranking from labelled queries and write it into `hooks/closecodes/lookup/ranking.json`.

    python tests/lookup/fit.py [--folds 5] [--dry] [-v]

Prints how often the right page comes first, and among three, as told by cross-validation: the threads of the rows are
cut into folds, and each fold is answered by a table that was learned without it.  `--folds 0` leaves that out, `--dry`
writes nothing, `-v` prints the misses of the cross-validation.  The same rows, data and modules give the same table.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from closecodes.lookup.ranking import FILE
from lookup.asking import GUIDES, HERE, MADE_UP_FILES, RANGE_PAGES, Expectation, read_expectations, read_made_up
from lookup.real import all_constants, all_texts, identifiers, real_index
from lookup.score import FILES
from lookup.test_lookup_noise import CODES as BESIDE_NOISE
from lookup.test_lookup_noise import NOISE, asked
from lookup.test_lookup_stages import FIRST

ASKED, SAMPLED, MADE_UP, OF_DATA, PROMISED = 1.0, 3.0, 0.4, 0.5, 12.0
"""How much a row counts: what tests promise most, then the short queries of the samples, least what was made up."""
HEAP = "--max-old-space-size=8000"
"""MB that node may take for 35,000 queries with all their candidates."""
LOG_LINE = "2026-11-20 10:15:32,104 [worker-3] ERROR app.ws:212 {} (pid 4004, 1500 ms)"
BYTES = (
    "88 02 {:02x} {:02x}",
    "[136, 2, {}, {}]",
    "sending 88 02 {:02x} {:02x} to the peer",
    "88 06 {:02x} {:02x} 61 75 74 68",
)
QUESTIONS = ("what is code {}", "what does close code {} mean")
CODES = (
    "closed with code {}",
    "HTTP 404 websocket closed with code {} (HTTP 404)",
    "status=502 Bad websocket closed with code {}",
    "chrome/120.0.1006.1 closed with code {}",
)
ENDS = ("{} sees 1006, {} sees 1005", "{} and {} disagree", "{1} logs 1005 but {0} reports 1006")
TIMER = "websocket closes after {} seconds {}"
RANKING = HERE.parent.parent / "docs" / "scripts" / "lookup" / "ranking.js"
SHORT = 16  # letters
SOME = 3  # of so many identifiers and constants one is learned from; tests ask all
MUST = [*FIRST, *BESIDE_NOISE]
Row = dict[str, Any]


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description="Learn the ranking of the lookup.")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("-v", action="store_true", dest="verbose")
    options = parser.parse_args()
    rows = labelled_rows(options.folds)
    learned_too = [*rows_made_up(), *rows_of_data()]
    given = {"index": real_index(), "rows": [*rows, *learned_too], "folds": options.folds, "learn": not options.dry}
    command = ["node", HEAP, str(HERE / "fit.mjs")]
    done = subprocess.run(command, input=json.dumps(given), stdout=subprocess.PIPE, text=True, check=True, timeout=3600)
    found = json.loads(done.stdout)
    if options.folds:
        print_ranks(rows, [one["rank"] for one in found["judgements"]])
    if options.verbose:
        print_misses(rows, found["judgements"])
    if not options.dry:
        FILE.write_text(written(found), encoding="utf-8")


def written(found: dict[str, Any]) -> str:
    """The tables with a cue on each line, and what they were learned from."""
    lines = [f'{{"step": {found["step"]}', f'"learned_from": "{digest()}"']
    for name, table in found["tables"].items():
        rows = [f"  {json.dumps(cue, ensure_ascii=False)}: {json.dumps(row)}" for cue, row in table.items()]
        lines.append(f'"{name}": {{\n' + ",\n".join(rows) + "\n}")
    return ",\n".join(lines) + "}\n"


def digest() -> str:
    """Of all queries that are learned from, with their labels, of how that is done, and of what cues and marks are."""
    files = [*FILES, *MADE_UP_FILES, Path(__file__), HERE / "fit.mjs", RANKING]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def labelled_rows(folds: int) -> list[Row]:
    """The rows of all query files; those that a second reader saw want the pages that both picked."""
    return [
        {
            "q": one.query,
            "want": _paths(one, one.want),
            "learned": _paths(one, one.agreed),
            "weight": ASKED if _is_asked(path.name) else SAMPLED,
            "thread": one.source or one.query,
            "fold": _fold(one.source or one.query, folds),
            "file": path.relative_to(HERE).as_posix(),
            "kind": one.kind,
        }
        for path in FILES
        for one in read_expectations(path)
    ]


def rows_made_up() -> list[Row]:
    """Queries that were written for learning; cross-validation never asks them."""
    return [
        {"q": one.query, "want": _paths(one, one.want), "weight": MADE_UP, "thread": one.query, "fold": -1}
        for path in MADE_UP_FILES
        for one in read_made_up(path)
    ]


def rows_of_data() -> list[Row]:
    """What must be found because the data names it: constants, log texts, bytes, spans, services with their numbers."""
    index = real_index()
    pages: dict[str, list[str]] = defaultdict(list)
    for name, number, _, users in all_constants()[::SOME]:
        if number >= 1000:
            pages[name].append(f"{number}/" if users else f"{_range_of(number)}/")
    short = [row for row in all_texts() if len(row[0]) <= SHORT]  # hard to find among other words
    for place, (text, number, *_) in enumerate([*all_texts(), *short, *short]):
        if number is not None and number >= 1000:
            printed = re.sub(r"<[^<>]*>", "x", text)
            pages[printed if place % 2 else LOG_LINE.format(printed)].append(f"{number}/")
    for one in index["ranges"]:
        for words in ("{f} to {z}", "{f}-{z}", "codes {f}-{z}"):
            pages[words.format(**one)].append(f"{one['f']}-{one['z']}/")
    for code in index["codes"]:
        for words in BYTES:
            pages[words.format(*divmod(code["n"], 256))].append(f"{code['n']}/")
        for words in CODES:
            pages[words.format(code["n"])].append(f"{code['n']}/")
        if "h" in code:
            pages[f"equivalent of http {code['h'][0]}"].append(f"{code['n']}/")
    assigned = {code["n"] for code in index["codes"]}
    named = [(service["t"], number) for service in index["services"] for number in service["n"]]
    for number in sorted({number for _, number in named if number not in assigned})[:: SOME * 2]:
        for words in QUESTIONS:
            pages[words.format(number)].append(f"{number}/")
    clients, servers = (list(index["bothEnds"][side]) for side in ("clients", "servers"))
    for i, client in enumerate(clients):
        for words in ENDS:
            pages[words.format(client, servers[i % len(servers)])].append("both-ends/")
    rows = [{"q": text, "want": want, "weight": OF_DATA} for text, want in pages.items()]
    rows += [{"q": f"{title} {number}", "want": [f"{number}/"], "weight": SAMPLED} for title, number in named]
    rows += [{"q": code["t"], "want": [f"{code['n']}/"], "weight": PROMISED} for code in index["codes"]]
    libraries = [*index["libraries"], *index["parts"]["more"]["libraries"]]
    for name, paths in list(identifiers().items())[::SOME]:  # few paste a name alone
        rows.append({"q": name, "want": paths, "weight": OF_DATA / 3})
    for seconds, platforms in index["parts"]["more"]["timers"]:
        for place, _ in platforms:  # the guide first, the platform next
            query = TIMER.format(seconds, libraries[place]["t"])
            rows.append({"q": query, "want": ["guide/idle-timeouts/"], "weight": ASKED})
            rows.append({"q": query, "want": [f"libraries/{libraries[place]['i']}/"], "weight": ASKED * 0.7})
    for place, noise in enumerate(NOISE):
        code = index["codes"][place % len(index["codes"])]["n"]
        row = {"q": asked(noise).replace("1011", str(code)), "want": [f"{code}/"], "weight": ASKED / 2}
        rows += [row, {**row, "q": asked(noise), "want": ["1011/"]}]
    rows += [{"q": query, "want": [re.sub("[?#].*", "", page)], "weight": PROMISED} for query, page in MUST]
    return [{**row, "thread": "data", "fold": -1} for row in rows]


def _range_of(number: int) -> str:
    return next(f"{one['f']}-{one['z']}" for one in real_index()["ranges"] if one["f"] <= number <= one["z"])


def print_ranks(rows: list[Row], ranks: list[int]) -> None:
    """By file, and by kind for what people asked."""
    parts: dict[str, list[int]] = defaultdict(list)
    for row, rank in zip(rows, ranks, strict=False):
        parts[row["file"]].append(rank)
        if _is_asked(row["file"]):
            parts["  " + row["kind"]].append(rank)
            parts["all that was asked"].append(rank)
    for name, found in parts.items():
        first, three = sum(rank == 1 for rank in found), sum(1 <= rank <= 3 for rank in found)
        print(f"{name:24} {len(found):5}  first {first / len(found):6.1%}  three {three / len(found):6.1%}")


def print_misses(rows: list[Row], judgements: list[dict[str, Any]]) -> None:
    """Each query whose right page is not first when its thread is unseen."""
    for row, judged in zip(rows, judgements, strict=False):
        if judged["rank"] != 1:
            print(
                f"{row['file']} {row['kind']} rank {judged['rank']}: {row['q'][:200]!r} wants {row['want']}, given {judged['given']}"
            )


def _is_asked(file: str) -> bool:
    """Whether the rows of a query file were met in public threads."""
    return file.startswith(("asked-", "mined-"))


def _fold(thread: str, folds: int) -> int:
    return int(hashlib.sha256(thread.encode()).hexdigest()[8:16], 16) % max(1, folds)


def _paths(one: Expectation, pages: Sequence[int | str]) -> list[str]:
    """The paths of wanted pages as the lookup gives them."""
    wanted = [RANGE_PAGES.get(str(w), str(w)) for w in pages] + [f"guide/{g}" for g in GUIDES.get(one.topic or "", ())]
    longer = [s for w in wanted if w.startswith("services/") for s in _services() if s.startswith(w)]
    inside = [n for n in re.findall(r"\d+", one.query) if any(_is_in(int(n), w) for w in wanted)]
    ends = ["both-ends"] if one.kind == "disagree" else []
    return [f"{path}/" for path in dict.fromkeys([*wanted, *longer, *inside, *ends])]


@functools.cache
def _services() -> list[str]:
    index = real_index()
    return [f"services/{s['i']}" for s in [*index["services"], *index["parts"]["more"]["services"]]]


def _is_in(number: int, span: str) -> bool:
    ends = re.fullmatch(r"(\d+)-(\d+)", span)
    return bool(ends and int(ends[1]) <= number <= int(ends[2]))


if __name__ == "__main__":
    main()
