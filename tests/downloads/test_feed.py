"""The feed and the small files by which other software finds its way."""

from __future__ import annotations

import dataclasses
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest

from closecodes.exports import POLICY, Addresses
from closecodes.exports.feed import feed as make_feed
from closecodes.model import Registry
from closecodes.model.scalars import Name
from support.exporting import SITE, exported

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture(scope="module")
def files(registry: Registry) -> dict[str, str]:
    """Everything that is exported."""
    return exported(registry)


@pytest.fixture(scope="module")
def feed(files: dict[str, str]) -> ET.Element:
    """The feed, parsed."""
    return ET.fromstring(files["feed.xml"])


def text(element: ET.Element, name: str) -> str:
    found = element.findall(f"a:{name}", ATOM)
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0].text or ""


def child(element: ET.Element, name: str) -> ET.Element:
    """The one element of that name in another."""
    found = element.findall(name, ATOM | SEARCH)
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def test_the_feed_has_what_rfc_4287_requires(feed: ET.Element) -> None:
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert text(feed, "title")
    assert text(feed, "id").startswith("urn:uuid:")
    assert text(child(feed, "a:author"), "name")
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links == {"self": f"{SITE}feed.xml", "alternate": f"{SITE}changes/"}
    for entry in feed.findall("a:entry", ATOM):
        assert text(entry, "title")
        assert text(entry, "content")
        assert text(entry, "id").startswith("urn:uuid:")
        assert child(entry, "a:content").get("type") == "html"


def test_the_feed_lists_each_change_once_newest_first(feed: ET.Element, registry: Registry) -> None:
    entries = feed.findall("a:entry", ATOM)
    linked = [child(e, "a:link").get("href") for e in entries]
    assert linked == [f"{SITE}changes/#{c.id}" for c in reversed(registry.changes)]
    assert len({text(e, "id") for e in entries}) == len(entries)
    moments = [datetime.fromisoformat(text(entry, "updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert all(moment.tzinfo for moment in moments)
    assert text(feed, "updated") == text(entries[0], "updated")


def test_ids_survive_a_move_and_a_new_title(feed: ET.Element, registry: Registry) -> None:
    """Else every entry would come as new to those who subscribe."""
    retold = dataclasses.replace(
        registry, changes=tuple(dataclasses.replace(change, title=Name("Retold")) for change in registry.changes)
    )
    moved = ET.fromstring(make_feed(retold, Addresses("https://elsewhere.test/")).text)
    ids = [[text(e, "id") for e in (root, *root.findall("a:entry", ATOM))] for root in (feed, moved)]
    assert ids[0] == ids[1]
    assert ids[0][-1] == "urn:uuid:beb20764-31e6-50ef-9a9d-ec9418375f45", "the namespace is never to change"


def test_entries_of_the_feed_link_to_sections_that_exist(feed: ET.Element, built: Path) -> None:
    page = (built / "changes" / "index.html").read_text("utf-8")
    for entry in feed.findall("a:entry", ATOM):
        href = child(entry, "a:link").get("href", "")
        assert f'id="{href.partition("#")[2]}"' in page


def test_known_days_of_the_registry_are_in_the_feed(feed: ET.Element) -> None:
    days = {text(entry, "updated")[:10]: text(entry, "title") for entry in feed.findall("a:entry", ATOM)}
    for day, code in {"2016-10-10": "1014", "2021-09-06": "3000", "2023-02-22": "3003", "2024-02-01": "3008"}.items():
        assert code in days[day]


def test_browsers_can_add_the_lookup_as_a_search_engine(files: dict[str, str]) -> None:
    root = ET.fromstring(files["opensearch.xml"])
    assert len(child(root, "o:ShortName").text or "") <= 16, "the specification allows 16 characters"
    assert child(root, "o:Url").get("template") == SITE + "?q={searchTerms}"
    assert child(root, "o:Url").get("type") == "text/html"
    assert (child(root, "o:Image").text or "").startswith(SITE)


def test_crawlers_may_read_everything_and_find_the_sitemap(files: dict[str, str], built: Path) -> None:
    assert files["robots.txt"].splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE}sitemap.xml"]
    assert (built / "sitemap.xml").exists()


def test_headers_say_what_pages_say_and_forbid_frames(files: dict[str, str], built: Path) -> None:
    [policy] = re.findall(r"Content-Security-Policy: (.*)", files["_headers"])
    assert policy == f"{POLICY}; frame-ancestors 'none'"
    assert "unsafe" not in policy
    assert "*" not in policy
    page = (built / "1006" / "index.html").read_text("utf-8")
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in page
    assert "X-Content-Type-Options: nosniff" in files["_headers"]


def test_only_files_with_a_version_in_their_name_are_kept_for_ever(files: dict[str, str], built: Path) -> None:
    blocks = [block.splitlines() for block in files["_headers"].split("\n\n")]
    kept = [lines[0].removesuffix("*").lstrip("/") for lines in blocks if "immutable" in "".join(lines)]
    assert len(kept) == 2
    names = [path.name for folder in kept for path in (built / folder).iterdir()]
    assert names
    assert [name for name in names if not re.search(r"\.[0-9a-f]{8}\.|-\d+\.\d+\.\d+\.", name)] == []


def test_every_page_names_its_twin_and_some_the_search_and_the_feed(built: Path) -> None:
    for page in ("index.html", "1006/index.html", "guide/choosing/index.html", "services/discord-gateway/index.html"):
        html = (built / page).read_text("utf-8")
        links = re.findall(r'<link rel="(?:alternate|search)"[^>]*? href="([^"]+)"', html)
        assert {link.rpartition(".")[2] for link in links} >= {"md"}, page
        for link in links:
            assert (built / page).parent.joinpath(link).resolve().exists(), f"{page}: {link}"
    assert 'rel="search"' in (built / "index.html").read_text("utf-8")
    for page in ("index.html", "changes/index.html"):
        assert 'type="application/atom+xml"' in (built / page).read_text("utf-8"), page


def test_pages_of_numbers_name_their_data(built: Path) -> None:
    for number in (1006, 4004):
        html = (built / str(number) / "index.html").read_text("utf-8")
        assert f'<link rel="alternate" type="application/json" href="../api/v1/codes/{number}.json">' in html
