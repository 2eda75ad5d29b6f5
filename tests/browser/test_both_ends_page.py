"""What each end sees, in a browser: the address is a contract, both ways of asking work, and text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect


def ends(page: Page) -> tuple[str | None, str | None]:
    """What the page says that each application is given."""
    client, server = page.locator('[data-end="client"]'), page.locator('[data-end="server"]')
    expect(client).not_to_have_attribute("data-code", "")
    return client.get_attribute("data-code"), server.get_attribute("data-code")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("client=chromium&server=aiohttp&event=client-closes&code=4001", ("1000", "4001")),
        ("client=chromium&server=aiohttp&event=client-closes&code=4123", ("1000", "4123")),
        ("client=ws&server=ws&event=server-closes&code=none", ("1005", "1005")),
        ("client=ws&server=ws&event=server-closes", ("1005", "1005")),
        ("client=chromium&server=ws&event=client-closes&code=1011", ("error", "nothing")),
        ("client=chromium&proxy=nginx&server=uvicorn-websockets&event=proxy-idle", ("1006", "1006")),
        ("client=ws&proxy=haproxy&server=ws&event=client-closes&code=4001", ("4001", "4001")),
        ("client=ws&server=ws&event=page-closed", ("unknown", "unknown")),
        ("client=ws&server=ws&event=network-gone", ("nothing", "nothing")),
    ],
)
def test_the_address_says_it_all(page: Page, site: str, query: str, told: tuple[str, str]) -> None:
    page.goto(f"{site}both-ends/?{query}")
    assert ends(page) == told


def test_a_choice_goes_into_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&server=ws&event=server-killed")
    assert ends(page) == ("1006", "nothing")
    page.get_by_label("What happened").select_option("server-closes")
    page.get_by_label("Close code").fill("4001")
    expect(page.locator('[data-end="server"]')).to_have_attribute("data-code", "4001")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"client": ["chromium"], "server": ["ws"], "event": ["server-closes"], "code": ["4001"]}
    page.reload()
    assert ends(page) == ("4001", "4001")


def test_two_codes_lead_to_what_explains_them(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&server=aiohttp&client-sees=1000&server-sees=4001")
    explaining = page.locator("[data-fits=explains] li")
    expect(explaining.first).to_contain_text("The client's application closed with 4001")
    ruled_out = page.locator("[data-fits=ruled-out]")
    expect(ruled_out.locator("li")).not_to_have_count(0)
    explaining.first.get_by_role("link").click()
    assert ends(page) == ("1000", "4001")


def test_rubbish_in_the_address_stays_text(page: Page, site: str) -> None:
    page.goto(
        f"{site}both-ends/?client=%3Cimg%20src=x%20onerror=alert(1)%3E&server=ws&event=server-killed&code={'9' * 8000}"
    )
    expect(page.locator("fieldset[data-both-ends] [role=status]")).to_contain_text("is not in the data")
    expect(page.locator("article img")).to_have_count(0)


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "constructor",
    "__proto__",
    "client-closes|4001|",
    "$&",
    "\x00",
    "\U0001f600" * 40,
)


@pytest.mark.parametrize("key", ["client", "proxy", "server", "event", "code", "client-sees", "server-sees"])
def test_whatever_stands_in_the_address_is_answered(page: Page, site: str, key: str) -> None:
    for value in HOSTILE:
        asked = {"client": "ws", "server": "ws", "event": "client-closes", "code": "4001"}
        if key.endswith("-sees"):
            asked = {"client": "ws", "server": "ws"}
        page.goto(f"{site}both-ends/?{urlencode(asked | {key: value})}")
        expect(page.locator("fieldset[data-both-ends]")).to_be_visible()
        shown = page.locator(
            "[data-ends-result], [data-ends-reverse], fieldset[data-both-ends] [role=status]:not(:empty)"
        )
        expect(shown.locator("visible=true").first).to_be_visible()
        expect(page.locator("article img")).to_have_count(0)
        assert not re.search(r"undefined|NaN|\[object|onerror", page.locator("article").inner_text())


def test_programs_that_were_remembered_and_are_gone_give_way(page: Page, site: str) -> None:
    page.add_init_script("localStorage.setItem('stack', 'renamed,gone,aiohttp')")
    page.goto(f"{site}both-ends/")
    expect(page.locator("fieldset[data-both-ends] [name=server]")).to_have_value("aiohttp")
    expect(page.locator("fieldset[data-both-ends] [role=status]")).to_be_empty()
    assert ends(page)[0] is not None


def test_a_bug_report_holds_no_markup_of_the_address(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    asked = {"client": "ws", "server": "ws", "event": "client-closes", "code": "](https://example.org) <b>"}
    page.goto(f"{site}both-ends/?{urlencode(asked)}")
    page.get_by_role("button", name="Copy for a bug report").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('What happened'))")
    report = page.evaluate("navigator.clipboard.readText()")
    assert "](https://example.org)" not in report
    assert "<b>" not in report
    assert "(code no code)" in report


def test_without_a_script_each_event_has_its_page(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}both-ends/")
    page.get_by_role("link", name="The server's process was killed or crashed").click()
    clients = page.locator("tr.cc-group", has_text="Chromium").first
    expect(clients).to_be_visible()
    expect(clients.locator("xpath=following-sibling::tr[1]")).to_contain_text("1006")


def test_the_texts_of_an_event_are_marked_up(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&server=ws&event=server-stopped")
    expect(page.locator("[data-fixes] a", has_text="1001")).to_have_attribute("href", "../1001/")
    page.goto(f"{site}both-ends/?client=chromium&server=ws&event=nothing-listens")
    expect(page.locator("[data-check] code")).to_have_text("curl -v")
    expect(page.locator("[data-said]")).to_contain_text("there never was a WebSocket")


def test_pings_that_come_sooner_than_the_proxys_timer_are_named(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&proxy=nginx&server=uvicorn-websockets&event=proxy-idle")
    expect(page.locator("[data-note]")).to_contain_text("sends a Ping every 20\u00a0s")
    page.locator("select[name=server]").select_option("ws")
    expect(page.locator("[data-note]")).to_be_hidden()


def test_two_codes_that_no_program_gives_alone_may_come_from_a_proxy(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&server=ws&client-sees=1006&server-sees=1006")
    expect(page.locator("[data-none]")).to_be_visible()
    expect(page.locator("[data-between] li").first).to_contain_text("longer than the proxy's timer")
    page.get_by_label("The server shows").fill("nonsense")
    expect(page.locator("fieldset[data-both-ends] [role=status]")).to_contain_text("a number, none, error or nothing")


def test_what_a_program_closes_with_by_itself_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?server=jetty&client-sees=1001")
    expect(page.locator("[data-own] li").filter(has_text="Connection Idle Timeout")).to_be_visible()


def test_a_proxy_that_was_not_run_is_said_to_be_none(page: Page, site: str) -> None:
    page.goto(f"{site}both-ends/?client=chromium&proxy=aws-alb&server=ws&event=client-closes&code=1000")
    expect(page.locator("[data-other-proxy]")).to_contain_text("was not run")
    assert ends(page) == ("1000", "1000")
