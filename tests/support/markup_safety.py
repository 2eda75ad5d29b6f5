"""Whether a page says what the data says as text, and nothing of it became markup."""

from __future__ import annotations

import functools
import html
from pathlib import Path

import markdown
import yaml
from mkdocs.config import load_config

from closecodes.pages import Page
from support.elements import parse

# Words of tests/support/fuzzers.py that only hostile texts hold.
MARKS = ("alert(1)", "onmouseover", "{% raw", "x.png", "etc/passwd", "note]", "title: y", "\\N{BULLET}")
TAGS = frozenset(
    "a article b br button code dd details div dl dt em figcaption figure h1 h2 h3 i input label li nav ol option p pre rect "
    "select small span strong sub summary sup svg table tbody td th thead title tr ul path g text line circle".split()
)


@functools.cache
def _markdown() -> markdown.Markdown:
    """Markdown as mkdocs.yml sets it up."""
    config = load_config(str(Path(__file__).resolve().parents[2] / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def is_marked(page: Page) -> bool:
    """Whether something hostile stands on the page."""
    text = html.unescape(page.text)
    return page.path.endswith(".md") and any(mark in text for mark in MARKS)


def troubles(page: Page) -> list[str]:
    """What of the data became more than text on this page."""
    empty, head, body = page.text.split("---\n", 2)
    values = yaml.safe_load(head)
    found = [] if empty.strip() == "" and set(values) >= {"title", "description", "kind"} else ["the head is not whole"]
    found += [f"{key} in the head is no text" for key in values if not isinstance(values[key], str)]
    _markdown().reset()
    root = parse(_markdown().convert(body))
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
