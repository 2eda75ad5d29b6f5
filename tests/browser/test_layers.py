"""Code pages in layers: how high they are, what an address opens, and what the reader's own stack changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Watched
from closecodes.model import Registry
from support.elements import parse

HIGHEST = {390: 7000, 1280: 5000}
"""What is promised for /1006/, in px."""

STACK = "chromium,nginx,uvicorn-websockets-sansio"


@pytest.mark.parametrize("width", HIGHEST)
def test_the_longest_page_keeps_its_height(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site + "1006/", wait_until="networkidle")
    height, wide = page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    print(f"/1006/ at {width}: {height} px")
    assert 2000 < height <= HIGHEST[width]
    assert wide == width, "the page scrolls sideways"


def test_no_word_of_the_data_is_lost(registry: Registry, built: Path) -> None:
    def words(name: str) -> str:
        return " ".join(parse((built / name / "index.html").read_text(encoding="utf-8")).text.split())

    plain = re.compile(r"[`*\[\]]|\s+")
    for code in registry.codes:
        page = plain.sub("", words(str(code.code)))
        below = plain.sub("", words(f"{code.code}/libraries")) if (built / f"{code.code}/libraries").exists() else ""
        said: list[str] = [code.summary, code.sending.advice, code.reconnect.why, *code.symptoms]
        said += [claim.text for claim in code.meaning] + [event.what for event in code.history]
        for cause in code.causes:
            said += [cause.cause, cause.check]
            said += [text for _, text in cause.fix.sides]
        assert [text for text in said if plain.sub("", text) not in page] == []
        of_libraries: list[str] = [m.text for lib in registry.libraries for m in lib.messages if m.code == code.code]
        of_libraries += [e.when for lib in registry.libraries for e in lib.emits if e.code == code.code and not e.local]
        assert [text for text in of_libraries if plain.sub("", text) not in below] == []


def test_an_address_opens_what_it_points_into(page: Page, site: str) -> None:
    page.goto(site + "1006/#cause-idle-timeout", wait_until="networkidle")
    fold = page.locator("li:has(> #cause-idle-timeout) details")
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("#cause-network-lost ~ details")).not_to_have_attribute("open", "")
    page.evaluate("location.hash = 'references'")
    expect(page.locator("#references ~ details").first).to_have_attribute("open", "")


def test_everything_is_there_without_a_script(new_page: object, site: str) -> None:
    page: Page = new_page(java_script_enabled=False)  # type: ignore[operator]
    page.goto(site + "1006/")
    fold = page.locator("li:has(> #cause-idle-timeout) details")
    expect(fold.locator("dl")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("dl")).to_be_visible()


def test_the_section_that_is_read_is_marked(page: Page, site: str) -> None:
    page.goto(site + "1006/", wait_until="networkidle")
    page.evaluate("document.getElementById('what-to-do').scrollIntoView()")
    expect(page.locator(".cc-toc a[aria-current]")).to_have_text("What to do")


def test_a_stack_orders_the_causes_and_says_why(page: Page, site: str) -> None:
    page.goto(f"{site}1006/?stack={STACK}", wait_until="networkidle")
    panel = page.get_by_role("region", name="For your stack")
    expect(panel).to_contain_text("uvicorn")
    expect(panel.locator("ol li").first).to_contain_text("client: 1006")
    expect(page.locator(".cc-causes > li").first.locator("h3")).not_to_have_id("cause-idle-timeout")
    expect(page.locator("li:has(> #cause-idle-timeout) .cc-stack-unlikely")).to_contain_text("sends a Ping every 20 s")
    assert page.evaluate("localStorage.getItem('stack')") is None, "an address stores nothing"


def test_a_stack_is_named_once_and_kept(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "1006/", wait_until="networkidle")
    assert not [url for url in asked if "stack" in url or "both-ends" in url], "nothing is fetched before it is needed"
    page.get_by_role("button", name="Your stack").click()
    dialog = page.get_by_role("dialog", name="Your stack")
    dialog.get_by_label("Client").select_option("chromium")
    dialog.get_by_label("Server").select_option("uvicorn-websockets-sansio")
    dialog.get_by_role("button", name="Show what concerns it").click()
    expect(page.get_by_role("region", name="For your stack")).to_contain_text("Chromium")
    page.goto(site + "1011/", wait_until="networkidle")
    expect(page.get_by_role("region", name="For your stack")).to_contain_text("uvicorn")
    ruled_out = page.locator("li:has(> #cause-handler-exception) .cc-stack-ruled-out")
    expect(ruled_out).to_contain_text("gets 1006")


def test_a_strange_stack_changes_nothing(page: Page, site: str) -> None:
    page.goto(site + "1006/?stack=%3Cimg%20src%3Dx%3E,,constructor", wait_until="networkidle")
    page.goto(site + "1006/?stack=__proto__,,constructor", wait_until="networkidle")
    expect(page.get_by_role("button", name="Your stack")).to_be_visible()


@pytest.mark.parametrize("stack", ["renamed,gone,constructor", "x,,", ",,__proto__", "a,b,c,d", "{}", "%F0%9F,,"])
def test_a_stack_that_is_not_in_the_data_can_be_named_anew(page: Page, site: str, stack: str) -> None:
    page.add_init_script(f"localStorage.setItem('stack', {json.dumps(stack)})")
    page.goto(site + "1006/", wait_until="networkidle")
    page.get_by_role("button", name="Your stack").click()
    dialog = page.get_by_role("dialog", name="Your stack")
    dialog.get_by_label("Client").select_option("chromium")
    dialog.get_by_role("button", name="Show what concerns it").click()
    expect(page.get_by_role("region", name="For your stack")).to_contain_text("Chromium")


def test_who_cancels_can_be_asked_again(page: Page, site: str) -> None:
    page.goto(site + "1006/", wait_until="networkidle")
    for _ in range(2):
        page.get_by_role("button", name="Your stack").click()
        page.get_by_role("dialog", name="Your stack").get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("dialog", name="Your stack")).to_have_count(0)


@pytest.mark.parametrize("lost", ["**/stack.js", "**/both-ends.json", "**/stack.json"])
def test_a_lost_network_is_said_and_the_next_try_works(page: Page, watched: Watched, site: str, lost: str) -> None:
    page.add_init_script(f"localStorage.setItem('stack', {json.dumps(STACK)})")
    page.route(lost, lambda route: route.abort())
    page.goto(site + "1006/")
    expect(page.locator(".cc-stack-line")).to_contain_text("could not be loaded")
    assert not [trouble for trouble in watched.troubles if trouble.startswith("script error")]
    watched.troubles.clear()  # the aborted request
    page.unroute(lost)
    page.get_by_role("button", name="Your stack").click()
    page.get_by_role("button", name="Show what concerns it").click()
    expect(page.get_by_role("region", name="For your stack")).to_contain_text("uvicorn")
