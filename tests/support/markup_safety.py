"""Whether a page says what the data says as text, and nothing of it became markup."""

from __future__ import annotations

import html

from closecodes.pages import Article
from support.elements import parse

# Words of tests/support/fuzzers.py that only hostile texts hold.
MARKS = ("alert(1)", "onmouseover", "{% raw", "x.png", "etc/passwd", "note]", "title: y", "\\N{BULLET}")
TAGS = frozenset(
    "a article b br button code fieldset form legend dd details div dl dt em figcaption figure h1 h2 h3 i input label li nav ol option p pre rect "
    "select small span strong sub summary sup svg table tbody td th thead title tr ul path g text line circle".split()
)


def is_marked(page: Article) -> bool:
    """Whether something hostile stands on the page."""
    text = html.unescape(page.html)
    return any(mark in text for mark in MARKS)


def troubles(page: Article) -> list[str]:
    """What of the data became more than text on this page."""
    found = ["the page has no title or description"] if not (page.title and page.description) else []
    root = parse(page.html)
    headings = [element for element in root.walk() if element.tag == "h1"]
    if len(headings) != 1:
        found.append(f"{len(headings)} first headings")
    for element in root.walk():
        if element.tag not in TAGS:
            found.append(f"<{element.tag}>")
        for name, value in element.attributes.items():
            if name.startswith("on") or name == "style":
                found.append(f"<{element.tag} {name}>")
            if (
                name in ("href", "src")
                and not value.startswith(("https://", "../", "./", "#"))
                and not value[:1].isalnum()
            ):
                found.append(f"{name}={value!r}")
            if name in ("href", "src") and ":" in value and not value.startswith("https://"):
                found.append(f"{name}={value!r}")
    return [f"{page.path}: {text}" for text in found]
