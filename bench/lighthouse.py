"""Lighthouse's marks for the pages that matter most, as it judges a phone on a slow network."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from support.get_browser import ARGUMENTS
from support.serving import serve

from .browser import path
from .projects import prepare
from .report import Detail, Figure, Part

_COMMAND = Path(__file__).resolve().parent / "node" / "node_modules" / ".bin" / "lighthouse"
PAGES = {"home": "", "1006": "1006/", "4004": "4004/"}
CATEGORIES = {"performance": "≥ 98", "accessibility": "100", "best-practices": "100", "seo": "100"}
ROUNDS = 3
_TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def measure() -> Part:
    """Mark each page several times, in turn; medians count."""
    with tempfile.TemporaryDirectory() as folder, serve(prepare(Path(folder) / "real").site) as site:
        rounds = [{name: _report(site + page) for name, page in PAGES.items()} for _ in range(ROUNDS)]
    reports = {name: [one[name] for one in rounds] for name in PAGES}
    figures = [_figure(category, promised, reports) for category, promised in CATEGORIES.items()]
    head = ("page", *_TIMES, "not passed")
    rows = [(name, *(_time(one, audit) for audit in _TIMES), _failed(one[0])) for name, one in reports.items()]
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
    scores = [[report["categories"][category]["score"] for report in several] for several in reports.values()]
    marks = ", ".join(f"{100 * statistics.median(several):.0f}" for several in scores)
    return Figure(f"Lighthouse, {category.replace('-', ' ')}: {', '.join(reports)}", marks, promised)


def _time(several: list[dict[str, Any]], audit: str) -> str:
    value = statistics.median(report["audits"][audit]["numericValue"] for report in several)
    return f"{value:.3f}" if audit.endswith("shift") else f"{value:.0f} ms"


def _failed(report: dict[str, Any]) -> str:
    """The audits that count in a category and did not pass."""
    listed = [ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    scores = {name: report["audits"][name]["score"] for name in listed}
    return ", ".join(name for name, score in scores.items() if score is not None and score < 0.9)
