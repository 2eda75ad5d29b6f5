"""Rules about the texts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Registry
from .fault import Fault
from .walk import prose

_CODE = re.compile(r"`[^`\n]*`")
_HTML = re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\]\(")
_UNSAFE_SCHEME = re.compile(r"\b(?:javascript|vbscript|data):\S", re.IGNORECASE)


def texts_hold_no_html(registry: Registry) -> Iterator[Fault]:
    """Texts know `code`, **strong** and [1006]; HTML would be shown as it stands."""
    for thing, key, text in prose(registry):
        found = _HTML.search(_CODE.sub("", text))
        if found:
            yield Fault(thing, key, f"holds HTML ({found[0][:40]}); write plain text, and code between backticks")


def texts_hold_no_markdown_links(registry: Registry) -> Iterator[Fault]:
    """Sources are cited, not linked in the text; no text leads to a script."""
    for thing, key, text in prose(registry):
        rest = _CODE.sub("", text)
        found = _MARKDOWN_LINK.search(rest) or _UNSAFE_SCHEME.search(rest)
        if found:
            yield Fault(
                thing, key, f"holds a link ({found[0][:40]}); cite the source, and write [1006] for a number's page"
            )


def backticks_come_in_pairs(registry: Registry) -> Iterator[Fault]:
    """A single backtick would be shown as it stands."""
    for thing, key, text in prose(registry):
        if _CODE.sub("", text).count("`"):
            yield Fault(thing, key, "has a backtick without its partner; close the code, within one line")


def causes_tell_some_side_what_to_change(registry: Registry) -> Iterator[Fault]:
    """A cause that nobody can mend helps nobody."""
    for code in registry.codes:
        for i, cause in enumerate(code.causes):
            if not cause.fix.sides:
                yield Fault(
                    code, f"causes.{i}.fix", "is empty; write what the client, the server or the proxy can change"
                )


def every_code_has_its_parts(registry: Registry) -> Iterator[Fault]:
    """A page without meaning, causes, symptoms or history would be a stub."""
    for code in registry.codes:
        for key in ("meaning", "causes", "symptoms", "search", "history"):
            if not getattr(code, key):
                yield Fault(code, key, "is empty; write at least one entry")
