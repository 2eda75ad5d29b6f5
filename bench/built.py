"""A registry built in several ways."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

from lookup.asking import HERE as QUERIES
from lookup.asking import ask, read_expectations

from . import ROOT
from .projects import Project
from .sameness import text_share
from .timing import Run, interleaved, median, median_ratio, percentile


@dataclass(frozen=True)
class Built:
    """One registry, built several times: `ours`, `plain` files with our theme, and with `material` as it comes."""

    name: str
    pages: int
    share: float
    runs: dict[str, list[Run]]
    sizes: dict[str, int]
    index: bytes
    latency: tuple[float, float]
    edits: list[tuple[float, float]]

    def ratio(self, other: str) -> float:
        """Our build against another."""
        return median_ratio(self.runs["ours"], self.runs[other])

    @property
    def editing(self) -> float:
        """A saved edit against a cold build in the same process, in processor time."""
        return statistics.median(edited / cold for cold, edited in self.edits)

    @property
    def seconds(self) -> float:
        """Processor seconds of our build."""
        return median(self.runs["ours"], lambda run: run.processor)


def build_all(name: str, project: Project, rounds: int, others: tuple[str, ...]) -> Built:
    """Build a project with our hook and in the other ways, each several times, and measure what comes out."""
    commands = {"ours": project.command("mkdocs.yml", "site-ours")}
    commands |= {other: project.command(f"{other}.yml", f"site-{other}") for other in others}
    runs = interleaved(commands, project.folder, rounds)
    index = (project.site / "lookup.json").read_bytes()
    queries = [expected.query for expected in read_expectations(QUERIES / "queries.yml")]
    took = ask(json.loads(index), queries)["took"]
    sizes = {page: (project.site / page / "index.html").stat().st_size for page in ("1006", "4004", "4000-4999")}
    share = text_share(project.folder / "site-ours", project.folder / "site-plain")
    return Built(
        name, project.pages, share, runs, sizes, index, (percentile(took, 50), percentile(took, 95)), _edits(project)
    )


def _edits(project: Project) -> list[tuple[float, float]]:
    """Processor seconds of cold builds, each with those of the build after a saved edit."""
    command = [sys.executable, "-m", "bench.editing", str(project.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=True)
    edits: list[tuple[float, float]] = json.loads(done.stdout.splitlines()[-1])
    return edits
