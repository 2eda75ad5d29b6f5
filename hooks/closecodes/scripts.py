"""Join our ES modules into classic scripts.

Browsers load no module and fetch no file from `file://`, and the offline bundle has to work there.  So
that there is one way of running, the site uses the joined scripts everywhere.  The modules keep to
named imports, one named export at a time, and names that are unique over all of them; anything else is
an error here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from .pages import Page

# Script name -> its entry module.  `site` is on every page; `lookup` and `stack` are loaded on first use.
ENTRIES = {
    "scheme": "scheme.js",
    "site": "site.js",
    "lookup": "lookup.js",
    "decode": "decode.js",
    "both-ends": "both-ends.js",
    "stack": "stack.js",
}

_IMPORT = re.compile(r"^import \{([\w$,\s]+)\} from \"(\.\.?/[\w./-]+)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|class\b)", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_MAY_QUOTE = frozenset("'\"`/")
_GOES_ON = re.compile(r"^((?:(?!//).)*[{;,(\[])\n+", re.MULTILINE)  # breaks that mean nothing, behind a line
_BROKEN = re.compile(r"^((?:(?!//).)+)\n+(?=[.?:&|])", re.MULTILINE)  # and before what goes on with an expression
_CAST = re.compile(r"/\*\* ?@(?:type|param) [^*\n]{0,200}\*/ ?")  # `/** @type {Map<string, string>} */ (value)`
_LEFT_OVER = re.compile(r"^[ \t]*(?:import|export)\b.*$", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:(?:async )?function\*? |const |let |var |class )([\w$]+)", re.MULTILINE)


class ScriptError(ValueError):
    """A module does not keep to the form that can be joined."""


def joined(folder: Path) -> list[Page]:
    """The classic scripts below `assets/`, one for each entry that exists."""
    return [
        Page(f"assets/{name}.js", join(folder / entry)) for name, entry in ENTRIES.items() if (folder / entry).exists()
    ]


def join(entry: Path) -> str:
    """One classic script with the entry and all it imports, each module once, imports first.

    Raises `ScriptError`, as `path:line: what is wrong; what to write instead`, when a module imports or
    exports in another form than the joiner knows, when two define the same name, or when they import in a circle.
    """
    entry = entry.resolve()
    joiner = _Joiner(entry.parent)
    joiner.add(entry, entry, 1)
    return '(() => {\n"use strict";\n' + "\n".join(joiner.bodies.values()) + "})();\n"


class _Joiner:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bodies: dict[Path, str] = {}
        self.names: dict[str, str] = {}  # where each is defined
        self.waiting: list[Path] = []  # for their imports

    def add(self, path: Path, importer: Path, line: int) -> None:
        """Add a module after all it imports."""
        if path in self.bodies:
            return
        if path in self.waiting:
            raise ScriptError(
                f"{self._place(importer, line)}: imports in a circle; move what both need to a third module"
            )
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise ScriptError(f"{self._place(importer, line)}: {path.name} cannot be read; mend the import") from None
        self.waiting.append(path)
        for match in _IMPORT.finditer(text):
            if any(len(name.split()) > 1 for name in match[1].split(",")):  # `a as b`
                self._refuse(path, _line(text, match.start()), match[0])
            self.add((path.parent / match[2]).resolve(), path, _line(text, match.start()))
        self.waiting.pop()
        self._note_names(path, text)
        self.bodies[path] = self._body(path, text)

    def _body(self, path: Path, text: str) -> str:
        body = _EXPORT.sub("", "".join(_without_comments(_IMPORT.sub("", text))))
        left = _LEFT_OVER.search(body)
        if left:
            self._refuse(path, _line(text, text.index(left[0])), left[0])
        # a template may go over several lines: its indents are text
        if _has_long_template(body):
            return body
        lines = _INDENT.sub("", _CAST.sub("", body)).split("\n")
        return _closed_up("\n".join(map(_without_comment, lines)))

    def _refuse(self, path: Path, line: int, statement: str) -> NoReturn:
        place, shown = self._place(path, line), " ".join(statement.split())
        raise ScriptError(f"{place}: {shown!r} cannot be joined; use named imports and one export at a time")

    def _note_names(self, path: Path, text: str) -> None:
        for match in _NAME.finditer(text):
            place = self._place(path, _line(text, match.start()))
            if match[1] in self.names:
                raise ScriptError(
                    f"{place}: {match[1]} is also the name of something at {self.names[match[1]]}; rename one"
                )
            self.names[match[1]] = place

    def _place(self, path: Path, line: int) -> str:
        shown = posixpath.relpath(path.as_posix(), self.folder.parent.parent.as_posix())
        return f"{shown}:{line}"


def _without_comment(line: str) -> str:
    """A line without the comment behind its code; what may end a string or pattern is kept, unless none can have begun."""
    code, mark, comment = line.partition(" // ")
    if mark and _MAY_QUOTE.isdisjoint(code):
        return code
    code, mark, comment = line.rpartition(" // ")
    return code if mark and _MAY_QUOTE.isdisjoint(comment) else line


def _closed_up(body: str) -> str:
    """Statements on one line each, as far as that is seen without reading JavaScript; lines with `//` are left alone."""
    while (shorter := _BROKEN.sub(r"\1", body)) != body:
        body = shorter
    return _GOES_ON.sub(r"\1", body)


def _without_comments(text: str) -> Iterator[str]:
    """The lines that are not as a whole comment."""
    inside = False
    for line in text.splitlines(keepends=True):
        code = line.strip()
        if inside:
            _, end, behind = line.partition("*/")
            inside = not end
            if behind.strip():
                yield behind
        elif code.startswith("/*") and "*/" not in code[2:]:
            inside = True
        elif not code.startswith("//") and not (code.startswith("/*") and code.find("*/", 2) == len(code) - 2):
            yield line


def _has_long_template(body: str) -> bool:
    """Whether a template may go over several lines: one line has a backtick without its other one.

    In patterns a backtick is written `\\x60`.
    """
    return any(line.count("`") % 2 for line in body.splitlines())


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
