"""The texts that the full-text search reads, taken from the pages themselves."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path

from . import front_matter
from .links import Links
from .pages import Page

_NOISE = re.compile(r"<(script|style|svg|nav)\b.*?</\1>|<[^>]+>|\{[ #.:][^}]*\}|\]\([^)]*\)|[\[*`#|]", re.DOTALL)
_LONGEST = 2500


def documents(pages: Iterable[Page], docs: Path) -> list[dict[str, str]]:
    """One entry per Markdown page, generated or hand-written: address, title, one line, text."""
    links = Links(directories=True)
    written = [Page(path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")) for path in _markdown(docs)]
    return [_document(page, links) for page in [*pages, *written] if page.path.endswith(".md")]


def _markdown(docs: Path) -> list[Path]:
    return sorted(docs.rglob("*.md"))


def _document(page: Page, links: Links) -> dict[str, str]:
    head, body = front_matter.split(page.text)
    text = html.unescape(_NOISE.sub(" ", body))
    return {
        "path": links.url(page.path.removesuffix(".md")),
        "title": str(head.get("title", page.path)),
        "line": str(head.get("description", "")),
        "text": " ".join(text.split())[:_LONGEST],
    }


def index_file(pages: Iterable[Page], docs: Path) -> Page:
    """`pages.json`, loaded by the search on first use."""
    return Page("pages.json", json.dumps(documents(pages, docs), ensure_ascii=False, separators=(",", ":")))
