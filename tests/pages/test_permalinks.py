"""What was ever published stays: addresses of pages and files, and the anchors of their sections.

A link in a bug report has to work in twenty years.  `permalinks.txt` lists them, one per line, sorted;
`UPDATE=1` adds what is new and never takes anything away.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from closecodes.model import Registry
from support.anchors import fixed_anchors
from support.site_pages import pages_of, url_of

pytestmark = pytest.mark.xdist_group("pages")

LIST = Path(__file__).parents[1] / "permalinks.txt"
HOW = "run `UPDATE=1 .venv/bin/python -m pytest tests/pages/test_permalinks.py` and commit tests/permalinks.txt"

# What no one links to: what pages load, and what only hosts and crawlers ask for.
INNER = ("/assets/", "/lookup.json", "/pages.json", "/404.html", "/_headers", "/robots.txt", "/sitemap.xml")


def published(site: Path) -> set[str]:
    """Everything in a built site that people and programs may have kept an address of."""
    files = {f"/{url_of(file, site)}" for file in site.rglob("*") if file.is_file()}
    sections = {
        f"/{page.url}#{heading.attributes['id']}"
        for page in pages_of(site)
        for heading in page.root.find_all("h2", "h3")
        if "id" in heading.attributes and page.url != "404.html"
    }
    return {address for address in files | sections if not address.startswith(INNER)}


def listed(path: Path = LIST) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def add(addresses: set[str], path: Path = LIST) -> None:
    """Write the list with these too."""
    path.write_text("".join(f"{address}\n" for address in sorted({*listed(path), *addresses})), encoding="utf-8")


def gone(addresses: list[str], site: Path) -> list[str]:
    """Addresses that the site does not answer any more."""
    ids = {page.url: page.ids for page in pages_of(site)}
    there = published(site)

    def answered(address: str) -> bool:
        page, _, fragment = address.partition("#")
        return fragment in ids.get(page.removeprefix("/"), ()) if fragment else address in there

    return [address for address in addresses if not answered(address)]


def test_nothing_that_was_published_has_gone(built: Path) -> None:
    missing = gone(listed(), built)
    assert not missing, (
        f"{len(missing)} published addresses do not work any more; bring the page or the anchor back "
        f"(an old anchor may live on as an id elsewhere on its page):\n" + "\n".join(missing[:30])
    )


def test_everything_that_is_published_is_listed(built: Path) -> None:
    if os.environ.get("UPDATE"):
        add(published(built))
    new = sorted(published(built) - set(listed()))
    assert not new, f"{len(new)} addresses are new; {HOW}:\n" + "\n".join(new[:30])


def test_the_list_is_sorted_and_long(registry: Registry) -> None:
    assert listed() == sorted(set(listed())), f"keep it sorted: {HOW}"
    assert len(listed()) > 2000


def test_code_pages_keep_their_fixed_anchors(registry: Registry, built: Path) -> None:
    wanted = {f"/{code.code}/#{anchor}" for code in registry.codes for anchor in fixed_anchors(registry, code.code)}
    assert gone(sorted(wanted), built) == []
    assert wanted <= set(listed()), HOW


def test_a_loss_is_seen(built: Path) -> None:
    lost = ["/1006/#cause", "/1999/", "/api/v1/codes/1999.json", "/guide/chosing/"]
    assert gone(["/1006/#causes", "/", *lost], built) == lost


def test_adding_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "permalinks.txt"
    add({"/b/", "/a/"}, path)
    add({"/c/"}, path)
    assert listed(path) == ["/a/", "/b/", "/c/"]
