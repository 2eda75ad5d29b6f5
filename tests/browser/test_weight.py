"""No page weighs more than tests/budget.yml allows, on a first visit and on a later one."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.kinds import KINDS, MISSING
from closecodes.model import Registry
from support.weighing import KIB, Visit

BUDGET: dict[str, Any] = yaml.safe_load((Path(__file__).parent.parent / "budget.yml").read_text(encoding="utf-8"))
MakePage = Callable[..., Page]


def compressed(file: Path) -> float:
    """What a static host sends of a file, in KiB."""
    return len(gzip.compress(file.read_bytes(), 9, mtime=0)) / KIB


def too_much(budget: dict[str, float], **measured: float) -> list[str]:
    """Each measure that passes its budget."""
    return [f"{name} {value:.1f} of {budget[name]}" for name, value in measured.items() if value > budget[name]]


def visit(page: Page, address: str) -> Visit:
    """Go there and wait until nothing more is asked for."""
    counted = Visit().watch(page)
    page.goto(address, wait_until="networkidle")
    return counted


@pytest.mark.parametrize("kind", KINDS)
def test_a_visit_keeps_to_its_budget(new_page: MakePage, watched: Any, site: str, built: Path, kind: str) -> None:
    if KINDS[kind] in MISSING:
        watched.allow_status.add(404)
    first = visit(new_page(), site + KINDS[kind])
    favicon = built / "assets" / "favicon.svg"  # a browser without a window does not ask for it
    later = new_page()
    later.goto(site + "1003/", wait_until="networkidle")
    then = visit(later, site + KINDS[kind])
    print(
        f"{kind}: {first.kib:.1f} KiB in {len(first.responses)} requests, later {then.kib:.1f} in {len(then.responses)}"
    )
    over = too_much(
        BUDGET["pages"][kind],
        first=first.kib + compressed(favicon),
        requests=len(first.responses) + 1,
        later=then.kib,
        later_requests=len(then.responses),
    )
    assert not over, f"{kind}: {', '.join(over)}: {first.responses}"
    assert first.kib > then.kib > 1, "the measure is broken"


def test_the_search_keeps_to_its_budget(page: Page, site: str) -> None:
    page.goto(site + "1006/", wait_until="networkidle")
    used = Visit().watch(page)
    page.keyboard.press("/")
    page.keyboard.type("4004")
    expect(page.locator("[data-answer]").first).to_be_visible()
    first = ("lookup.js", "lookup.json")  # what the first answer needs; parts that say more follow it
    answered = sum(size for url, size in used.responses.items() if url.endswith(first)) / KIB
    expect(page.locator(".cc-answer-more").first).to_be_visible(timeout=15_000)
    print(f"search: {answered:.1f} KiB for its answers, {used.kib:.1f} with the full text, {used.responses}")
    assert not too_much(BUDGET["search"], answers=answered, full_text=used.kib)


def test_no_page_of_a_code_passes_its_budget(registry: Registry, built: Path) -> None:
    sizes = {code.code: compressed(built / str(code.code) / "index.html") for code in registry.codes}
    print(f"heaviest: {max(sizes, key=sizes.__getitem__)} with {max(sizes.values()):.2f} KiB")
    assert not {code: size for code, size in sizes.items() if size > BUDGET["files"]["code page"]}


def test_no_file_passes_its_budget(built: Path) -> None:
    sizes = {name: compressed(built / name) for name in BUDGET["files"] if (built / name).is_file()}
    print({name: round(size, 1) for name, size in sizes.items()})
    assert set(sizes) == set(BUDGET["files"]) - {"code page"}
    assert not {name: size for name, size in sizes.items() if size > BUDGET["files"][name]}


def test_what_is_too_much_is_seen() -> None:
    assert too_much({"first": 72, "requests": 8}, first=72.1, requests=8) == ["first 72.1 of 72"]
