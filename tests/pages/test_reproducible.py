"""The same commit gives the same bytes: site, zip and docset, whatever the folder, the zone and the hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from support.building import build
from support.packing import ROOT, SITE, pack

pytestmark = pytest.mark.xdist_group("packed")

PROJECT = ("data", "docs", "hooks", "tools", "mkdocs.yml")
SURROUNDINGS = {
    "here": {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
    "a much longer folder ü": {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own files, as they are now."""
    folder = tmp_path_factory.mktemp("project")
    for name in PROJECT:
        copy_to(ROOT / name, folder / name)
    return folder


def copy_to(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def released(project: Path, folder: Path, settings: dict[str, str]) -> dict[str, str]:
    """The digest of every file of a release, by name."""
    shutil.copytree(project, folder)
    packed = pack(folder, folder, **settings)
    environment = {"SITE_URL": SITE, "SOURCE_DATE_EPOCH": "1700000000", "DOWNLOADS": str(packed.dist), **settings}
    done = build(folder / "site", folder, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    files = [path for part in ("site", "dist") for path in (folder / part).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_releases_do_not_differ_in_a_byte(project: Path, tmp_path: Path) -> None:
    first, second = (released(project, tmp_path / name, settings) for name, settings in SURROUNDINGS.items())
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()
    assert len(first) > 700
    assert {name for name in first if name.startswith("dist/")} == {
        "dist/WebSocket_Close_Codes.tgz",
        "dist/WebSocket_Close_Codes.xml",
        "dist/websocket-close-codes-offline.zip",
    }


def test_the_site_offers_the_downloads_with_their_sizes(project: Path, tmp_path: Path) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for name, size in {"websocket-close-codes-offline.zip": 1_634_567, "WebSocket_Close_Codes.tgz": 712_345}.items():
        (downloads / name).write_bytes(os.urandom(size))
    done = build(tmp_path / "site", project, DOWNLOADS=str(downloads))
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site" / "offline" / "index.html").read_text("utf-8")
    assert '<a class="cc-button" href="../downloads/websocket-close-codes-offline.zip">' in page
    assert "1.6 MB" in page
    assert "712 kB" in page
    for file in downloads.iterdir():
        assert (tmp_path / "site" / "downloads" / file.name).read_bytes() == file.read_bytes()
    assert "1.6 MB" in (tmp_path / "site" / "offline.md").read_text("utf-8")


def test_without_downloads_the_page_says_so(built: Path) -> None:
    page = (built / "offline" / "index.html").read_text("utf-8")
    assert "comes without the zip" in page
    assert "downloads/" not in page
