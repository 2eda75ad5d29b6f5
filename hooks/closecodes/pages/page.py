"""What the site consists of: pages, and files that are copied as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A file of the site: its path, its text, and the file a reader would edit.

    A Markdown file becomes a page, unless it is `copied` as it stands.
    """

    path: str
    text: str
    source: Path | None = None
    copied: bool = False


@dataclass(frozen=True)
class Section:
    """A section of a page: its anchor and its heading."""

    id: str
    title: str


@dataclass(frozen=True)
class Article:
    """A generated page, finished but for what stands around every page.

    `path` is that of the Markdown file it would be, such as `services/okx.md`; `html` is the body, `text` the
    same as Markdown, each with its sections; `kind` chooses the layout; `source` is what a reader would edit;
    `scripts` and `styles` are files that only this page needs.
    """

    path: str
    title: str
    description: str
    kind: str
    html: str
    text: str
    sections: tuple[Section, ...]
    text_sections: tuple[Section, ...]
    source: Path | None = None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
