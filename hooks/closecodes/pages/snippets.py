"""Snippets as highlighted HTML."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from ..model import CloseCode, Registry


@dataclass(frozen=True)
class Listing:
    """Source text, ready to print: as it is and as highlighted HTML."""

    label: str
    language: str
    text: str
    html: Markup


def listing(label: str, language: str, text: str) -> Listing:
    """Source text with its label, highlighted."""
    return Listing(label, language, text, highlighted(text, language))


def snippets(registry: Registry, code: CloseCode) -> list[Listing]:
    """How each library that can sends this code, with the code's example reason."""
    if not code.sending.reason:
        return []
    return [
        listing(snippet.label, snippet.language, snippet.filled(code.code, code.sending.reason))
        for snippet in registry.snippets
        if snippet.can_send(code.code)
    ]


@functools.cache
def highlighted(text: str, language: str) -> Markup:
    """Source text as HTML with Pygments' classes."""
    lexer = get_lexer_by_name({"js": "javascript"}.get(language, language))
    return Markup(highlight(text, lexer, HtmlFormatter(nowrap=True)).rstrip("\n"))
