"""The pages written by hand that answer questions, as their front matter describes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import front_matter


@dataclass(frozen=True)
class Guide:
    """A guide: its path below the site's root, such as `guide/reconnecting/`, what people ask it, and its codes."""

    path: str
    title: str
    keywords: tuple[str, ...]
    line: str = ""
    codes: tuple[int, ...] = ()

    @property
    def page(self) -> str:
        """The page's name for links, such as `guide/reconnecting`."""
        return self.path.rstrip("/")

    def entry(self) -> dict[str, Any]:
        """The guide as the lookup index holds it."""
        return {"p": self.path, "t": self.title, "k": list(self.keywords), "l": self.line}


def read_guides(docs: Path) -> list[Guide]:
    """The guides in `docs/guide/`, in the order of their names."""
    return [_guide(path) for path in sorted((docs / "guide").glob("*.md"))]


def _guide(path: Path) -> Guide:
    head, _ = front_matter.split(path.read_text(encoding="utf-8"))
    name = "" if path.stem == "index" else f"{path.stem}/"
    return Guide(
        f"guide/{name}",
        str(head.get("title", path.stem)),
        tuple(map(str, head.get("keywords", ()))),
        str(head.get("description", "")),
        tuple(head.get("codes", ())),
    )
