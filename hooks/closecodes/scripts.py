"""Join our ES modules into classic scripts.

Browsers load no module and fetch no file from `file://`, and the offline bundle has to work there.  So
that there is one way of running, the site uses the joined scripts everywhere.  The modules keep to
single-line named imports and exports and to names that are unique over all of them; anything else is
an error here.
"""

from __future__ import annotations

import re
from pathlib import Path

from .pages import Page

# Script name -> its entry module.  `site` is on every page; `lookup` is loaded on first use.
ENTRIES = {"scheme": "scheme.js", "site": "site.js", "lookup": "lookup.js", "decode": "decode.js"}

_IMPORT = re.compile(r"^import \{ [\w$, ]+ \} from \"(\./[\w./-]+|\.\./[\w./-]+)\";\n", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)  # whole lines only
_EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|class\b)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b.*$", re.MULTILINE)


class ScriptError(ValueError):
    """A module does not keep to the form that can be joined."""


def joined(folder: Path) -> list[Page]:
    """The classic scripts below `assets/`, one for each entry that exists."""
    return [
        Page(f"assets/{name}.js", join(folder / entry))
        for name, entry in ENTRIES.items()
        if (folder / entry).exists()
    ]


def join(entry: Path) -> str:
    """One classic script with the entry and all it imports, each module once, imports first.

    Raises `ScriptError` when a module imports or exports in another form than the joiner knows.
    """
    bodies: dict[Path, str] = {}
    _collect(entry.resolve(), bodies)
    return '(() => {\n"use strict";\n' + "\n".join(bodies.values()) + "})();\n"


def _collect(path: Path, bodies: dict[Path, str]) -> None:
    if path in bodies:
        return
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ScriptError(f"{path.name}: is imported but cannot be read ({error.strerror})") from None
    for match in _IMPORT.finditer(text):
        _collect((path.parent / match[1]).resolve(), bodies)
    body = _EXPORT.sub("", _COMMENT.sub("", _IMPORT.sub("", text)))
    left = _LEFT_OVER.search(body)
    if left:
        raise ScriptError(f"{path.name}: cannot be joined: {left[0].strip()!r}; use single-line named imports and exports")
    bodies[path] = body
