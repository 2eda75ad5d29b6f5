"""The texts that the full-text search reads: the Markdown form of each page, without its markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from . import front_matter
from .exports.handwritten_pages import without_html
from .guide_tables import with_tables
from .links import Links
from .model import Registry
from .pages import Article, Page

_MARKUP = re.compile(r"\]\([^)\]]*\)|^\|(?: --- \|)+$|[\[*`#|]", re.MULTILINE)
_LONGEST = 2500


def documents(registry: Registry, articles: Sequence[Article], docs: Path) -> list[dict[str, str]]:
    """One entry per page, generated or hand-written: address, title, one line, text."""
    generated = [_document(a.path, a.title, a.description, a.text) for a in articles]
    return [*generated, *_written(registry, docs)]


def _written(registry: Registry, docs: Path) -> Iterable[dict[str, str]]:
    for path in front_matter.written_pages(docs):
        text = with_tables(path.read_text(encoding="utf-8"), registry)
        head, _ = front_matter.split(text)
        name = path.relative_to(docs).as_posix()
        yield _document(name, str(head.get("title", name)), str(head.get("description", "")), without_html(text))


def _document(path: str, title: str, line: str, markdown: str) -> dict[str, str]:
    text = _MARKUP.sub(" ", markdown)
    address = Links(directories=True).url(path.removesuffix(".md"))
    return {"path": address, "title": title, "line": line, "text": " ".join(text.split())[:_LONGEST]}


def index_file(registry: Registry, articles: Sequence[Article], docs: Path) -> Page:
    """`pages.json`, loaded by the search on first use."""
    return Page(
        "pages.json", json.dumps(documents(registry, articles, docs), ensure_ascii=False, separators=(",", ":"))
    )
