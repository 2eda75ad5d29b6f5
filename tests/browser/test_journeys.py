"""Readers with a close code, each on their own way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import Watched
from support.serving import serve

MakePage = Callable[..., Page]


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
@pytest.mark.parametrize(
    ("path", "heading"),
    [("", "Why did this WebSocket close?"), ("1006/", "1006 Abnormal Closure"), ("4000-4999/", "Private use")],
)
def test_a_page_says_what_it_is_about(new_page: MakePage, site: str, path: str, heading: str, javascript: bool) -> None:
    page = new_page(java_script_enabled=javascript)
    page.goto(site + path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    expect(page.locator("[data-lookup-home]:visible input")).to_have_count(1 if javascript and not path else 0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_answer_stands_in_the_first_screen(new_page: MakePage, site: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto(site + "1006/")
    for text in ("1006", "Never", "Nobody", "Yes, back off"):
        box = page.locator(".cc-hero").get_by_text(text, exact=True).last.bounding_box()
        assert box, f"{text} is not shown"
        assert box["y"] + box["height"] <= 844, f"{text} ends at {box['y'] + box['height']} px"


@pytest.mark.parametrize("path", ["2345/", "2345", "4321.html", "no/such/4321/", "65535/"])
def test_any_number_without_a_page_is_answered(page: Page, watched: Watched, site: str, path: str) -> None:
    watched.allow_status.add(404)
    page.goto(site + path)
    number = "".join(filter(str.isdigit, path))
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    page.get_by_role("link", name="Everything about the range").click()
    expect(page.locator("[data-asked-number]")).to_have_text(number)


def test_the_404_page_works_below_a_path(built: Path, new_page: MakePage, watched: Watched) -> None:
    watched.allow_status.add(404)
    with serve(built) as address:
        page = new_page()
        page.goto(address + "deep/er/2345/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("2345")
        colour = (
            page.get_by_role("heading", level=1)
            .locator(".cc-number")
            .evaluate("element => getComputedStyle(element).fontSize")
        )
        assert colour == "68px", "the page is not styled"
    watched.troubles = [t for t in watched.troubles if "elsewhere" not in t]  # another server on loopback


def test_a_hostile_path_stays_text(page: Page, watched: Watched, site: str) -> None:
    watched.allow_status.add(404)
    page.goto(site + "%3Cimg%20src=x%20onerror=alert(1)%3E/2345/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2345")
    assert page.locator("img").count() == 0


def test_without_javascript_the_404_page_leads_to_the_ranges(new_page: MakePage, watched: Watched, site: str) -> None:
    watched.allow_status.add(404)
    page = new_page(java_script_enabled=False)
    page.goto(site + "2345/")
    page.get_by_role("link", name="1000-2999").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1000")


@pytest.mark.parametrize("query", ["1006", "CloseGoingAway", "0x03EE", "discord 4004", "4321"])
def test_enter_opens_the_first_answer(page: Page, site: str, query: str) -> None:
    page.goto(site)
    page.locator("input[name=q]").fill(query)
    first = page.locator("[data-answer]").first
    expect(first).to_be_visible()
    wanted = first.get_attribute("data-answer")
    page.locator("input[name=q]").press("Enter")
    page.wait_for_url(site + str(wanted))


def test_enter_at_once_opens_the_right_page(new_page: MakePage, site: str) -> None:
    for _ in range(5):
        page = new_page()
        page.goto(site)
        page.locator("input[name=q]").press_sequentially("1006")
        page.keyboard.press("Enter")
        page.wait_for_url(site + "1006/")


def test_enter_before_the_index_has_come_is_kept(page: Page, site: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/lookup.json", late)
    page.goto(site)
    page.locator("input[name=q]").fill("1011")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "1011/")


@pytest.fixture
def held_back(page: Page) -> list[Route]:
    """The requests for the index, which wait until the test lets them go on."""
    held: list[Route] = []
    page.route("**/lookup.json", lambda route: held.append(route))
    return held


def let_go(page: Page, held: list[Route]) -> None:
    """Let the index come; its request may be on its way here still, since the script that asks for it loads first."""
    for _ in range(100):
        if held:
            break
        page.wait_for_timeout(100)
    assert held, "the index was never asked for"
    held[0].continue_()


def leave_by_escape(page: Page) -> None:
    page.keyboard.press("Escape")


def leave_by_the_backdrop(page: Page) -> None:
    page.mouse.click(5, 5)


@pytest.mark.parametrize("leave", [leave_by_escape, leave_by_the_backdrop])
def test_who_leaves_while_the_index_loads_stays_on_the_page(
    page: Page, site: str, held_back: list[Route], leave: Callable[[Page], None]
) -> None:
    page.goto(site + "1006/")
    with page.expect_request("**/lookup.json"):
        page.keyboard.press("/")
    page.get_by_role("combobox").fill("1011")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('dialog form').dataset.entered === '1011'")
    leave(page)
    expect(page.get_by_role("dialog")).to_be_hidden()
    let_go(page, held_back)
    expect(page.locator("dialog form")).not_to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(300)
    assert page.url == site + "1006/"


def test_escape_takes_back_an_enter_in_the_box_of_the_page(page: Page, site: str, held_back: list[Route]) -> None:
    page.goto(site)
    with page.expect_request("**/lookup.json"):
        page.locator("input[name=q]").fill("1011")
        page.keyboard.press("Enter")
    form = page.locator("[data-lookup-home] form")
    expect(form).to_have_attribute("data-entered", "1011")
    page.keyboard.press("Escape")
    expect(form).not_to_have_attribute("data-entered", "1011")
    let_go(page, held_back)
    expect(form).not_to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(300)
    assert page.url == site


def test_that_the_index_loads_is_seen_and_said(page: Page, site: str, held_back: list[Route]) -> None:
    page.goto(site + "?q=1006")
    form = page.locator("[data-lookup-home] form")
    expect(form).to_have_attribute("aria-busy", "true")
    expect(form.get_by_role("status")).to_have_text("Loading")
    assert page.evaluate("e => getComputedStyle(e, '::before').animationName", form.element_handle()) != "none"
    let_go(page, held_back)
    expect(page.locator("[data-answer]").first).to_have_attribute("data-answer", "1006/")
    expect(form).not_to_have_attribute("aria-busy", "true")


def test_a_shared_query_answers_at_once(page: Page, site: str) -> None:
    page.goto(site + "?q=received%201011%20(internal%20error)%20keepalive%20ping%20timeout")
    expect(page.locator("[data-answer]").first).to_have_attribute("data-answer", "1011/")
    page.locator("input[name=q]").fill("1006")
    expect(page).to_have_url(site + "?q=1006")


@pytest.mark.parametrize(
    ("query", "guesses"), [("css grid center", 0), ("zombie websocket", 4)], ids=["none", "guesses"]
)
def test_where_nothing_fits_or_all_is_guessed_examples_lead_on(page: Page, site: str, query: str, guesses: int) -> None:
    page.goto(f"{site}?q={query.replace(' ', '+')}")
    help_shown = page.locator(".cc-lookup-help")
    expect(help_shown).to_be_visible()
    expect(page.locator("main [role=option]:not(.cc-answer-more)")).to_have_count(guesses)
    help_shown.get_by_role("button", name="discord 4004").click()
    expect(page.get_by_role("option").first).to_contain_text("4004")
    expect(help_shown).to_have_count(0)


def test_slash_opens_the_dialog_and_escape_leaves_it(page: Page, site: str) -> None:
    page.goto(site + "1006/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type("1012")
    expect(page.locator("[data-answer]").first).to_have_attribute("data-answer", "1012/")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "cc-answers-dialog-0")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


@pytest.mark.parametrize(
    "query",
    [
        '<img src=x onerror="alert(1)"> 1006',
        "closed <b>1006</b> (abnormal closure): <svg onload=alert(1)> keepalive ping timeout; no close frame received",
        "nginx <script>alert(1)</script> proxy_read_timeout closes after 60 seconds </mark></a>",
        "javascript:alert(1) 4004",
        "discord </a><a href=javascript:alert(1)>4004</a>",
    ],
)
def test_results_are_text_and_never_markup(page: Page, site: str, query: str) -> None:
    page.goto(site)
    page.locator("input[name=q]").fill(query)
    expect(page.locator("[data-answer]").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    made = page.evaluate(SHOWN)
    assert set(made["tags"]) <= {"A", "SPAN", "MARK"}
    assert set(made["attributes"]) <= {
        "role",
        "data-answer",
        "data-log-text",
        "aria-selected",
        "tabindex",
        "href",
        "class",
        "id",
    }
    assert all(address.startswith(site) for address in made["addresses"])


SHOWN = """() => {
  const all = [...document.querySelectorAll(".cc-answers *")];
  return {
    tags: all.map((element) => element.tagName),
    attributes: all.flatMap((element) => element.getAttributeNames()),
    addresses: all.flatMap((element) => element.href ?? []),
  };
}"""


def test_nothing_of_the_lookup_loads_before_it_is_used(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "1006/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "lookup" in url or "pages.json" in url]


def test_a_lost_network_is_said_and_the_next_try_works(page: Page, watched: Watched, site: str) -> None:
    page.goto(site + "1006/")
    page.route("**/lookup.js", lambda route: route.abort())
    page.keyboard.press("/")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    page.unroute("**/lookup.js")
    page.keyboard.type("1008")
    expect(page.locator("[data-answer]").first).to_have_attribute("data-answer", "1008/")
    watched.troubles.clear()  # the aborted request


def test_the_chosen_scheme_is_kept(page: Page, site: str) -> None:
    page.goto(site + "1006/")
    page.get_by_role("button", name="Dark or light").click()
    page.goto(site + "1000/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_the_markdown_link_is_copied(new_page: MakePage, site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site + "1006/")
    page.get_by_role("button", name="Copy Markdown").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("[WebSocket close code 1006 (Abnormal Closure)](http")
    assert copied.endswith("/1006/)")


def test_an_anchor_is_not_hidden_below_the_header(page: Page, site: str) -> None:
    page.goto(site + "1006/#sending")
    header = page.locator(".cc-header").bounding_box()
    heading = page.locator("#sending").bounding_box()
    assert header and heading and heading["y"] >= header["y"] + header["height"]


@pytest.mark.parametrize(
    "path", ["", "1006/", "4004/", "4000-4999/", "libraries/", "libraries/names/", "services/", "guide/choosing/"]
)
def test_no_page_scrolls_sideways_on_a_phone(new_page: MakePage, site: str, path: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_table_of_codes_sorts(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("button", name="Name", exact=True).click()
    expect(page.locator(".cc-codes tbody tr").first).to_contain_text("Abnormal Closure")


def test_libraries_can_be_compared_by_name_and_the_comparison_linked(page: Page, site: str) -> None:
    page.goto(site + "libraries/events/?only=ws, tornado")
    shown = page.locator("#cc-events tbody tr:visible th")
    names = [text.strip() for text in shown.all_inner_texts()]
    assert names == ["Tornado", "ws"]
    page.locator("[data-filter]").fill("")
    page.locator("[data-filter-language]").select_option("Go")
    assert {"gorilla/websocket", "coder/websocket"} <= {text.strip() for text in shown.all_inner_texts()}
