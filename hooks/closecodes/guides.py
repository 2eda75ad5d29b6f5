"""The pages written by hand that answer questions, as their front matter describes them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import front_matter
from .html import divided

_HEADING = re.compile(r"^#{2,3} (.+?) \{ #([\w-]+) \}$", re.MULTILINE)
_LISTED = re.compile(r"^- \[[^\[\]\n]+\]\(([\w-]+)\.md\)", re.MULTILINE)
_UNREAD = re.compile(r"<(script|style|svg)\b")
_NOISE = re.compile(r"<[^<>]+>|\{[ #.:][^{}]*\}|\]\([^)\]]*\)|[\[*`#|]")


@dataclass(frozen=True)
class Section:
    """A section of a guide: its anchor, its heading, what people ask it, what else it answers, and its text.

    `purposes` are for the lookup's stages that know what is asked without words: `duration`, `ends`, `http 401 403`.
    """

    anchor: str
    heading: str
    keywords: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Guide:
    """A guide: its path below the site's root, such as `guide/reconnecting/`, what people ask it, and its codes."""

    path: str
    title: str
    keywords: tuple[str, ...]
    line: str = ""
    codes: tuple[int, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def page(self) -> str:
        """The page's name for links, such as `guide/reconnecting`."""
        return self.path.rstrip("/")


def read_guides(docs: Path) -> list[Guide]:
    """The guides in `docs/guide/`, in the order of their names."""
    return [_guide(path) for path in front_matter.written_pages(docs / "guide")]


def reading_order(docs: Path) -> list[str]:
    """The files of the guides, such as `guide/reconnecting.md`, as `docs/guide/index.md` lists them."""
    listed = _LISTED.findall((docs / "guide" / "index.md").read_text(encoding="utf-8"))
    return [f"guide/{name}.md" for name in listed]


def _guide(path: Path) -> Guide:
    head, body = front_matter.split(path.read_text(encoding="utf-8"))
    name = "" if path.stem == "index" else f"{path.stem}/"
    return Guide(
        f"guide/{name}",
        str(head.get("title", path.stem)),
        tuple(map(str, head.get("keywords", ()))),
        str(head.get("description", "")),
        tuple(head.get("codes", ())),
        tuple(_sections(body, head.get("sections", {}))),
    )


def _sections(body: str, described: dict[str, Any]) -> Iterator[Section]:
    """The sections of a guide that have an anchor, with what its front matter says of them."""
    found = list(_HEADING.finditer(body))
    for match, end in zip(found, [*(later.start() for later in found[1:]), len(body)], strict=True):
        said = described.get(match[2], {})
        read = " ".join(divided(body[match.end() : end], _UNREAD)[::2])
        text = " ".join(html.unescape(_NOISE.sub(" ", read)).split())
        keywords = tuple(map(str, said.get("keywords", ())))
        yield Section(match[2], _NOISE.sub("", match[1]).strip(), keywords, tuple(map(str, said.get("for", ()))), text)
