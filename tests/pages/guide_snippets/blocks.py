"""The code blocks of the guides that readers copy and that tests run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["python", "node", "browser"]

ROOT = Path(__file__).parents[3]
GUIDES = ROOT / "docs" / "guide"
EXERCISES = Path(__file__).parent / "exercises"

# The address that every snippet uses; the tests put the loopback peer in its place.
PUBLIC_ADDRESS = "wss://example.com"

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="(?P<title>[^"]+)"')


@dataclass(frozen=True, kw_only=True)
class Block:
    """One fenced block; `name` is its title, the file name that readers see above it."""

    topic: str
    name: str
    kind: Kind
    text: str

    @property
    def id(self) -> str:
        """Where the block stands, for test names."""
        return f"{self.topic}/{self.name}"

    @property
    def exercise(self) -> Path:
        """The code that the tests run after the block."""
        return EXERCISES / self.topic / self.name


def kind_of(info: str) -> Kind | None:
    """Who runs a block with this fence line; `None` for text and configuration."""
    words = re.findall(r"[\w.]+", info.replace(".", " "))
    if "python" in words:
        return "python"
    if "js" in words:
        return "browser" if "browser" in words else "node"
    return None


def blocks_in(topic: str, markdown: str) -> list[Block]:
    """The runnable blocks of one guide; one without a title is named after its place."""
    found: list[Block] = []
    for number, fence in enumerate(_FENCE.finditer(markdown), start=1):
        kind = kind_of(fence["info"])
        if kind is None:
            continue
        title = _TITLE.search(fence["info"])
        name = title["title"] if title else f"block-{number}-without-title"
        found.append(Block(topic=topic, name=name, kind=kind, text=fence["text"]))
    return found


def all_blocks() -> list[Block]:
    """The runnable blocks of every guide, in the order of files and lines."""
    guides = sorted(GUIDES.glob("*.md"))
    return [block for path in guides for block in blocks_in(path.stem, path.read_text("utf-8"))]


def all_fences() -> list[tuple[str, str]]:
    """Guide and language line of every fenced block, runnable or not."""
    guides = sorted(GUIDES.glob("*.md"))
    return [(path.stem, fence["info"].strip()) for path in guides for fence in _FENCE.finditer(path.read_text("utf-8"))]
