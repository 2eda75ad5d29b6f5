"""Everything generated that the site consists of: pages, scripts, the lookup index, the data files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from . import fulltext, lookup, scripts, styles
from .both_ends import ends_of, table
from .exports import Addresses, export
from .guides import read_guides
from .links import Links
from .model import Registry
from .pages import Article, Download, Page, Renderer
from .stack import stack_table


def files_of(
    renderer: Renderer, registry: Registry, links: Links, docs: Path, site_url: str, downloads: Sequence[Download] = ()
) -> tuple[list[Article], list[Page]]:
    """All generated pages, and all other files; `docs` is the folder of the hand-written pages.

    Without directories in its links the site is the offline bundle, which needs nothing for hosts.
    """
    guides = read_guides(docs)
    articles = renderer.render(registry, links, downloads, guides)
    data = [
        Page("lookup.json", _compact(lookup.build(registry, guides))),
        *(Page(f"lookup/{name}.json", _compact(part)) for name, part in lookup.parts(registry).items()),
        Page("lookup/explain.json", _compact(lookup.explanations(registry))),
        fulltext.index_file(registry, articles, docs),
    ]
    if registry.measurements:
        data.append(Page("both-ends.json", _compact(table(ends_of(registry)))))
        data.append(Page("stack.json", _compact(stack_table(registry))))
    if not links.directories:  # from file:// nothing can be fetched, only scripts load
        data = [Page(f"{file.path}.js", _called_back(file)) for file in data]
    exported = export(registry, articles, docs, Addresses(site_url), hosted=links.hosted)
    return articles, [*data, *scripts.joined(docs / "scripts"), *styles.joined(docs / "styles"), *exported]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _called_back(file: Page) -> str:
    return f"(globalThis.closeCodesData ??= {{}})[{json.dumps(file.path)}] = {file.text};\n"
