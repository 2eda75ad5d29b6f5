"""The offline bundle: one folder in a zip, whose links lead to its own files."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from closecodes.model import Registry
from support.packing import Packed

pytestmark = pytest.mark.xdist_group("packed")

ADDRESSES = {"href", "src", "action", "data", "poster", "srcset"}
EXTERNAL_ALLOWED = {"a"}
"""A link to a source may lead to the network when it is followed; nothing may be loaded from there."""


class Page(HTMLParser):
    """The addresses of a page with the elements that hold them, and the ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "link" and values.get("rel") == "canonical":
            return  # says where the page is published
        self.addresses += [(tag, value or "") for name, value in attrs if name in ADDRESSES]
        self.ids |= {value for name, value in attrs if name == "id" and value}


@pytest.fixture(scope="module")
def pages(packed: Packed) -> dict[Path, Page]:
    """All pages of the bundle, read once."""
    return {path: Page(path.read_text("utf-8")) for path in packed.pages.rglob("*.html")}


def test_the_zip_has_one_folder_with_an_index(packed: Packed) -> None:
    with zipfile.ZipFile(packed.zip) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert {name.partition("/")[0] for name in names} == {"websocket-close-codes"}
    assert "websocket-close-codes/index.html" in names
    assert names == sorted(names)
    assert len(names) == len(set(names))


def test_the_zip_holds_exactly_the_pages(packed: Packed) -> None:
    with zipfile.ZipFile(packed.zip) as archive:
        for path in packed.pages.rglob("*"):
            if path.is_file():
                assert archive.read(path.relative_to(packed.pages.parent).as_posix()) == path.read_bytes()
        assert len(archive.namelist()) == sum(path.is_file() for path in packed.pages.rglob("*"))


def test_the_zip_is_small(packed: Packed) -> None:
    assert packed.zip.stat().st_size < 3_200_000


def test_every_page_of_the_site_is_in_it(packed: Packed, pages: dict[Path, Page], registry: Registry) -> None:
    names = {path.relative_to(packed.pages).as_posix() for path in pages}
    numbers = {f"{number}.html" for number in (*registry.code_by_number, *registry.uses_by_number)}
    ranges = {f"{kind.slug}.html" for kind in registry.ranges}
    services = {f"services/{service.id}.html" for service in registry.services}
    libraries = {f"libraries/{library.id}.html" for library in registry.libraries}
    assert numbers | ranges | services | libraries | {"index.html", "decode.html", "offline.html"} <= names


def test_links_are_relative_and_lead_to_files_and_sections(packed: Packed, pages: dict[Path, Page]) -> None:
    wrong, checked = [], 0
    for path, page in pages.items():
        for tag, address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if tag not in EXTERNAL_ALLOWED or parts.scheme not in ("https", "mailto"):
                    wrong.append(f"{path.name}: <{tag}> {address}")
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            checked += 1
            if address.startswith("/") or not target.is_file() or not target.is_relative_to(packed.pages):
                wrong.append(f"{path.name}: <{tag}> {address} is no file")
            elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in pages[target].ids:
                wrong.append(f"{path.name}: {address} has no such section")
    assert wrong == []
    assert checked > 10_000


def test_styles_and_scripts_name_no_other_host(packed: Packed) -> None:
    for path in [*packed.pages.rglob("*.css"), *packed.pages.rglob("*.js")]:
        if path.name in ("lookup.json.js", "pages.json.js"):
            continue  # texts that people search, with addresses in them
        loaded = re.findall(
            r"(?:url\(|import\s*\(?|fetch\(|src\s*=)\s*[\"'`]?((?:https?:)?//[^\"'`)\s]+)", path.read_text("utf-8")
        )
        assert loaded == [], path.name


def test_pages_know_that_they_lie_flat(pages: dict[Path, Page]) -> None:
    for path in pages:
        assert 'data-flat="true"' in path.read_text("utf-8"), path.name


def test_nothing_for_web_hosts_is_in_it(packed: Packed) -> None:
    names = {path.name for path in packed.pages.iterdir()}
    assert names.isdisjoint(
        {"_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "opensearch.xml", "404.html", "1006.md"}
    )


def test_its_pages_name_where_they_are_published(packed: Packed) -> None:
    """A link copied in the bundle is good for everybody."""
    for name, address in {"1006.html": "1006/", "index.html": "", "services/index.html": "services/"}.items():
        assert f'<link rel="canonical" href="https://close-codes.test/sub/{address}">' in (
            packed.pages / name
        ).read_text("utf-8")


def test_the_page_about_it_says_which_copy_it_is(packed: Packed, built: Path) -> None:
    assert "You are reading the offline copy" in (packed.pages / "offline.html").read_text("utf-8")
    assert "You are reading the offline copy" not in (built / "offline" / "index.html").read_text("utf-8")
