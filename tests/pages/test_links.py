"""Every link of the built site leads somewhere: pages, files, sections; and each page says what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import pytest

from support.elements import parse
from support.site_pages import SitePage, pages_of

pytestmark = pytest.mark.xdist_group("pages")

HOST = "http://127.0.0.1:8000/"  # the default site_url; a published site has its own
ADDRESSES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "use": "href",
    "image": "href",
    "form": "action",
}
WEB = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:/|\Z)")

ANSWERED = {"": {"q"}, "decode/": {"frame", "code", "reason"}, "both-ends/": {"client", "server"}}
"""What may stand in the query of an address, by the page that reads it; ranges read `n`."""


def addresses(page: SitePage) -> Iterator[tuple[int, str]]:
    """What a page links to or loads, with the line."""
    for element in page.root.walk():
        attribute = ADDRESSES.get(element.tag)
        if attribute and element.attributes.get(attribute):
            yield element.line, element.attributes[attribute]


def wrong_links(site: Path) -> Iterator[str]:
    """Links that lead nowhere, as `page:line: address: what is wrong`."""
    pages = {page.url: page for page in pages_of(site)}
    for page in pages.values():
        for line, address in addresses(page):
            if wrong := trouble(page, address, pages, site):
                yield f"{page.url or 'index.html'}:{line}: {address}: {wrong}"


def trouble(page: SitePage, address: str, pages: dict[str, SitePage], site: Path) -> str:
    """What is wrong with one address on a page; nothing when it is good."""
    whole = urljoin(HOST + page.url, address)
    if not whole.startswith(HOST):
        return "" if WEB.match(whole) else "is neither ours nor https"
    if urlsplit(address).scheme and page.root and not is_canonical(page, address):
        return "names our own host; write a relative link"
    rest, fragment = urldefrag(whole.removeprefix(HOST))
    path, _, query = rest.partition("?")
    target = pages.get(unquote(path))
    if target is None:
        return "" if fragment == "" and is_file(site / unquote(path)) else "is not there"
    if fragment and unquote(fragment) not in target.ids:
        return "has no such section"
    return unknown_query(query, target)


def is_file(path: Path) -> bool:
    return path.is_file() and path.name != "index.html"


def is_canonical(page: SitePage, address: str) -> bool:
    return any(
        e.attributes.get("href") == address and e.attributes.get("rel") == "canonical"
        for e in page.root.find_all("link")
    )


def unknown_query(query: str, target: SitePage) -> str:
    """A page is asked only what it answers; a range page for a number of its own."""
    asked = parse_qs(query, keep_blank_values=True)
    ranges = [e.attributes for e in target.root.walk() if "data-asked" in e.attributes]
    if not set(asked) <= ANSWERED.get(target.url, {"n"} if ranges else set()):
        return "asks a page that does not answer"
    if "n" in asked and not int(ranges[0]["data-first"]) <= int(asked["n"][0]) <= int(ranges[0]["data-last"]):
        return "asks the wrong range"
    if target.url == "both-ends/" and not all(id in choices(target, role) for role, (id, *_) in asked.items()):
        return "asks for a program that cannot be chosen"
    return ""


def choices(page: SitePage, name: str) -> set[str]:
    """What a page offers to choose in the list of a name."""
    lists = [e for e in page.root.find_all("select") if e.attributes.get("name") == name]
    return {option.attributes["value"] for some in lists for option in some.find_all("option")}


def test_every_link_leads_somewhere(built: Path) -> None:
    found = list(wrong_links(built))
    assert not found, f"{len(found)} wrong links\n" + "\n".join(found[:30])


def test_there_are_links_to_check(built: Path) -> None:
    pages = pages_of(built)
    inside = sum(1 for page in pages for _, address in addresses(page) if not WEB.match(address))
    sections = sum(1 for page in pages for _, address in addresses(page) if "#" in address)
    assert len(pages) > 300 and inside > 10_000 and sections > 3_000


@pytest.mark.parametrize(
    ("address", "wrong"),
    {
        "../1006/#causes": "",
        "../1006.md": "",
        "../4000-4999/?n=4321": "",
        "https://www.rfc-editor.org/rfc/rfc6455": "",
        "../1999/": "is not there",
        "../1006": "is not there",
        "../1006/index.html": "is not there",
        "../1006/#cause": "has no such section",
        "../1006/?n=1006": "asks a page that does not answer",
        "../4000-4999/?n=5000": "asks the wrong range",
        "../both-ends/?server=jetty": "",
        "../both-ends/?server=chromium": "asks for a program that cannot be chosen",
        "http://example.org/": "is neither ours nor https",
        "javascript:alert(1)": "is neither ours nor https",
        "//example.org/": "is neither ours nor https",
        "http://127.0.0.1:8000/1006/": "names our own host; write a relative link",
    }.items(),
)
def test_a_wrong_link_is_seen(built: Path, address: str, wrong: str) -> None:
    pages = {page.url: page for page in pages_of(built)}
    page = SitePage(built / "1001" / "index.html", "1001/", parse(f'<a href="{address}">x</a>'))
    assert trouble(page, address, pages, built) == wrong


def test_no_page_is_an_island(built: Path) -> None:
    linked = {
        unquote(urldefrag(urljoin(HOST + page.url, address))[0].removeprefix(HOST).partition("?")[0])
        for page in pages_of(built)
        for _, address in addresses(page)
        if urldefrag(urljoin(HOST + page.url, address))[0] != HOST + page.url
    }
    assert not [page.url for page in pages_of(built) if page.url not in linked and page.url != "404.html"]


def meta(page: SitePage, name: str) -> list[str]:
    return [e.attributes.get("content", "") for e in page.root.find_all("meta") if e.attributes.get("name") == name]


def test_every_page_says_what_it_is(built: Path) -> None:
    found = []
    for page in pages_of(built):
        titles = [element.text for element in page.root.find_all("title") if element.text]
        description = meta(page, "description")
        if len(titles) < 1 or len(description) != 1 or not 40 <= len(description[0]) <= 320:
            found.append(f"{page.url}: title {titles[:1]}, description {description}")
        canonical = [e.attributes["href"] for e in page.root.find_all("link") if e.attributes.get("rel") == "canonical"]
        if canonical != ([] if page.url == "404.html" else [HOST + page.url]):
            found.append(f"{page.url}: canonical {canonical}")
    assert not found, "\n".join(found[:20])


def test_no_two_pages_have_the_same_title_or_description(built: Path) -> None:
    titles = Counter(next(page.root.find_all("title")).text for page in pages_of(built))
    descriptions = Counter(
        text for page in pages_of(built) if page.url != "404.html" for text in meta(page, "description")
    )
    assert not [text for counts in (titles, descriptions) for text, count in counts.items() if count > 1]


def test_the_sitemap_lists_every_page(built: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (built / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(HOST + page.url for page in pages_of(built) if page.url != "404.html")
