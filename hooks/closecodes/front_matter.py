"""The head of a Markdown page: the values that describe it."""

from __future__ import annotations

import re
from typing import Any

import yaml

_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split(text: str) -> tuple[dict[str, Any], str]:
    """The values at the head of a page (none when it has no head), and the text below."""
    match = _HEAD.match(text)
    if not match:
        return {}, text
    return yaml.load(match[1], Loader=_Loader) or {}, text[match.end() :]
