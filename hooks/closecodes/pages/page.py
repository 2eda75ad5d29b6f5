"""A page or file of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A file below the site's source folder: its path, its text, and the file a reader would edit.

    A Markdown file becomes a page, unless it is `copied` as it stands.
    """

    path: str
    text: str
    source: Path | None = None
    copied: bool = False
