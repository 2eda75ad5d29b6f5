"""Ask the lookup in node, as the page would, and judge what it answers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
LONGEST_RUN = 300  # seconds for all queries of a call; a run that takes longer hangs
GUIDES = {
    "sendable-codes": ("browsers", "choosing"),
    "reason-limit": ("close-frame",),
    "1005-vs-1006": ("1005-or-1006",),
    "auth-code": ("authentication",),
    "idle-timeout": ("idle-timeouts",),
    "reconnect": ("reconnecting",),
    "handshake-failure": ("handshake-and-tls",),
    "close-frame": ("close-frame",),
    "not-a-close-code": ("not-close-codes",),
}  # the guides on each topic that a query file may name
RANGE_PAGES = {"1016-2999": "1000-2999"}  # the unassigned part of a range has no page of its own


@dataclass(frozen=True)
class Expectation:
    """A query with the pages that answer it: a number, a range such as `4000-4999`, a path such as `services/okx`."""

    query: str
    want: tuple[int | str, ...]
    kind: str
    topic: str | None = None

    def accepts(self, path: str) -> bool:
        """Whether an answer's page is one of the wanted ones.

        The page of the very number counts where its range is wanted, and a guide on the query's topic always.
        """
        page = re.split(r"[?#]", path)[0].rstrip("/")
        if page in (f"guide/{guide}" for guide in GUIDES.get(self.topic or "", ())):
            return True
        return any(page == RANGE_PAGES.get(str(w), str(w)) or self._is_number_in(page, w) for w in self.want)

    def _is_number_in(self, page: str, want: int | str) -> bool:
        span = re.fullmatch(r"(\d+)-(\d+)", str(want))
        return bool(span and page.isdigit() and page in self.query and int(span[1]) <= int(page) <= int(span[2]))


def read_expectations(path: Path) -> list[Expectation]:
    """The queries of a YAML file."""
    rows = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [Expectation(str(r["q"]), tuple(r["want"]), r["kind"], r.get("topic")) for r in rows]


def ask(index: dict[str, Any], queries: list[str]) -> dict[str, Any]:
    """`answers`, what each query `took` and `spent` (processor) in ms, and `setUp`.  Raises when node fails or hangs."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not on PATH; install Node.js 20 or later to test the lookup")
    given = json.dumps({"index": index, "queries": queries})
    command = [node, str(HERE / "answer.mjs")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=LONGEST_RUN)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rank_of(expected: Expectation, answers: list[dict[str, Any]]) -> int:
    """The place of the first wanted answer, counted from 1; 0 when there is none."""
    return next((i for i, answer in enumerate(answers, 1) if expected.accepts(answer["path"])), 0)
