"""Screenshots of the kinds of pages, at three widths and in both schemes, with a sheet to look at them.

python tools/shots.py [folder]        default: build/shots; open its index.html
"""

from __future__ import annotations

import html
import itertools
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser import browser
from support.building import build
from support.serving import serve

ROOT = Path(__file__).resolve().parent.parent

PAGES = {
    "home": "",
    "home, asked": "?q=received+1011+(internal+error)+keepalive+ping+timeout%3B+no+close+frame+received",
    "1006": "1006/",
    "1000": "1000/",
    "4004": "4004/",
    "4000-4999": "4000-4999/",
    "libraries": "libraries/",
    "library": "libraries/ws/",
    "service": "services/discord-gateway/",
    "guide": "guide/choosing/",
    "decoder": "decode/",
    "404": "4321/",
}
WIDTHS = {390: 844, 768: 1024, 1280: 900}  # with the height of the first screen
SCHEMES = ("light", "dark")
TALLEST = 6000
STYLE = (
    "body{font:14px sans-serif;background:#888}section{display:flex;flex-wrap:wrap;gap:12px}"
    "img{width:300px;height:420px;object-fit:cover;object-position:top;border:1px solid #000}"
)


def main(folder: Path) -> None:
    """Build the site, take the pictures and write the sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site:
        done = build(Path(site))
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        with serve(Path(site)) as address, browser() as started:
            for name, width, scheme in shots():
                take(started, address + PAGES[name], width, scheme, folder / file_name(name, width, scheme))
    (folder / "index.html").write_text(sheet(), encoding="utf-8")
    print(folder / "index.html")


def shots() -> Iterator[tuple[str, int, str]]:
    """Each page at each width in each scheme."""
    return itertools.product(PAGES, WIDTHS, SCHEMES)


def file_name(name: str, width: int, scheme: str) -> str:
    """The picture's file."""
    return f"{name.replace(', ', '-')}-{width}-{scheme}.png"


def take(started: Browser, address: str, width: int, scheme: str, path: Path) -> None:
    """A picture of the whole page, of a very long one only the beginning."""
    screen = {"width": width, "height": WIDTHS[width]}
    context = started.new_context(viewport=screen, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    if "?q=" in address:
        page.wait_for_selector("[data-answer]")
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    context.close()


def sheet() -> str:
    """The page that shows all pictures."""
    parts = [f"<!doctype html><html lang=en><meta charset=utf-8><title>Screenshots</title><style>{STYLE}</style>"]
    for name in PAGES:
        names = [(f"{width} {scheme}", file_name(name, width, scheme)) for width in WIDTHS for scheme in SCHEMES]
        figures = [
            f'<a href="{file}"><figure><img src="{file}" alt=""><figcaption>{label}</figcaption></figure></a>'
            for label, file in names
        ]
        parts.append(f"<h2>{html.escape(name)}</h2><section>{''.join(figures)}</section>")
    return "\n".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "shots")
