"""Join the stylesheets by subject into the few files that pages load."""

from __future__ import annotations

from pathlib import Path

from .pages import Page

# Stylesheet name -> its parts in `docs/styles/`, in the order in which they override each other.
SHEETS = {
    "site": (
        "base", "header", "frame", "text", "number", "causes", "facts", "tables", "number-line", "home", "pictures",
        "lookup", "libraries", "layers", "print",
    ),
    "decode": ("decode",),
    "both-ends": ("both-ends",),
    "stack": ("stack",),
}  # fmt: skip


def joined(folder: Path) -> list[Page]:
    """The stylesheets below `assets/`."""
    return [Page(f"assets/{name}.css", _join(folder, parts)) for name, parts in SHEETS.items()]


def _join(folder: Path, parts: tuple[str, ...]) -> str:
    return "\n".join((folder / f"{part}.css").read_text(encoding="utf-8") for part in parts)
