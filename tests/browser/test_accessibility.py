"""axe finds nothing on any kind of page: both schemes, phone and laptop, with the search open and closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS, MISSING

AXE = (Path(__file__).parent.parent / "node" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Every rule, also those that axe leaves out unless asked, but for the stricter contrast of level AAA.
# A scheme changes nothing but colours, so for the dark one those rules are enough.
_RUN = """async (dark) => {
  const wanted = (rule) => rule.ruleId !== "color-contrast-enhanced" && (!dark || rule.tags.includes("cat.color"));
  const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, {enabled: wanted(rule)}]));
  const {violations, passes} = await axe.run(document, {rules, resultTypes: ["violations"]});
  if (!passes.length) throw new Error("axe checked nothing");
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target}: ${n.failureSummary}`));
}"""


def violations(page: Page, search: str) -> list[str]:
    """What axe objects to in both schemes at both widths."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            texts = page.evaluate(_RUN, scheme == "dark")
            found += [f"{width} px, {scheme}, search {search}: {text}" for text in texts]
    return found


def ask(page: Page) -> None:
    """Open the search, on whichever page, and wait for answers."""
    page.keyboard.press("/")
    page.keyboard.type("1006 abnormal")
    expect(page.locator("[data-answer]").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_axe_finds_nothing(new_page: Callable[..., Page], watched: Any, site: str, path: str) -> None:
    if path in MISSING:
        watched.allow_status.add(404)
    page = new_page(reduced_motion="reduce")  # else a change of scheme fades, and axe sees colours in between
    page.goto(site + path)
    page.evaluate(AXE)  # not a script element: the policy would refuse it
    found = violations(page, "closed")
    ask(page)
    found += violations(page, "open")
    assert not found, "\n".join(found)


def test_axe_would_find_something(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(site + "about/")
    page.evaluate(AXE)
    page.evaluate("document.querySelector('main p a').replaceChildren()")
    page.evaluate("document.querySelector('main h2').outerHTML = '<h5>x</h5>'")
    found = "\n".join(violations(page, "closed"))
    assert "link-name" in found and "heading-order" in found
