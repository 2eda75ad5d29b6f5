"""What our code adds to a build, and how a build grows with the registry."""

from __future__ import annotations

import html
import json
import re
import tempfile
from dataclasses import dataclass
from gzip import compress
from pathlib import Path

from lookup.asking import HERE as QUERIES
from lookup.asking import ask, read_expectations

from .projects import Project, prepare
from .report import Detail, Figure, Part, kib
from .timing import Run, interleaved, median, median_ratio, percentile

# What is built: private numbers, rounds, and the ways to build beside our own.
SIZES = {
    "real": (0, 5, ("plain", "material")),
    "300": (300, 3, ("plain",)),
    "3,000": (3000, 3, ("plain",)),
}


@dataclass(frozen=True)
class Built:
    """One registry, built several times: `ours`, `plain` files with our theme, and with `material` as it comes."""

    name: str
    pages: int
    same: int
    runs: dict[str, list[Run]]
    bytes: dict[str, int]
    index: bytes
    latency: tuple[float, float]

    def ratio(self, other: str) -> float:
        """Our build against another."""
        return median_ratio(self.runs["ours"], self.runs[other])

    @property
    def seconds(self) -> float:
        """Processor seconds of our build."""
        return median(self.runs["ours"], lambda run: run.processor)


def measure() -> Part:
    """Build each size in both ways; the summary names the real registry, growth the generated ones."""
    with tempfile.TemporaryDirectory() as folder:
        built = [
            _built(name, prepare(Path(folder) / name, numbers), rounds, others)
            for name, (numbers, rounds, others) in SIZES.items()
        ]
    return Part(_figures({one.name: one for one in built}), [_detail(built)])


def _built(name: str, project: Project, rounds: int, others: tuple[str, ...]) -> Built:
    commands = {"ours": project.command("mkdocs.yml", "site-ours")}
    commands |= {other: project.command(f"{other}.yml", f"site-{other}") for other in others}
    runs = interleaved(commands, project.folder, rounds)
    index = (project.site / "lookup.json").read_bytes()
    queries = [expected.query for expected in read_expectations(QUERIES / "queries.yml")]
    took = ask(json.loads(index), queries)["took"]
    sizes = {page: (project.site / page / "index.html").stat().st_size for page in ("1006", "4004", "4000-4999")}
    return Built(name, project.pages, _same(project), runs, sizes, index, (percentile(took, 50), percentile(took, 95)))


def _same(project: Project) -> int:
    """How many pages of both builds hold the same article, but for white space and escapes.  Raises when one has other pages."""
    ours, plain = (_pages(project.folder / folder) for folder in ("site-ours", "site-plain"))
    if ours.keys() != plain.keys():
        raise RuntimeError(f"the plain build has other pages: {sorted(ours.keys() ^ plain.keys())[:5]}")
    return sum(ours[path] == plain[path] for path in ours)


def _pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): _article(path.read_text("utf-8")) for path in site.rglob("*.html")}


def _article(page: str) -> str:
    article = page.partition("<article")[2].partition("</article>")[0]
    return re.sub(r"\s+", "", html.unescape(article))


def _figures(built: dict[str, Built]) -> list[Figure]:
    real, small, large = built["real"], built["300"], built["3,000"]
    ratios = ", ".join(f"{one.ratio('plain'):.2f}" for one in built.values())
    grown = ", ".join(f"{page} {large.bytes[page] - small.bytes[page]:+d}" for page in ("1006", "4004"))
    return [
        Figure(
            "Build, against the same pages as plain files with Material's theme and search",
            f"{real.ratio('material'):.2f}",
            "≤ 1.15",
        ),
        Figure("Build, against plain files with our own light theme: real, 300 and 3,000 private numbers", ratios),
        Figure(
            "Cost of each page more, up to 300 and up to 3,000 private numbers",
            f"{_each(real, small):.1f} ms, {_each(small, large):.1f} ms",
            "flat",
        ),
        Figure("Bytes that pages grow by from 300 to 3,000 private numbers", grown, "none"),
        Figure("Whole build of the site, processor time", f"{real.seconds:.1f} s"),
    ]


def _each(smaller: Built, larger: Built) -> float:
    """Milliseconds of processor for each page that the larger one has more."""
    return 1000 * (larger.seconds - smaller.seconds) / (larger.pages - smaller.pages)


def _detail(built: list[Built]) -> Detail:
    head = ("", *(f"{one.name} numbers" if one.name != "real" else "real data" for one in built))
    lines = {
        "pages": lambda b: b.pages,
        "pages with the same article in both builds": lambda b: b.same,
        "rounds": lambda b: len(b.runs["ours"]),
        "ours, processor s": lambda b: f"{b.seconds:.2f}",
        "plain, processor s": lambda b: f"{median(b.runs['plain'], lambda run: run.processor):.2f}",
        "ours against plain": lambda b: f"{b.ratio('plain'):.3f}",
        "ours against Material's theme": lambda b: f"{b.ratio('material'):.3f}" if "material" in b.runs else "",
        "ours, s on the clock": lambda b: f"{median(b.runs['ours'], lambda run: run.clock):.2f}",
        "ours, ms a page": lambda b: f"{1000 * b.seconds / b.pages:.1f}",
        "ours, peak memory": lambda b: f"{median(b.runs['ours'], lambda run: run.peak) / 2**20:.0f} MiB",
        "plain, peak memory": lambda b: f"{median(b.runs['plain'], lambda run: run.peak) / 2**20:.0f} MiB",
        "page 1006, bytes": lambda b: b.bytes["1006"],
        "page 4004, bytes": lambda b: b.bytes["4004"],
        "page 4000-4999, bytes": lambda b: b.bytes["4000-4999"],
        "lookup.json": lambda b: f"{kib(len(b.index))}, gzip {kib(len(compress(b.index, 9)))}",
        "lookup in node, p50 / p95": lambda b: f"{b.latency[0]:.2f} / {b.latency[1]:.2f} ms",
    }
    return Detail("Build", head, [(name, *map(value, built)) for name, value in lines.items()])
