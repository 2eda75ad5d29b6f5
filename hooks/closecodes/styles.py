"""Join the stylesheets by subject into the few files that pages load."""

from __future__ import annotations

import re
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


_AROUND_BRACE = re.compile(r" ?([{}]) ?")


def joined(folder: Path) -> list[Page]:
    """The stylesheets below `assets/`."""
    return [Page(f"assets/{name}.css", _join(folder, parts)) for name, parts in SHEETS.items()]


def _join(folder: Path, parts: tuple[str, ...]) -> str:
    return "\n".join(_without_comments((folder / f"{part}.css").read_text(encoding="utf-8")) for part in parts)


def _without_comments(sheet: str) -> str:
    """The same rules without what only readers of the source need; a rule a line."""
    first, *others = sheet.split("/*")
    rules = " ".join("".join([first, *(other.partition("*/")[2] for other in others)]).split())
    return _AROUND_BRACE.sub(r"\1", rules).replace(";}", "}").replace("}", "}\n").strip()
