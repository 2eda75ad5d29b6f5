"""The index of the real registry, as the build writes it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from closecodes.guides import read_guides
from closecodes.load import load
from closecodes.lookup import build, parts

from .asking import ask

ROOT = Path(__file__).resolve().parent.parent.parent


@functools.cache
def real_index() -> dict[str, Any]:
    """What `lookup.json` holds for `data/` and the guides as they are, and in `parts` the files that follow it."""
    registry = load(ROOT / "data")
    return {**build(registry, read_guides(ROOT / "docs")), "parts": parts(registry)}


def all_texts() -> list[list[Any]]:
    """The log texts in the order of the index, those included that come after the first answer."""
    index = real_index()
    return [*_rows(index["texts"]), *_rows(index["parts"]["more"]["texts"])]


def all_constants() -> list[list[Any]]:
    """The constants as rows, those included that come after the first answer."""
    index = real_index()
    return [*_rows(index["constants"]), *_rows(index["parts"]["more"]["constants"])]


def identifiers() -> dict[str, list[str]]:
    """Names of programs in code and logs, as one meets them there, with the pages of the libraries and services that have them."""
    pages: dict[str, list[str]] = {}
    registry = load(ROOT / "data")
    for folder, things in (("libraries", registry.libraries), ("services", registry.services)):
        for thing in things:
            for name in thing.identifiers:
                pages.setdefault(name if name[-1].isalnum() else f"{name}Thing", []).append(f"{folder}/{thing.id}/")
    return pages


def _rows(columns: list[list[Any]]) -> list[list[Any]]:
    return [list(row) for row in zip(*columns, strict=True)]


def wrong_first(expected: list[tuple[str, str]]) -> dict[str, str | None]:
    """The queries whose first answer is not the page they should give, with the page they gave."""
    given = ask(real_index(), [query for query, _ in expected])["answers"]
    firsts = [answers[0]["path"] if answers else None for answers in given]
    return {query: first for (query, page), first in zip(expected, firsts, strict=True) if first != page}
