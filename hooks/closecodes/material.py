"""Material's stylesheet without the rules for what this site does not have: its navigation, search, tabs, cards.

A rule stays when all classes in its selector can stand on our pages, a custom property when something reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

# What Markdown, its extensions and our templates write for Material to style, beside Pygments' short names of tokens.
CLASSES = frozenset(
    ("admonition", "admonition-title", "filename", "footnote", "footnote-backref", "footnote-ref", "headerlink",
     "highlight", "md-typeset", "note", "warning")
)  # fmt: skip

_TOKEN = re.compile(r"[a-z][a-z0-9]{0,2}")  # Pygments' classes within `highlight`
_BRACE_OR_TEXT = re.compile(r"[{};]|\"(?:[^\"\\]|\\[\s\S])*\"?|'(?:[^'\\]|\\[\s\S])*'?")
_TEXT = re.compile(r"\"(?:[^\"\\]|\\[\s\S])*\"?|'(?:[^'\\]|\\[\s\S])*'?")
_EXCEPT = re.compile(r":not\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_OTHER = re.compile(r"\[dir=rtl\]|\[data-md-|\[for=__|\[id=__|:target-current|:host")  # what no page of ours has
_COMMA = re.compile(r",(?![^()]*\))")
_PROPERTY = re.compile(r"(--[\w-]+):")
_READ = re.compile(r"var\((--[\w-]+)")
_NAMED = re.compile(r"@keyframes ([\w-]+)")


@lru_cache(maxsize=2)
def used(sheet: str, ours: str) -> str:
    """The rules of Material's `sheet` that our pages need; `ours` are our own rules, which may read its properties."""
    kept = "".join(_kept(sheet))
    while True:
        smaller = _without_unread(kept, ours)
        if smaller == kept:
            return kept
        kept = smaller


def _kept(sheet: str) -> Iterator[str]:
    """Each rule with the selectors that can match, those within `@media` and `@supports` too."""
    for head, body in _rules(sheet):
        if head.startswith(("@media", "@supports")):
            if inner := "".join(_kept(body)):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif selectors := ",".join(filter(_can_match, _COMMA.split(head))):
            yield f"{selectors}{{{body}}}"


def _can_match(selector: str) -> bool:
    needed = _EXCEPT.sub("", _TEXT.sub("", selector))
    classes = set(_CLASS.findall(needed))
    tokens = {name for name in classes - CLASSES if _TOKEN.fullmatch(name)} if "highlight" in classes else set()
    return classes <= CLASSES | tokens and not _OTHER.search(needed)


def _without_unread(kept: str, ours: str) -> str:
    """The rules without custom properties that none of them reads, and without animations that none names."""
    read = set(_READ.findall(kept + ours))
    return "".join(_thinner(kept, read, kept + ours))


def _thinner(sheet: str, read: set[str], everything: str) -> Iterator[str]:
    for head, body in _rules(sheet):
        if named := _NAMED.match(head):
            if everything.count(named[1]) > 1:
                yield f"{head}{{{body}}}"
        elif head.startswith("@"):
            if inner := "".join(_thinner(body, read, everything)) if "{" in body else body:
                yield f"{head}{{{inner}}}"
        elif inner := ";".join(_read_only(_declarations(body), read)):
            yield f"{head}{{{inner}}}"


def _read_only(declarations: Iterable[str], read: set[str]) -> Iterator[str]:
    for declaration in declarations:
        name = _PROPERTY.match(declaration)
        if not name or name[1] in read:
            yield declaration


def _declarations(body: str) -> Iterator[str]:
    start = 0
    for mark in _BRACE_OR_TEXT.finditer(body):
        if mark[0] == ";":
            yield body[start : mark.start()]
            start = mark.end()
    if start < len(body):
        yield body[start:]


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """What stands before and between the braces of each outermost rule; `@charset` and its like are dropped."""
    depth = start = opened = 0
    for mark in _BRACE_OR_TEXT.finditer(sheet):
        if mark[0] == ";" and not depth:
            start = mark.end()
        elif mark[0] == "{":
            opened = opened if depth else mark.start()
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : mark.start()]
                start = mark.end()
