"""What our code adds to a build, and how a build grows with the registry."""

from __future__ import annotations

import statistics
import tempfile
from gzip import compress
from pathlib import Path

from .built import Built, build_all
from .projects import prepare
from .report import Detail, Figure, Part, kib
from .timing import median

# What is built: private numbers, rounds, and the ways to build beside our own.
SIZES = {
    "real": (0, 5, ("plain", "material")),
    "300": (300, 3, ("plain",)),
    "3,000": (3000, 3, ("plain",)),
}


def measure() -> Part:
    """Build each size in both ways; the summary names the real registry, growth the generated ones."""
    with tempfile.TemporaryDirectory() as folder:
        built = [
            build_all(name, prepare(Path(folder) / name, numbers), rounds, others)
            for name, (numbers, rounds, others) in SIZES.items()
        ]
    return Part(_figures({one.name: one for one in built}), [_detail(built)])


def _figures(built: dict[str, Built]) -> list[Figure]:
    real, small, large = built["real"], built["300"], built["3,000"]
    ratios = ", ".join(f"{one.ratio('plain'):.2f}" for one in built.values())
    edits = ", ".join(f"{one.editing:.2f}" for one in built.values())
    grown = ", ".join(f"{page} {large.sizes[page] - small.sizes[page]:+d}" for page in ("1006", "4004"))
    return [
        Figure("Build against the same pages as plain Markdown files: real, 300 and 3,000 numbers", ratios, "≤ 1.0"),
        Figure("A saved edit against a cold build in the same run: real, 300 and 3,000 numbers", edits, "< 0.5, real"),
        Figure(
            "Build against the same pages with Material's own, heavier theme and search",
            f"{real.ratio('material'):.2f}",
        ),
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
        "text in the plain build against ours": lambda b: f"{b.share:.2f}",
        "rounds": lambda b: len(b.runs["ours"]),
        "ours, processor s": lambda b: f"{b.seconds:.2f}",
        "plain, processor s": lambda b: f"{median(b.runs['plain'], lambda run: run.processor):.2f}",
        "ours against plain": lambda b: f"{b.ratio('plain'):.3f}",
        "ours against Material's theme": lambda b: f"{b.ratio('material'):.3f}" if "material" in b.runs else "",
        "a saved edit, processor s": lambda b: f"{statistics.median(edited for _, edited in b.edits):.2f}",
        "a saved edit against a cold build": lambda b: f"{b.editing:.3f}",
        "ours, s on the clock": lambda b: f"{median(b.runs['ours'], lambda run: run.clock):.2f}",
        "ours, ms a page": lambda b: f"{1000 * b.seconds / b.pages:.1f}",
        "ours, peak memory": lambda b: f"{median(b.runs['ours'], lambda run: run.peak) / 2**20:.0f} MiB",
        "plain, peak memory": lambda b: f"{median(b.runs['plain'], lambda run: run.peak) / 2**20:.0f} MiB",
        "page 1006, bytes": lambda b: b.sizes["1006"],
        "page 4004, bytes": lambda b: b.sizes["4004"],
        "page 4000-4999, bytes": lambda b: b.sizes["4000-4999"],
        "lookup.json": lambda b: f"{kib(len(b.index))}, gzip {kib(len(compress(b.index, 9)))}",
        "lookup in node, p50 / p95": lambda b: f"{b.latency[0]:.2f} / {b.latency[1]:.2f} ms",
    }
    return Detail("Build", head, [(name, *map(value, built)) for name, value in lines.items()])
