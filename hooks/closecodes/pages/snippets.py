"""Snippets as highlighted HTML."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from ..model import CloseCode, Registry, Snippet


@dataclass(frozen=True)
class Filled:
    """A snippet for one code, ready to print."""

    label: str
    language: str
    text: str
    html: Markup


def snippets(registry: Registry, code: CloseCode) -> list[Filled]:
    """How each library that can sends this code, with the code's example reason."""
    if not code.sending.reason:
        return []
    return [
        _filled(snippet, snippet.filled(code.code, code.sending.reason))
        for snippet in registry.snippets
        if snippet.can_send(code.code)
    ]


def _filled(snippet: Snippet, text: str) -> Filled:
    return Filled(snippet.label, snippet.language, text, highlighted(text, snippet.language))


@functools.cache
def highlighted(text: str, language: str) -> Markup:
    """Source text as HTML with Pygments' classes."""
    lexer = get_lexer_by_name({"js": "javascript"}.get(language, language))
    return Markup(highlight(text, lexer, HtmlFormatter(nowrap=True)).rstrip("\n"))
