"""The built site as a whole: complete, lean, and with links to where its facts can be corrected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from closecodes.model import Registry
from support.building import build

REPOSITORY = "https://example.org/owner/repository"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published, with the address of its repository."""
    target = tmp_path_factory.mktemp("published") / "site"
    process = build(target, SITE_URL="https://example.org/codes/", REPO_URL=REPOSITORY)
    assert process.returncode == 0, process.stdout + process.stderr
    assert "WARNING" not in process.stdout + process.stderr
    return target


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("1006", "data/codes/1006.yml"),
        ("4000-4999", "data/ranges.yml"),
        ("services/discord-gateway", "data/services/discord-gateway.yml"),
        ("libraries/ws", "data/libraries/ws.yml"),
        ("guide/choosing", "docs/guide/choosing.md"),
    ],
)
def test_the_edit_link_opens_the_source(published: Path, page: str, source: str) -> None:
    html = (published / page / "index.html").read_text("utf-8")
    assert f'<a href="{REPOSITORY}/edit/main/{source}">Correct this page</a>' in html


def test_a_local_site_has_no_edit_link_to_nowhere(built: Path) -> None:
    assert "Correct this page" not in (built / "1006" / "index.html").read_text("utf-8")


def test_every_number_with_a_page_is_in_the_sitemap(published: Path, registry: Registry) -> None:
    listed = set(
        re.findall(r"<loc>https://example.org/codes/(.*?)</loc>", (published / "sitemap.xml").read_text("utf-8"))
    )
    assert {f"{number}/" for number in (*registry.code_by_number, *registry.uses_by_number)} <= listed
    assert {f"{kind.slug}/" for kind in registry.ranges} <= listed


def test_nothing_of_materials_scripts_is_shipped(published: Path) -> None:
    shipped = [path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()]
    assert not [path for path in shipped if path.startswith("assets/javascripts/") or path.endswith(".map")]
    assert not [path for path in shipped if path.startswith(("styles/", "scripts/"))], (
        "our sources are joined, not copied"
    )


def test_no_page_names_this_machine(published: Path) -> None:
    for path in published.rglob("*"):
        if path.suffix in (".html", ".json", ".md", ".xml", ".txt", ".js"):
            assert str(Path(__file__).parents[2]) not in path.read_text("utf-8"), path
