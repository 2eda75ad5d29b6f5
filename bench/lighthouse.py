"""Lighthouse's marks for the pages that matter most, as it judges a phone on a slow network."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from serving import serve

from .browser import ARGUMENTS, path
from .projects import prepare
from .report import Detail, Figure, Part

_COMMAND = Path(__file__).resolve().parent / "node" / "node_modules" / ".bin" / "lighthouse"
PAGES = {"home": "", "1006": "1006/", "4004": "4004/"}
CATEGORIES = {"performance": "≥ 98", "accessibility": "100", "best-practices": "100", "seo": "100"}
ROUNDS = 3
_TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def measure() -> Part:
    """Mark each page several times, in turn; medians count."""
    with tempfile.TemporaryDirectory() as folder:
        with serve(prepare(Path(folder) / "real").site) as site:
            rounds = [{name: _report(site + page) for name, page in PAGES.items()} for _ in range(ROUNDS)]
    reports = {name: [one[name] for one in rounds] for name in PAGES}
    figures = [_figure(category, promised, reports) for category, promised in CATEGORIES.items()]
    head = ("page", *_TIMES, "not passed")
    rows = [(name, *(_time(several, audit) for audit in _TIMES), _failed(several[0])) for name, several in reports.items()]
    return Part(figures, [Detail("Lighthouse, mobile", head, rows)])


def _report(address: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", "--disable-dev-shm-usage", *ARGUMENTS])
    done = subprocess.run(
        [str(_COMMAND), address, "--quiet", "--output=json", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": path()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}:\n{done.stderr[-2000:]}")
    return dict(json.loads(done.stdout))


def _figure(category: str, promised: str, reports: dict[str, list[dict[str, Any]]]) -> Figure:
    marks = [statistics.median(r["categories"][category]["score"] * 100 for r in several) for several in reports.values()]
    pages = ", ".join(reports)
    return Figure(f"Lighthouse, {category.replace('-', ' ')}: {pages}", ", ".join(f"{mark:.0f}" for mark in marks), promised)


def _time(several: list[dict[str, Any]], audit: str) -> str:
    value = statistics.median(report["audits"][audit]["numericValue"] for report in several)
    return f"{value:.3f}" if audit.endswith("shift") else f"{value:.0f} ms"


def _failed(report: dict[str, Any]) -> str:
    """The audits of all categories that count and did not pass."""
    listed = [ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    return ", ".join(name for name in dict.fromkeys(listed) if (report["audits"][name]["score"] or 0) < 0.9 and report["audits"][name]["score"] is not None)
