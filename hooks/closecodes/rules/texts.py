"""Rules about the texts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from .rule import rule
from .walk import prose

_CODE = re.compile(r"`[^`\n]*`")
_HTML = re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\]\(")
_UNSAFE_SCHEME = re.compile(r"\b(?:javascript|vbscript|data):\S", re.IGNORECASE)


@rule
def texts_hold_no_html(registry: Registry) -> Iterator[Problem]:
    """Texts know `code`, **strong** and [1006]; HTML would be shown as it stands."""
    for thing, key, text in prose(registry):
        found = _HTML.search(_CODE.sub("", text))
        if found:
            yield thing.origin.problem(
                key, f"holds HTML ({found[0][:40]}); write plain text, and code between backticks"
            )


@rule
def texts_hold_no_markdown_links(registry: Registry) -> Iterator[Problem]:
    """Sources are cited, not linked in the text; no text leads to a script."""
    for thing, key, text in prose(registry):
        rest = _CODE.sub("", text)
        found = _MARKDOWN_LINK.search(rest) or _UNSAFE_SCHEME.search(rest)
        if found:
            yield thing.origin.problem(
                key, f"holds a link ({found[0][:40]}); cite the source, and write [1006] for a number's page"
            )


@rule
def backticks_come_in_pairs(registry: Registry) -> Iterator[Problem]:
    """A single backtick would be shown as it stands."""
    for thing, key, text in prose(registry):
        if _CODE.sub("", text).count("`"):
            yield thing.origin.problem(key, "has a backtick without its partner; close the code, within one line")


@rule
def causes_tell_some_side_what_to_change(registry: Registry) -> Iterator[Problem]:
    """A cause that nobody can mend helps nobody."""
    for code in registry.codes:
        for i, cause in enumerate(code.causes):
            if not cause.fix.sides:
                yield code.origin.problem(
                    f"causes.{i}.fix", "is empty; write what the client, the server or the proxy can change"
                )


@rule
def every_code_has_its_parts(registry: Registry) -> Iterator[Problem]:
    """A page without meaning, causes, symptoms or history would be a stub."""
    for code in registry.codes:
        for key in ("meaning", "causes", "symptoms", "search", "history"):
            if not getattr(code, key):
                yield code.origin.problem(key, "is empty; write at least one entry")
