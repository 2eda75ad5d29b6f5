"""What the lookup and Material's search find in a browser."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from lookup.asking import Expectation, rank_of
from support.serving import serve

from .projects import Project
from .report import percent
from .timing import percentile

_COLD = """new MutationObserver((_, observer) => {
  if (!document.querySelector("[data-answer]")) return;
  window.firstAnswer = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });"""


@dataclass(frozen=True)
class Found:
    """The place of the right page for each query (0: not found), and the milliseconds each took.

    `took` is the median of three times, `first` the first time, when the browser has not yet compiled the code.
    """

    ranks: list[int]
    took: list[float]
    first: list[float]

    def within(self, most: int, chosen: Sequence[int]) -> str:
        """The share of the chosen queries whose right page is among the first so many."""
        return percent(sum(1 <= self.ranks[place] <= most for place in chosen), len(chosen))


def latency(took: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{percentile(took, 50):.1f} / {percentile(took, 95):.1f} ms"


def ask_both(project: Project, started: Browser, expected: list[Expectation]) -> tuple[Found, Found]:
    """Ask the site's own box on its home page, and the search worker that Material ships."""
    with serve(project.site) as site, serve(project.folder / "site-material") as other:
        page = started.new_page()
        page.add_init_script(path=Path(__file__).with_name("searching.js"))
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
    times = [[given["took"] for given in answered] for answered in rounds]
    return Found(ranks, list(map(statistics.median, zip(*times, strict=True))), times[0])


def first_answer(started: Browser, site: str) -> float:
    """Milliseconds from opening a deep link, with an empty cache, to its first answer."""
    context = started.new_context()
    page = context.new_page()
    page.add_init_script(_COLD)
    page.goto(f"{site}?q=1006")
    page.wait_for_selector("[data-answer]")
    took = page.evaluate("window.firstAnswer")
    context.close()
    return float(took)
