"""Whether two builds are of the same pages."""

from __future__ import annotations

import html
import re
from pathlib import Path


def text_share(one: Path, other: Path) -> float:
    """How many letters the articles of the other site have for each letter of the first, markup and spaces aside.

    Pages from Markdown lack pictures and controls, so this is near 1, and not 1.  Raises `RuntimeError` when a site
    has a page that the other has not.
    """
    pages, others = _pages(one), _pages(other)
    if pages.keys() != others.keys():
        raise RuntimeError(f"the builds have other pages: {sorted(pages.keys() ^ others.keys())[:5]}")
    return sum(others.values()) / sum(pages.values())


def _pages(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): _letters(path.read_text("utf-8")) for path in site.rglob("*.html")}


def _letters(page: str) -> int:
    article = page.partition("<article")[2].partition("</article>")[0]
    return len(re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", article))))
