"""Nothing foreign gets in: the content policy holds on every kind of page, and addresses cannot inject."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS, MISSING
from support.site_pages import pages_of

MakePage = Callable[..., Page]

POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "connect-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
}
_LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
HOSTILE = [
    '<img src=x onerror="window.pwned=1">',
    '"><script>window.pwned=1</script>',
    "'-(window.pwned=1)-'",
    "javascript:window.pwned=1",
    "{{ 7 * 7 }}${7*7}",
    "1006</title><svg onload=window.pwned=1>",
    "../../..//example.org/1006",
    "%00%ff\u202e\U0001f600",
]


def directives(policy: str) -> dict[str, set[str]]:
    """A policy as sets of sources."""
    return {name: set(sources) for name, *sources in (part.split() for part in policy.split(";"))}


def test_every_page_carries_the_policy(built: Path) -> None:
    for page in pages_of(built):
        head = [e.attributes for e in page.root.find_all("meta", "script", "link", "style")]
        stated = [a["content"] for a in head if a.get("http-equiv") == "Content-Security-Policy"]
        assert [directives(policy) for policy in stated] == [POLICY], page.url
        before = head[: next(i for i, a in enumerate(head) if "http-equiv" in a)]
        assert not [a for a in before if "src" in a or "href" in a], (
            f"{page.url}: something loads before the policy holds"
        )


def test_hosts_that_can_are_asked_to_send_it_too(built: Path) -> None:
    line = re.search(r"Content-Security-Policy: (.*)", (built / "_headers").read_text(encoding="utf-8"))
    assert line and directives(line[1]) == {**POLICY, "frame-ancestors": {"'none'"}}


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_policy_is_never_violated(page: Page, watched: Any, site: str, path: str) -> None:
    if path in MISSING:
        watched.allow_status.add(404)
    page.add_init_script(_LISTEN)
    page.goto(site + path)
    page.keyboard.press("/")
    page.keyboard.type("received 1011 (internal error)")
    expect(page.locator("[data-answer]").first).to_be_visible()
    expect(page.locator(".cc-answer-more").first).to_be_visible(timeout=15_000)  # the full text came, too
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('[data-scheme-toggle]').click()")
    assert page.evaluate("window.violations") == []


def test_the_policy_refuses_what_is_slipped_in(page: Page, watched: Any, site: str) -> None:
    page.add_init_script(_LISTEN)
    page.goto(site + "1006/")
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", '<img src=x onerror="window.pwned=1"><p style="color:red">x</p>');
        document.body.append(Object.assign(document.createElement("script"), {textContent: "window.pwned=1"}));
        document.body.append(Object.assign(document.createElement("script"), {src: "https://example.org/x.js"}));
    }""")
    page.wait_for_function("window.violations.length >= 3")
    assert page.evaluate("window.pwned") is None
    assert {violation.split()[0] for violation in page.evaluate("window.violations")} >= {
        "script-src-elem",
        "style-src-attr",
    }
    watched.troubles.clear()  # they were asked for


def harmless(page: Page, site: str) -> None:
    """Nothing ran, nothing was drawn, and every link still leads where links of the site lead."""
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, main iframe, main script, main svg[onload], [onerror]").count() == 0
    links = page.evaluate("[...document.querySelectorAll('a[href], form[action]')].map((a) => a.href ?? a.action)")
    assert not [link for link in links if not link.startswith((site, "https://"))]


@pytest.mark.parametrize("text", HOSTILE)
def test_queries_and_fragments_are_text(page: Page, site: str, text: str) -> None:
    page.add_init_script(_LISTEN)
    for path in ("?q={}", "4000-4999/?n={}", "1006/?q={0}#{0}", "decode/?frame={}", "decode/?code={0}&reason={0}"):
        page.goto(site + path.format(quote(text, safe="")))
        if path.startswith("?q"):
            expect(page.get_by_role("status")).to_contain_text("for")  # it was asked
        harmless(page, site)
        assert page.evaluate("window.violations") == []
    page.goto(f"{site}1006/#{text.replace(' ', '%20')}")  # as a careless page may link it
    harmless(page, site)


@pytest.mark.parametrize("text", HOSTILE)
def test_paths_are_text(page: Page, watched: Any, site: str, text: str) -> None:
    watched.allow_status.add(404)
    page.goto(site + quote(text, safe="") + "/2345/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2345")
    expect(page.get_by_role("link", name="Everything about the range")).to_have_attribute(
        "href", re.compile(re.escape(f"{site}1000-2999/?n=2345"))
    )
    harmless(page, site)


@pytest.mark.parametrize("path", ["//example.org/4321/", "/4321//example.org/", "/http:/example.org/4321"])
def test_a_path_cannot_name_another_host(page: Page, watched: Any, site: str, path: str) -> None:
    watched.allow_status.add(404)
    page.goto(site.rstrip("/") + path)
    harmless(page, site)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_text(page: Page, site: str, text: str) -> None:
    page.goto(site)
    for typed in (text, f"{text} 1006"):
        page.locator("input[name=q]").fill(typed)
        expect(page.get_by_role("status")).to_contain_text("for")
        page.wait_for_timeout(300)  # the full text answers after a pause
        harmless(page, site)


def test_a_visit_leaves_nothing_behind_but_the_scheme(page: Page, site: str) -> None:
    page.goto(site + "?q=1006", wait_until="networkidle")
    page.goto(site + "decode/?frame=880203e8", wait_until="networkidle")
    page.get_by_role("button", name="Dark or light").click()
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    assert page.evaluate("Object.keys(sessionStorage).length") == 0
