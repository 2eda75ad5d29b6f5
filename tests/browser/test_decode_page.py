"""The decoder's page in a browser: both halves, the link that keeps their state, and text that stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Dialog, Page, expect

from browser.test_accessibility import AXE, violations

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def asked(page: Page) -> dict[str, list[str]]:
    """The query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def open_decoder(page: Page, site: str, query: str = "") -> None:
    """The page, when its script has run."""
    page.goto(f"{site}decode/{query}")
    expect(page.get_by_label("Bytes from a log")).to_be_visible()


def paste(page: Page, text: str) -> None:
    """Put a text into the upper half."""
    page.get_by_label("Bytes from a log").fill(text)


def cells(page: Page, place: str) -> str:
    """The bytes that a picture shows, in hex."""
    return " ".join(page.locator(f"{place} .cc-dec-byte b").all_inner_texts())


@pytest.mark.parametrize(
    ("text", "code", "name", "verdict"),
    [
        ("88 05 03 e8 62 79 65", "1000", "Normal Closure", "Valid, if a server sent it"),
        (r"\x03\xe9", "1001", "Going Away", "Valid payload"),
        ("88 82 37 fa 21 3d 34 12", "1000", "Normal Closure", "Valid, if a client sent it"),
        ("880203ee", "1006", "Abnormal Closure", "Breaks a rule"),
        ("48 04 03 ee ff 00", "1006", "Abnormal Closure", "Breaks 4 rules"),
        ("8805 03e8", "1000", "Normal Closure", "Cut off, 3 bytes missing"),
        ("8802\n0f\ta4", "4004", "Private use", "Valid, if a server sent it"),
    ],
)
def test_pasted_bytes_are_explained(page: Page, site: str, text: str, code: str, name: str, verdict: str) -> None:
    open_decoder(page, site)
    paste(page, text)
    result = page.locator("#dec-result")
    expect(result.locator(".cc-dec-code")).to_have_text(f"{code} {name}")
    expect(result.locator(".cc-dec-verdict")).to_have_text(verdict)
    expect(result.locator(".cc-dec-line")).not_to_be_empty()
    expect(page.locator("#dec-said")).to_contain_text(verdict)


def test_the_code_leads_to_its_page(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=880203e9")
    page.locator("#dec-result .cc-dec-link").click()
    expect(page).to_have_url(f"{site}1001/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1001")


def test_a_number_without_a_page_leads_to_its_range(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=880209c4")
    page.locator("#dec-result .cc-dec-link").click()
    expect(page.locator("[data-asked-number]")).to_have_text("2500")


def test_a_broken_rule_links_to_its_section(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=080203e8")
    link = page.locator(".cc-dec-broken").get_by_role("link")
    expect(link).to_have_attribute("href", "https://www.rfc-editor.org/rfc/rfc6455#section-5.5")


def test_saying_who_sent_it_checks_the_mask(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=880203e8")
    page.get_by_label("sent by").select_option("a client")
    expect(page.locator(".cc-dec-broken")).to_contain_text("a client must mask")
    page.get_by_label("sent by").select_option("a server")
    expect(page.locator("#dec-result .cc-dec-verdict")).to_have_text("Valid")
    expect(page).to_have_url(re.compile(r"frame=880203e8&sender=server"))


def test_a_decoded_frame_can_be_linked(page: Page, site: str) -> None:
    open_decoder(page, site)
    page.get_by_label("The bytes are").select_option("only the payload")
    paste(page, "log: b'\\x88\\x02\\x03\\xe8'")
    expect(page).to_have_url(re.compile(r"\?frame=880203e8&as=payload$"))
    page.reload()
    expect(page.get_by_label("The bytes are")).to_have_value("payload")
    expect(page.locator("#dec-result .cc-dec-code")).to_contain_text("34818")


def test_a_log_is_not_put_into_the_address(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=880203e8")
    paste(page, "token=secret 12:00 recv 88 02 03 e9 from peer")
    expect(page).to_have_url(f"{site}decode/?frame=880203e9")
    paste(page, "token=secret and no bytes")
    expect(page).to_have_url(f"{site}decode/")
    expect(page.get_by_role("link", name="Look this text up instead")).to_be_visible()


def test_hostile_text_stays_text(page: Page, site: str) -> None:
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    payload = (b"\x03\xe8" + HOSTILE.encode()).hex()
    open_decoder(page, site, f"?frame={payload}")
    expect(page.locator("#dec-result bdi")).to_have_text(HOSTILE)
    paste(page, HOSTILE)
    expect(page.locator("#dec-result")).to_contain_text("No bytes found")
    page.get_by_label("Reason").fill(HOSTILE)
    page.get_by_label("Code").fill(HOSTILE)
    expect(page.locator("#dec-troubles")).to_contain_text("whole number")
    assert page.locator("#dec-result img, #dec-result script, #dec-builder img, #dec-builder script").count() == 0
    assert dialogs == []


@pytest.mark.parametrize(
    "query", ["?frame=%00%FF&as=__proto__&sender=x", "?code=%3Cb%3E&reason=%F0&from=q&key=zz", "?frame=" + "88" * 3000]
)
def test_a_hostile_link_does_no_harm(page: Page, site: str, query: str) -> None:
    open_decoder(page, site, query)
    paste(page, "8800")
    expect(page.locator("#dec-result .cc-dec-code")).to_contain_text("1005")


def test_a_number_offers_its_page_and_its_frame(page: Page, site: str) -> None:
    open_decoder(page, site)
    paste(page, "1011")
    expect(page.get_by_role("link", name="What 1011 means")).to_have_attribute("href", re.compile("1011/$"))
    page.get_by_role("button", name="Make a frame with 1011").click()
    expect(page.get_by_label("Code")).to_be_focused()
    assert cells(page, "#dec-built") == "88 02 03 F3"


def test_a_frame_is_made_as_it_is_typed(page: Page, site: str) -> None:
    open_decoder(page, site)
    page.get_by_label("Code").fill("1001")
    page.get_by_label("Reason").fill("é😀")
    assert cells(page, "#dec-built") == "88 08 03 E9 C3 A9 F0 9F 98 80"
    expect(page.locator("#dec-budget-said")).to_have_text("6 of 123 bytes as UTF-8, 117 bytes left")
    assert page.locator("#dec-budget").evaluate("meter => meter.value") == 6
    expect(page.locator("#dec-built")).to_contain_text('b"\\x88\\x08\\x03\\xe9\\xc3\\xa9\\xf0\\x9f\\x98\\x80"')
    expect(page).to_have_url(re.compile("reason=%C3%A9"))
    assert asked(page) == {"code": ["1001"], "reason": ["é😀"]}


def test_a_masked_frame_and_its_key_can_be_linked(page: Page, site: str) -> None:
    open_decoder(page, site, "?code=1000&from=client&key=37fa213d")
    assert cells(page, "#dec-built") == "88 82 37 FA 21 3D 34 12"
    before = page.get_by_label("Masking key").input_value()
    page.get_by_role("button", name="Another key").click()
    assert page.get_by_label("Masking key").input_value() != before
    page.get_by_label("Masking key").fill("01 02")
    expect(page.locator("#dec-troubles")).to_contain_text("four bytes")
    expect(page.get_by_label("Masking key")).to_have_attribute("aria-invalid", "true")
    assert page.locator("#dec-built").inner_text() == ""


def test_too_long_a_reason_can_be_cut_to_fit(page: Page, site: str) -> None:
    open_decoder(page, site)
    page.get_by_label("Reason").fill("😀" * 31)
    expect(page.locator("#dec-troubles")).to_contain_text("1 byte too long")
    page.get_by_role("button", name="Cut it to fit").click()
    expect(page.get_by_label("Reason")).to_have_value("😀" * 30)
    expect(page.locator("#dec-built .cc-dec-byte")).to_have_count(124)


def test_a_frame_that_was_read_can_be_changed(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=888537fa213d3412434452")
    page.get_by_role("button", name="Change it below").click()
    expect(page.get_by_label("Code")).to_have_value("1000")
    expect(page.get_by_label("Reason")).to_have_value("bye")
    expect(page.get_by_label("a client, masked")).to_be_checked()


def test_what_is_made_can_be_copied(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    open_decoder(page, site, "?code=1001&reason=bye")
    page.get_by_role("button", name="Copy as Hex").click()
    expect(page.locator("#dec-said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "88 05 03 E9 62 79 65"


def test_without_a_script_the_page_still_explains(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}decode/?frame=880203e8")
    expect(page.get_by_text("needs JavaScript, which is off")).to_be_visible()
    expect(page.get_by_label("Bytes from a log")).to_be_hidden()
    expect(page.get_by_role("cell", name="03 EE", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize(
    "query", ["", f"?frame=88fd37fa213d{'ff' * 125}", f"?code=4999&reason={'W' * 123}&from=client"]
)
def test_nothing_scrolls_sideways(new_page: Callable[..., Page], site: str, width: int, query: str) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    open_decoder(page, site, query)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_every_part_in_order(page: Page, site: str) -> None:
    open_decoder(page, site, "?frame=880203e8&sender=server")
    expect(page.locator("#dec-result .cc-dec-line")).not_to_be_empty()
    page.get_by_label("Bytes from a log").focus()
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    result = ["1000 Normal Closure", "9 rules kept", "Copy link", "Change it below"]
    assert reached == ["dec-form", "dec-sender", *result, "#", "dec-code", "dec-reason"]


def test_no_index_is_fetched_before_something_is_asked(page: Page, site: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    open_decoder(page, site)
    expect(page.locator("#dec-result .cc-dec-code")).to_have_text("1000 Normal Closure")
    assert not any(url.endswith("lookup.json") for url in fetched)
    paste(page, "880203e8")
    expect(page.locator("#dec-result .cc-dec-line")).not_to_be_empty()
    assert any(url.endswith("lookup.json") for url in fetched)


@pytest.mark.parametrize(
    "query",
    [
        "?frame=48fd37fa213d3412&sender=server",
        "?frame=890081008800ff",
        "?frame=what",
        "?frame=1006",
        f"?code=1006&reason={'W' * 90}&from=client&key=37fa213d",
        f"?code=x&reason={'W' * 124}&from=client&key=1",
    ],
)
def test_axe_finds_nothing_whatever_is_shown(new_page: Callable[..., Page], site: str, query: str) -> None:
    page = new_page(reduced_motion="reduce")
    open_decoder(page, site, query)
    for rules in page.locator(".cc-dec-rules summary").all():
        rules.click()
    page.evaluate(AXE)
    assert violations(page, "closed") == []
