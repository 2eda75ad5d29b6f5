"""A Markdown twin beside each page, and `llms.txt`, which lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import front_matter
from ..guide_tables import with_tables
from ..model import Registry
from ..pages import Article, Page
from ..script_data import with_code_table
from .addresses import Addresses
from .handwritten_pages import without_html


def twins(registry: Registry, articles: Sequence[Article], docs: Path, addresses: Addresses) -> list[Page]:
    """The twins of the generated pages and of the hand-written ones below `docs`."""
    generated = [Page(article.path, article.text, article.source, copied=True) for article in articles]
    return [*generated, *_written(registry, docs, addresses)]


def llms(registry: Registry, twin_pages: list[Page], addresses: Addresses) -> Page:
    """`llms.txt` in the form of llmstxt.org: what the site is, then its twins by kind."""
    lines = [
        "# WebSocket close codes",
        "",
        "> Every WebSocket close code from 0 to 65535: what it means, who sent it, why, what to do, and whether to "
        "reconnect. Each claim names its source.",
        "",
        "1005, 1006 and 1015 are never sent in a Close frame; software reports them to its own application. "
        "4000-4999 mean what each service says: ask for the service before you answer. "
        f"A number n listed below has the page {addresses.file('n.md')} and the data "
        f"{addresses.file('api/v1/codes/n.json')}; any other number has the page of its range.",
    ]
    groups: dict[str, list[str]] = {}
    for page in twin_pages:
        title = page.text.partition("\n")[0].removeprefix("# ")
        groups.setdefault(_group(registry, page.path), []).append(f"- [{title}]({addresses.file(page.path)})")
    for group in _GROUPS:
        lines += ["", f"## {group}", "", *groups.get(group, [])]
    return Page("llms.txt", "\n".join(lines) + "\n")


_GROUPS = (
    "Overview",
    "Registered codes",
    "Guides",
    "Ranges",
    "Numbers that services use",
    "Both ends",
    "Registered codes in libraries",
    "Libraries",
    "Services",
)


def _group(registry: Registry, path: str) -> str:
    folder, _, name = path.removesuffix(".md").rpartition("/")
    folders = {"guide": "Guides", "both-ends": "Both ends", "libraries": "Libraries", "services": "Services"}
    if folder.isdigit():
        return "Registered codes in libraries"
    if folder:
        return folders[folder]
    if name.isdigit():
        return "Registered codes" if int(name) in registry.code_by_number else "Numbers that services use"
    return "Ranges" if re.fullmatch(r"\d+-\d+", name) else "Overview"


def _written(registry: Registry, docs: Path, addresses: Addresses) -> Iterator[Page]:
    for path in front_matter.written_pages(docs):
        name = path.relative_to(docs).as_posix()
        filled = with_tables(with_code_table(path.read_text(encoding="utf-8"), registry), registry)
        text = without_html(addresses.named(filled))
        here = addresses.page(name.removesuffix(".md"))  # where a link is only a query, it leads to the page itself
        yield Page(name, text.replace("](?", f"]({here}?"), copied=True)
