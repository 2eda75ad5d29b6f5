"""How often the box has the right page first, how fast, and how Material's own search does on the same queries."""

from __future__ import annotations

import gzip
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from lookup.asking import HERE as QUERIES
from lookup.asking import Expectation, ranks_in, read_expectations
from lookup.real import real_index
from support.serving import serve

from .browser import browser
from .found import Found, ask_both, first_answer, latency
from .projects import Project, prepare
from .report import Detail, Figure, Part, kib, percent
from .timing import run


def measure(files: Sequence[Path] = ()) -> Part:
    """Ask all queries of the files, by default the project's own."""
    named = {path.name: path for path in files} or {"our own, not unseen": QUERIES / "queries.yml"}
    with tempfile.TemporaryDirectory() as folder, browser() as started:
        project = prepare(Path(folder) / "real")
        run(project.command("material.yml", "site-material"), project.folder)
        figures, details = _index_and_cold(project, started), []
        for name, path in named.items():
            expected = read_expectations(path)
            ours, material = ask_both(project, started, expected)
            figures += _figures(name, expected, ours, material)
            details.append(_detail(name, expected, ours, material))
    if not files:
        figures.append(_kept_aside())
    return Part(figures, details)


def _index_and_cold(project: Project, started: Browser) -> list[Figure]:
    index = (project.site / "lookup.json").read_bytes()
    with serve(project.site) as site:
        cold = statistics.median(first_answer(started, site) for _ in range(5))
    size = f"{kib(len(gzip.compress(index, 9, mtime=0)))} ({kib(len(index))} raw)"
    return [
        Figure("Lookup index, gzip", size, "≤ 60 KiB"),
        Figure("From opening `/?q=1006` with an empty cache to the first answer, on loopback", f"{cold:.0f} ms"),
    ]


def _figures(name: str, expected: list[Expectation], ours: Found, material: Found) -> list[Figure]:
    every = range(len(expected))
    shares = f"{ours.within(1, every)}, {ours.within(3, every)}"
    theirs = f"{material.within(1, every)}, {material.within(3, every)}"
    return [
        Figure(f"Right page first, among the first three ({len(expected)} queries, {name})", shares),
        Figure("The same queries in Material's search, tuned", theirs),
        Figure("From a key to the answers in Chromium, p50 / p95, warm", latency(ours.took), "p95 ≤ 16 ms"),
        Figure("The same, each query asked for the first time", latency(ours.first)),
    ]


def _kept_aside() -> Figure:
    """The queries that nothing was learned from, asked in node."""
    ranks = ranks_in(real_index(), read_expectations(QUERIES / "kept-aside.yml"))
    first, three = (percent(sum(1 <= rank <= most for rank in ranks), len(ranks)) for most in (1, 3))
    what = f"Right page first, among the first three ({len(ranks)} queries, never learned from)"
    return Figure(what, f"{first}, {three}", "≥ 95 %, ≥ 99 %")


def _detail(name: str, expected: list[Expectation], ours: Found, material: Found) -> Detail:
    kinds: dict[str, list[int]] = {}
    for place, one in enumerate(expected):
        kinds.setdefault(one.kind, []).append(place)
    rows = [
        (kind, len(chosen), *(found.within(most, chosen) for found in (ours, material) for most in (1, 3)))
        for kind, chosen in {**kinds, "all": list(range(len(expected)))}.items()
    ]
    missed = ", ".join(f"`{one.query[:60]}`" for one, rank in zip(expected, ours.ranks, strict=True) if rank != 1)
    note = (
        f"Material's search answers in {latency(material.took)} (p50 / p95).\nNot first with ours: {missed or 'none'}"
    )
    return Detail(f"Lookup, {name}", ("kind", "queries", "first", "in three", "Material first", "in three"), rows, note)
