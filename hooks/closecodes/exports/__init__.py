"""The registry for programs: JSON and CSV with their schemas, feeds, and texts without HTML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..model import Registry
from ..pages import Article, Page
from .addresses import Addresses
from .api import api
from .discovery import POLICY, headers, opensearch, robots
from .feed import feed
from .twins import llms, twins

__all__ = ["POLICY", "Addresses", "export"]


def export(
    registry: Registry, articles: Sequence[Article], docs: Path, addresses: Addresses, hosted: bool = True
) -> list[Page]:
    """The files of `/api/v1/`, the feed and `llms.txt`; `hosted`, also what only makes sense on a web host."""
    twin_pages = twins(registry, articles, docs, addresses)
    files = [*api(registry, addresses), feed(registry, addresses), llms(registry, twin_pages, addresses)]
    if hosted:
        files += [*twin_pages, robots(addresses), opensearch(addresses), headers()]
    return files
