"""Draw `docs/assets/card.png`, the picture that other sites show beside a link: `python tools/card.py`.

It needs the tests' tools (`make test` sets them up), and only when the card changes: the picture is kept in the
repository, so that a build needs neither browser nor fonts.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.browser import browser

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "assets" / "card.png"


def main() -> int:
    """Take the picture of `card.html`."""
    with browser() as started:
        page = started.new_page(viewport={"width": 1200, "height": 630})
        page.goto((ROOT / "tools" / "card.html").as_uri())
        page.screenshot(path=TARGET)
    print(f"{TARGET}: {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
