"""However one reads: by keyboard alone, on a phone, on paper, without scripts, without motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS, MISSING

MakePage = Callable[..., Page]
FOCUSED = "document.activeElement"


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until something of this name has the focus, and see that it shows."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"({FOCUSED}.getAttribute('aria-label') ?? {FOCUSED}.textContent).trim()") == name:
            style = page.evaluate(
                f"(({{outlineStyle, outlineWidth}}) => outlineStyle + outlineWidth)(getComputedStyle({FOCUSED}))"
            )
            assert style != "none0px" and not style.startswith("none"), f"{name}: the focus is not shown"
            return
    raise AssertionError(f"{most} times Tab do not lead to {name!r}")


def test_the_keyboard_alone_leads_from_home_to_a_cause(new_page: MakePage, site: str) -> None:
    page = new_page(reduced_motion="reduce")  # so that what has the focus is in sight at once
    page.goto(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("conection closed abnormaly")
    expect(page.locator("[data-answer]").first).to_have_attribute("data-answer", "1006/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "1006/")
    tab_to(page, "Skip to the content")
    tab_to(page, "Copy link")
    page.keyboard.press("Enter")
    tab_to(page, "RFC 6455 7.1.5")
    tab_to(page, "Fix it on the client · server · proxy", 90)  # folded under the first cause
    assert page.evaluate(f"{FOCUSED}.closest('.cc-causes > li').querySelector('h3').textContent").startswith("A proxy")
    box = page.evaluate(f"{FOCUSED}.getBoundingClientRect().toJSON()")
    header = page.locator(".cc-header").bounding_box()
    assert header and header["height"] <= box["top"] < 900, "the focus is out of sight"


def test_the_skip_link_passes_the_header(page: Page, site: str) -> None:
    page.goto(site + "1006/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('main') !== null")


def test_the_dialog_keeps_the_focus_and_gives_it_back(page: Page, site: str) -> None:
    page.goto(site + "1006/")
    tab_to(page, "Look up a code or a log line/")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUSED} === document.body || {FOCUSED}.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate(f"{FOCUSED}.hasAttribute('data-lookup-open')")


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_menu_opens_on_a_phone(new_page: MakePage, site: str, javascript: bool) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=javascript)
    page.goto(site + "1006/")
    link = page.locator(".cc-nav").get_by_role("link", name="Services")
    expect(link).to_be_hidden()
    page.locator(".cc-menu summary").tap()
    expect(link).to_be_visible()
    link.tap()
    page.wait_for_url(site + "services/")
    expect(page.locator(".cc-nav")).to_be_hidden()


def test_the_menu_opens_by_keyboard_and_is_no_menu_on_a_laptop(page: Page, site: str) -> None:
    page.goto(site + "1006/")
    expect(page.locator(".cc-nav")).to_be_visible()
    expect(page.locator(".cc-menu summary")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    tab_to(page, "Menu")
    page.keyboard.press("Enter")
    tab_to(page, "Both ends", 1)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_page_reads_without_javascript(new_page: MakePage, watched: Any, site: str, path: str) -> None:
    if path in MISSING:
        watched.allow_status.add(404)
    page = new_page(java_script_enabled=False)
    page.goto(site + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert len(page.locator("main").inner_text()) > 300
    for idle in ("[data-lookup-open]", "[data-scheme-toggle]", "[data-lookup-home]", ".cc-filter", "[data-copy]"):
        assert not [e for e in page.locator(idle).all() if e.is_visible()], f"{idle} is shown and does nothing"
    expect(page.locator(".cc-nav").get_by_role("link", name="Libraries")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "1006/", "4004/", "libraries/", "guide/choosing/"])
def test_a_print_is_dark_on_white_without_controls(page: Page, site: str, path: str, scheme: str) -> None:
    page.goto(site + path)
    page.evaluate("(scheme) => document.documentElement.dataset.scheme = scheme", scheme)
    page.emulate_media(media="print", reduced_motion="reduce")
    for control in (".cc-header", ".cc-toc", ".cc-copy", ".headerlink", ".cc-skip", "[data-lookup-home]", ".cc-filter"):
        assert not [e for e in page.locator(control).all() if e.is_visible()], f"{control} is printed"
    for element in ("main p", "main a[href^=http], main a[href]"):
        for text in page.locator(element).all()[:12]:
            assert brightness(page, text.evaluate("(e) => getComputedStyle(e).color")) < 130, text.inner_text()
    assert brightness(page, page.evaluate("getComputedStyle(document.body).backgroundColor")) > 240
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def brightness(page: Page, colour: str) -> float:
    """From 0 to 255, as perceived; transparent counts as white."""
    script = """(colour) => {
        const context = new OffscreenCanvas(1, 1).getContext("2d");
        context.fillStyle = "white"; context.fillRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
    }"""
    red, green, blue, _ = page.evaluate(script, colour)
    return float(0.299 * red + 0.587 * green + 0.114 * blue)


def test_a_print_has_what_is_open(page: Page, site: str) -> None:
    """The whole of /1006/ would fill twenty sheets; who wants more opens it first."""
    page.goto(site + "1006/")
    page.emulate_media(media="print")
    fixes = page.locator(".cc-causes details dl")
    printed = "(e) => e.checkVisibility({contentVisibilityAuto: true}) && e.getClientRects().length > 0"
    assert [fix.evaluate(printed) for fix in fixes.all()] == [False] * fixes.count()
    page.emulate_media(media="screen")
    page.locator(".cc-causes summary").first.click()
    page.emulate_media(media="print")
    assert [fix.evaluate(printed) for fix in fixes.all()] == [True] + [False] * (fixes.count() - 1)


@pytest.mark.parametrize("path", ["", "1006/", "decode/"])
def test_nothing_moves_for_those_who_ask_for_calm(new_page: MakePage, site: str, path: str) -> None:
    moving = """() => [...document.querySelectorAll("*")].flatMap((e) => ["", "::before", "::after"].map((p) => getComputedStyle(e, p || null)))
        .filter((s) => [s.transitionDuration, s.animationDuration].some((d) => parseFloat(d) > 0 && s.animationName + s.transitionProperty !== "nonenone"))
        .length"""
    page = new_page(reduced_motion="reduce")
    page.goto(site + path)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"
    assert page.evaluate(moving) > 0, "the test sees nothing"


def test_large_letters_push_nothing_out_of_the_page(new_page: MakePage, site: str) -> None:
    page = new_page(viewport={"width": 320, "height": 700})  # as 1280 px at 400 %
    for path in ("", "1006/", "4004/", "decode/", "guide/choosing/", "services/"):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
