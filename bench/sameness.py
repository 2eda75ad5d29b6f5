"""Whether two builds are of the same pages."""

from __future__ import annotations

import html
import re
from pathlib import Path


def same_articles(one: Path, other: Path) -> int:
    """How many pages of both sites hold the same article, but for white space and escapes.

    Raises `RuntimeError` when a site has a page that the other has not.
    """
    pages, others = _pages(one), _pages(other)
    if pages.keys() != others.keys():
        raise RuntimeError(f"the builds have other pages: {sorted(pages.keys() ^ others.keys())[:5]}")
    return sum(pages[path] == others[path] for path in pages)


def _pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): _article(path.read_text("utf-8")) for path in site.rglob("*.html")}


def _article(page: str) -> str:
    article = page.partition("<article")[2].partition("</article>")[0]
    return re.sub(r"\s+", "", html.unescape(article))
