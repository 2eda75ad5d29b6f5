"""The small inline markup of the data's texts, and nothing else.

`` `code` ``, `**strong**` and `[1006]` (a link to that number's page).  Everything else is text:
HTML, Markdown links and template syntax come out inert.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

_MARKUP = re.compile(r"`(?P<code>[^`\n]+)`|\*\*(?P<strong>[^*\n]+)\*\*|\[(?P<number>0|[1-9]\d{0,4})\]")
CODE = re.compile(r"`[^`\n]*`")
"""Code within a text, which is shown letter by letter."""

LINKED_NUMBER = re.compile(r"\[(\d+)\]")
"""Digits in brackets, well written or not."""

_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]()#+\-.!|]")

Link = Callable[[str], str]


def linked_numbers(text: str) -> list[int]:
    """The numbers that a text links to."""
    return [int(match["number"]) for match in _MARKUP.finditer(text) if match["number"]]


def plain(text: str) -> str:
    """A text without its markup, on one line."""
    return " ".join(_MARKUP.sub(lambda m: m["code"] or m["strong"] or m["number"], text).split())


def rich(text: str, link: Link) -> Markup:
    """A text as safe HTML on one line; `link` gives the address of a number's page."""
    parts, end = [], 0
    for match in _MARKUP.finditer(text):
        parts += [escape(text[end : match.start()]), _element(match, link)]
        end = match.end()
    parts.append(escape(text[end:]))
    return Markup(" ".join(Markup("").join(parts).split()))


def markdown(text: str, link: Link) -> str:
    """A text as Markdown on one line: its markup is Markdown already, but for the links."""
    return " ".join(
        _MARKUP.sub(lambda m: f"[{m['number']}]({link(m['number'])})" if m["number"] else m[0], text).split()
    )


def heading(text: str) -> Markup:
    """A text letter by letter as a Markdown heading: HTML is escaped, and what means something to Markdown."""
    return escape(_MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(text.split())))


def _element(match: re.Match[str], link: Link) -> Markup:
    if match["code"]:
        return Markup("<code>{}</code>").format(match["code"])
    if match["strong"]:
        return Markup("<strong>{}</strong>").format(match["strong"])
    return Markup('<a href="{}">{}</a>').format(link(match["number"]), match["number"])
