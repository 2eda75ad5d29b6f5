"""The docset: its index opens, and each entry leads to a page and a section that are there."""

from __future__ import annotations

import hashlib
import plistlib
import re
import sqlite3
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from closecodes.model import Registry
from support.packing import SITE, Packed

pytestmark = pytest.mark.xdist_group("packed")

FOLDER = "WebSocket_Close_Codes.docset"


@pytest.fixture(scope="module")
def docset(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The docset as a reader unpacks it."""
    folder = tmp_path_factory.mktemp("docset")
    with tarfile.open(packed.tgz) as archive:
        archive.extractall(folder, filter="data")
    return folder / FOLDER


@pytest.fixture(scope="module")
def rows(docset: Path) -> list[tuple[str, str, str]]:
    """Name, type and path of each entry."""
    address = f"{(docset / 'Contents/Resources/docSet.dsidx').as_uri()}?mode=ro"
    index = sqlite3.connect(address, uri=True)
    assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = index.execute("SELECT name, type, path FROM searchIndex ORDER BY id").fetchall()
    index.close()
    return found


def test_it_is_one_folder_named_as_a_docset(packed: Packed) -> None:
    with tarfile.open(packed.tgz) as archive:
        assert {name.partition("/")[0] for name in archive.getnames()} == {FOLDER}


def test_readers_know_what_it_is(docset: Path) -> None:
    properties = plistlib.loads((docset / "Contents/Info.plist").read_bytes())
    assert properties["isDashDocset"] is True
    assert properties["DocSetPlatformFamily"] == "wscodes"
    assert (docset / "Contents/Resources/Documents" / properties["dashIndexFilePath"]).is_file()
    assert properties["DashDocSetFallbackURL"] == SITE


def test_every_entry_leads_to_a_page_and_a_section(docset: Path, rows: list[tuple[str, str, str]]) -> None:
    texts: dict[str, str] = {}
    for name, _, path in rows:
        page, _, anchor = path.partition("#")
        if page not in texts:
            texts[page] = (docset / "Contents/Resources/Documents" / page).read_text("utf-8")
        assert name.strip() == name
        assert name
        assert "#" not in name[-1:]
        assert not anchor or f'id="{anchor}"' in texts[page], f"{name}: {path}"
    assert len(rows) > 1000


def test_it_lists_everything_that_has_a_page(rows: list[tuple[str, str, str]], registry: Registry) -> None:
    kinds: dict[str, dict[str, str]] = {}
    for name, kind, path in rows:
        kinds.setdefault(kind, {})[name] = path
    assert set(kinds) == {"Value", "Category", "Constant", "Guide", "Section", "Service", "Library"}
    assert {int(name.split()[0]) for name in kinds["Value"]} == {*registry.code_by_number, *registry.uses_by_number}
    assert len(kinds["Category"]) == len(registry.ranges)
    assert set(kinds["Service"]) == {service.name for service in registry.services}
    assert set(kinds["Library"]) == {library.name for library in registry.libraries}
    assert kinds["Value"]["1006 Abnormal Closure"] == "1006.html"
    assert kinds["Constant"]["websocket.CloseGoingAway"] == "1001.html#libraries"
    assert kinds["Guide"]["Which close code should I send?"] == "guide/choosing.html"


def test_a_constant_stands_on_the_page_it_leads_to(docset: Path, rows: list[tuple[str, str, str]]) -> None:
    pages: dict[str, str] = {}
    for name, kind, path in rows:
        if kind == "Constant":
            page = path.partition("#")[0]
            pages.setdefault(
                page, re.sub(r"<[^>]+>", "", (docset / "Contents/Resources/Documents" / page).read_text("utf-8"))
            )
            shown = name.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
            assert shown in pages[page], f"{name}: {path}"


def test_subscribers_are_told_of_this_very_file(packed: Packed) -> None:
    feed = ET.fromstring(packed.tgz.with_suffix(".xml").read_text("utf-8"))
    assert feed.tag == "entry"
    assert feed.findtext("url") == f"{SITE}downloads/{packed.tgz.name}"
    assert feed.findtext("version", "").endswith(hashlib.sha256(packed.tgz.read_bytes()).hexdigest()[:8])


def test_no_link_is_dead(docset: Path) -> None:
    documents = docset / "Contents/Resources/Documents"
    pages = list(documents.rglob("*.html"))
    links = [(page, link) for page in pages for link in re.findall(r'(?:href|src)="([^"]+)"', page.read_text("utf-8"))]
    own = [(page, link.partition("#")[0].partition("?")[0]) for page, link in links if not urlsplit(link).scheme]
    assert len(own) > 10_000
    assert [f"{page.name}: {link}" for page, link in own if link and not (page.parent / unquote(link)).is_file()] == []
    assert f"{SITE}api/v1/codes/1006.json" in {link for _, link in links}


def test_the_index_is_written_in_one_transaction(docset: Path) -> None:
    """SQLite counts transactions in its header (https://www.sqlite.org/fileformat.html, 1.3.7); how many Python makes
    of the same statements by itself depends on the locale."""
    header = (docset / "Contents/Resources/docSet.dsidx").read_bytes()[:100]
    assert int.from_bytes(header[24:28], "big") == 1


def test_it_leaves_out_what_readers_cannot_use(docset: Path) -> None:
    names = {path.name for path in (docset / "Contents/Resources/Documents").iterdir()}
    assert names.isdisjoint({"api", "feed.xml", "llms.txt"})
