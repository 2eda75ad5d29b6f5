"""The offline bundle works from `file://`: lookup, full text, decoder, dark scheme, links."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.offline_support import FOLDER, bundle, opened

__all__ = ["bundle", "opened"]  # fixtures

pytestmark = pytest.mark.xdist_group("packed")


def answers(page: Page) -> Locator:
    return page.locator("[role=listbox] [role=option]")


def test_the_folder_is_an_awkward_one(bundle: Path) -> None:
    assert set(" #%?;") < set(FOLDER)
    assert not FOLDER.isascii()
    assert FOLDER in str(bundle)


def test_a_number_is_answered_and_opened(opened: Page) -> None:
    box = opened.get_by_role("combobox")
    box.fill("1006")
    expect(answers(opened).first).to_contain_text("1006 Abnormal Closure")
    box.press("Enter")
    opened.wait_for_url("**/1006.html")
    expect(opened.get_by_role("heading", level=1)).to_contain_text("1006")


def test_a_number_without_a_page_is_answered_by_its_range(opened: Page) -> None:
    box = opened.get_by_role("combobox")
    box.fill("4321")
    expect(answers(opened).first).to_contain_text("4321")
    box.press("Enter")
    opened.wait_for_url("**/4000-4999.html?n=4321")
    expect(opened.locator("[data-asked-number]")).to_have_text("4321")


def test_constants_and_log_lines_are_answered(opened: Page) -> None:
    for query, answer in {
        "CloseGoingAway": "1001",
        "websocket: close 1006 (abnormal closure): unexpected EOF": "1006",
    }.items():
        opened.get_by_role("combobox").fill(query)
        expect(answers(opened).first).to_contain_text(answer)


def test_words_are_found_in_the_text_of_pages(opened: Page) -> None:
    opened.get_by_role("combobox").fill("registered first come first served")
    found = opened.locator(".cc-answer-more").first
    expect(found).to_be_visible()
    found.click()
    expect(opened.locator("main h1").first).to_be_visible()
    assert opened.url.startswith("file://")
    assert opened.url.partition("?")[0].endswith(".html")


def test_a_shared_query_is_answered(opened: Page) -> None:
    opened.goto(f"{opened.url}?q=0x03EE")
    expect(answers(opened).first).to_contain_text("1006")


def test_the_dialog_answers_on_a_page_in_a_folder(opened: Page, bundle: Path) -> None:
    opened.goto((bundle / "services" / "discord-gateway.html").as_uri())
    opened.keyboard.press("/")
    opened.get_by_role("dialog").get_by_role("combobox").fill("going away")
    expect(answers(opened).first).to_contain_text("1001")
    answers(opened).first.click()
    opened.wait_for_url("**/1001.html")


def test_the_dark_scheme_is_chosen_and_kept(opened: Page) -> None:
    light = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.get_by_role("button", name=re.compile("dark", re.IGNORECASE)).click()
    dark = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    opened.locator("main a[href='1006.html']").first.click()
    opened.wait_for_url("**/1006.html")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_the_decoder_reads_a_frame(opened: Page, bundle: Path) -> None:
    opened.goto((bundle / "decode.html").as_uri())
    opened.locator("#dec-bytes").fill("88 02 03 E8")
    expect(opened.locator("#dec-said")).to_contain_text("1000")


def test_every_kind_of_page_opens_without_a_network(opened: Page, bundle: Path) -> None:
    numbers = ["1000.html", "4004.html", "4000-4999.html"]
    folders = ["services/index.html", "libraries/index.html", "libraries/ws.html", "guide/index.html"]
    texts = ["guide/close-frame.html", "about.html", "api.html", "changes.html", "offline.html"]
    for path in [*numbers, *folders, *texts]:
        opened.goto((bundle / path).as_uri())
        expect(opened.locator("h1").first).to_be_visible()
        assert opened.evaluate("getComputedStyle(document.querySelector('.cc-header-inner')).display") == "flex", path


def test_copied_links_lead_to_the_published_site(opened: Page, bundle: Path) -> None:
    opened.goto((bundle / "1006.html").as_uri())
    assert opened.locator("link[rel=canonical]").get_attribute("href") == "https://close-codes.test/sub/1006/"


def test_both_ends_answers_and_keeps_its_address(opened: Page, bundle: Path) -> None:
    page = (bundle / "both-ends" / "index.html").as_uri()
    opened.goto(f"{page}?client=chromium&server=aiohttp&event=client-closes&code=4001")
    expect(opened.locator('[data-end="client"]')).to_have_attribute("data-code", "1000")
    opened.goto(f"{page}?client=chromium&server=aiohttp&client-sees=1000&server-sees=4001")
    opened.locator("[data-fits=explains] li a").first.click()
    expect(opened.locator('[data-end="server"]')).to_have_attribute("data-code", "4001")


def test_a_stack_is_named_and_leads_to_its_pages(opened: Page, bundle: Path) -> None:
    opened.goto((bundle / "1006.html").as_uri())
    opened.get_by_role("button", name="Your stack").click()
    dialog = opened.get_by_role("dialog", name="Your stack")
    dialog.get_by_label("Client").select_option("chromium")
    dialog.get_by_label("Server").select_option("aiohttp")
    dialog.get_by_role("button", name="Show what concerns it").click()
    panel = opened.get_by_role("region", name="For your stack")
    links = panel.get_by_role("link").evaluate_all("all => all.map((link) => link.href.split(/[?#]/)[0])")
    assert len(links) > 3
    assert [link for link in links if not Path(unquote(urlsplit(link).path)).is_file()] == []
