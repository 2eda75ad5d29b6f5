"""Ask the lookup in node, as the page would, and judge what it answers."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
MADE_UP_FILES = sorted((HERE / "made-up").glob("*.tsv"))  # queries that nobody was met asking
CONFIDENCE = HERE.parent.parent / "docs" / "scripts" / "lookup" / "confidence.js"
LONGEST_RUN = 300  # seconds for all queries of a call; a run that takes longer hangs
GUIDES = {
    "sendable-codes": ("browsers", "choosing"),
    "reason-limit": ("close-frame",),
    "1005-vs-1006": ("1005-or-1006",),
    "auth-code": ("authentication",),
    "idle-timeout": ("idle-timeouts",),
    "reconnect": ("reconnecting",),
    "handshake-failure": ("handshake-and-tls", "authentication", "proxies", "not-close-codes"),
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
    section: str = ""
    source: str = ""
    agreed: tuple[int | str, ...] = ()  # of `want`, what a second reader picked too; all of it where that says no less

    @property
    def held(self) -> bool:
        """Whether the row is held back from fitting; all rows of a thread are, or none."""
        return int(hashlib.sha256((self.source or self.query).encode()).hexdigest()[:8], 16) % 100 % 3 == 0

    def accepts(self, path: str) -> bool:
        """Whether an answer's page is one of the wanted ones.

        The page of the very number counts where its range is wanted, a guide on the query's topic always, and a
        service may be spelt longer: `services/discord-gateway` where `services/discord` is wanted.  The labels of
        `disagree` are older than /both-ends/: it counts there when the answer names both programs.
        """
        page = re.split(r"[?#]", path)[0].rstrip("/")
        if page in (f"guide/{guide}" for guide in GUIDES.get(self.topic or "", ())):
            return True
        if self.kind == "disagree" and page == "both-ends" and "client=" in path and "server=" in path:
            return True
        return any(
            page == RANGE_PAGES.get(str(w), str(w))
            or (str(w).startswith("services/") and page.startswith(str(w)))
            or self._is_number_in(page, w)
            for w in self.want
        )

    def _is_number_in(self, page: str, want: int | str) -> bool:
        span = re.fullmatch(r"(\d+)-(\d+)", str(want))
        return bool(span and page.isdigit() and page in self.query and int(span[1]) <= int(page) <= int(span[2]))


def read_expectations(path: Path) -> list[Expectation]:
    """The queries of a YAML file."""
    rows = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Expectation(
            query=str(r["q"]),
            want=tuple(r["want"]),
            kind=r["kind"],
            topic=r.get("topic"),
            section=r.get("section", ""),
            source=_thread(r),
            agreed=tuple(r.get("agreed", r["want"])),
        )
        for r in rows
    ]


def read_made_up(path: Path) -> list[Expectation]:
    """The queries of a table without a header: pages, kind, language and query, in which `\\n` is the end of a line."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [Expectation(query.replace("\\n", "\n"), tuple(want.split(",")), kind) for want, kind, _, query in rows]


def _thread(row: dict[str, Any]) -> str:
    """Where a query was met; what was made up is a thread of its own."""
    source = str(row.get("source", ""))
    return source if "http" in source else ""


def confidences() -> list[str]:
    """The names of all rules in the table of confidences."""
    code = f"import({json.dumps(str(CONFIDENCE))}).then((m) => console.log(Object.keys(m.CONFIDENCE).join(' ')))"
    return subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True, timeout=60).stdout.split()


def ask(index: dict[str, Any], queries: list[str], changed: dict[str, float] | None = None) -> dict[str, Any]:
    """`answers`, what each query `took` and `spent` (processor) at first and `again` with all parts, in ms, and `setUp`.  Raises when node fails or hangs."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not on PATH; install Node.js 20 or later to test the lookup")
    given = json.dumps({"index": index, "parts": index.get("parts", {}), "queries": queries, "changed": changed or {}})
    command = [node, str(HERE / "answer.mjs")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=LONGEST_RUN)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ranks_in(index: dict[str, Any], expected: list[Expectation]) -> list[int]:
    """The place of each query's first wanted answer, as `rank_of` counts it, with all parts of the index."""
    given = ask(index, [one.query for one in expected])["answers"]
    return [rank_of(one, answers) for one, answers in zip(expected, given, strict=True)]


def rank_of(expected: Expectation, answers: list[dict[str, Any]]) -> int:
    """The place of the first wanted answer, counted from 1; 0 when there is none."""
    return next((i for i, answer in enumerate(answers, 1) if expected.accepts(answer["path"])), 0)
