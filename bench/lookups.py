"""How often the box has the right page first, how fast, and how Material's own search does on the same queries."""

from __future__ import annotations

import gzip
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from lookup.asking import HERE as QUERIES
from lookup.asking import Expectation, rank_of, read_expectations
from serving import serve

from .browser import browser
from .projects import Project, prepare
from .report import Detail, Figure, Part, kib, percent
from .timing import percentile, run

_SCRIPT = Path(__file__).resolve().parent / "searching.js"
_COLD = """new MutationObserver((_, observer) => {
  if (!document.querySelector("[data-answer]")) return;
  window.firstAnswer = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });"""


@dataclass(frozen=True)
class Found:
    """The place of the right page for each query (0: not found), and how long each took in milliseconds."""

    ranks: list[int]
    took: list[float]

    def within(self, most: int, chosen: Sequence[int]) -> str:
        """The share of the chosen queries whose right page is among the first so many."""
        return percent(sum(1 <= self.ranks[place] <= most for place in chosen), len(chosen))

    @property
    def latency(self) -> str:
        """Median and 95th percentile."""
        return f"{percentile(self.took, 50):.1f} / {percentile(self.took, 95):.1f} ms"


def measure(files: Sequence[Path] = ()) -> Part:
    """Ask all queries of the files, by default the project's own."""
    named = {path.name: path for path in files} or {"our own": QUERIES / "queries.yml"}
    with tempfile.TemporaryDirectory() as folder, browser() as started:
        project = prepare(Path(folder) / "real")
        run(project.command("material.yml", "site-material"), project.folder)
        figures, details = _index_and_cold(project, started), []
        for name, path in named.items():
            expected = read_expectations(path)
            ours, material = _asked(project, started, expected)
            figures += _figures(name, expected, ours, material)
            details.append(_detail(name, expected, ours, material))
    return Part(figures, details)


def _asked(project: Project, started: Browser, expected: list[Expectation]) -> tuple[Found, Found]:
    with serve(project.site) as site, serve(project.folder / "site-material") as other:
        page = started.new_page()
        page.add_init_script(path=_SCRIPT)
        page.goto(f"{site}?q=1006")  # the deep link loads the lookup
        page.wait_for_selector("[data-answer]")
        ours = _found(page, "askBox", expected)
        page.goto(f"{other}about/../")
        worker = next((project.folder / "site-material/assets/javascripts/workers").glob("search.*.js"))
        page.evaluate("startMaterial", f"assets/javascripts/workers/{worker.name}")
        material = _found(page, "askMaterial", expected)
        page.close()
    return ours, material


def _found(page: Page, ask: str, expected: list[Expectation]) -> Found:
    """Ask all queries in turn, three times over; the first time counts for the answers, the median for the time."""
    rounds = [[page.evaluate(ask, [one.query, late]) for one in expected] for late in (True, False, False)]
    paths = [list(dict.fromkeys(path.split("#")[0] for path in given["answers"])) for given in rounds[0]]
    ranks = [rank_of(one, [{"path": path} for path in found]) for one, found in zip(expected, paths, strict=True)]
    return Found(ranks, [statistics.median(given["took"] for given in times) for times in zip(*rounds, strict=True)])


def _index_and_cold(project: Project, started: Browser) -> list[Figure]:
    index = (project.site / "lookup.json").read_bytes()
    with serve(project.site) as site:
        cold = statistics.median(_first_answer(started, site) for _ in range(5))
    size = f"{kib(len(gzip.compress(index, 9, mtime=0)))} ({kib(len(index))} raw)"
    return [
        Figure("Lookup index, gzip", size, "≤ 60 KiB"),
        Figure("From opening `/?q=1006` with an empty cache to the first answer, on loopback", f"{cold:.0f} ms"),
    ]


def _first_answer(started: Browser, site: str) -> float:
    context = started.new_context()
    page = context.new_page()
    page.add_init_script(_COLD)
    page.goto(f"{site}?q=1006")
    page.wait_for_selector("[data-answer]")
    took = page.evaluate("window.firstAnswer")
    context.close()
    return float(took)


def _figures(name: str, expected: list[Expectation], ours: Found, material: Found) -> list[Figure]:
    every = range(len(expected))
    shares = f"{ours.within(1, every)}, {ours.within(3, every)}"
    theirs = f"{material.within(1, every)}, {material.within(3, every)}"
    return [
        Figure(f"Right page first, among the first three ({len(expected)} queries, {name})", shares, "≥ 95 %, ≥ 99 %"),
        Figure("The same queries in Material's search, tuned", theirs),
        Figure("From a key to the answers on the screen, p50 / p95 in Chromium", ours.latency, "p95 ≤ 16 ms"),
    ]


def _detail(name: str, expected: list[Expectation], ours: Found, material: Found) -> Detail:
    kinds: dict[str, list[int]] = {}
    for place, one in enumerate(expected):
        kinds.setdefault(one.kind, []).append(place)
    rows = [
        (kind, len(chosen), *(found.within(most, chosen) for found in (ours, material) for most in (1, 3)))
        for kind, chosen in {**kinds, "all": list(range(len(expected)))}.items()
    ]
    missed = ", ".join(f"`{one.query[:60]}`" for one, rank in zip(expected, ours.ranks, strict=True) if rank != 1)
    note = f"Material's search answers in {material.latency} (p50 / p95).\nNot first with ours: {missed or 'none'}"
    return Detail(f"Lookup, {name}", ("kind", "queries", "first", "in three", "Material first", "in three"), rows, note)
