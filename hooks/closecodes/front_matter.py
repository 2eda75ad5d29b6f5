"""The hand-written pages, and the head of each: the values that describe it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def written_pages(docs: Path) -> list[Path]:
    """The hand-written pages below a folder, in order, without what editors leave there, such as `.#index.md`."""
    return sorted(path for path in docs.rglob("*.md") if not path.name.startswith("."))


def split(text: str) -> tuple[dict[str, Any], str]:
    """The values at the head of a page (none when it has no head), and the text below."""
    match = _HEAD.match(text)
    if not match:
        return {}, text
    return yaml.load(match[1], Loader=_Loader) or {}, text[match.end() :]
