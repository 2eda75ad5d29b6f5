"""The picture that other sites show beside a link."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from support.building import ROOT, build
from support.packing import Packed

CARD = ROOT / "docs" / "assets" / "card.png"


def test_the_card_has_the_size_that_other_sites_ask_for() -> None:
    picture = CARD.read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 60_000


def test_pages_of_a_published_site_name_it(tmp_path: Path) -> None:
    done = build(tmp_path / "site", SITE_URL="https://close-codes.test/sub/")
    assert done.returncode == 0, done.stdout + done.stderr
    html = (tmp_path / "site" / "1006" / "index.html").read_text("utf-8")
    assert '<meta property="og:image" content="https://close-codes.test/sub/assets/card.png">' in html
    assert (tmp_path / "site" / "assets" / "card.png").read_bytes() == CARD.read_bytes()


def test_pages_of_a_local_site_do_not(built: Path) -> None:
    assert "og:image" not in (built / "1006" / "index.html").read_text("utf-8")


@pytest.mark.xdist_group("packed")
def test_the_offline_bundle_does_without(packed: Packed) -> None:
    assert not (packed.pages / "assets" / "card.png").exists()
    assert "og:image" not in (packed.pages / "1006.html").read_text("utf-8")
