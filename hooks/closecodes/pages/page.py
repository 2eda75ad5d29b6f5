"""A page or file of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A file below the site's source folder: its path, its text, and the file a reader would edit."""

    path: str
    text: str
    source: Path | None = None
