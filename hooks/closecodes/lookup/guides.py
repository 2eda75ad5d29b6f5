"""Pages written by hand that the search box should offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Guide:
    """A hand-written page: its path below the site's root, such as `guide/reconnect/`, and what people ask it."""

    path: str
    title: str
    keywords: tuple[str, ...]
    line: str = ""

    def entry(self) -> dict[str, Any]:
        """The guide as the index holds it."""
        return {"p": self.path, "t": self.title, "k": list(self.keywords), "l": self.line}
