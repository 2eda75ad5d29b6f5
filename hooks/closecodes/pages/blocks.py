"""The building blocks that pages use most, in either form; all others are macros in `html.j2` and `markdown.j2`.

A page of the site calls hundreds of these, and a function takes a fraction of the time of a macro.  Templates
call them like macros: `caller` is what stands between `{% call %}` and `{% endcall %}`.
"""

# ruff: noqa: ARG002 - both forms take the same arguments, and either needs only some

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from ..model import Citation
from .context import Context

Caller = Callable[[], str]


def code_span(text: str) -> str:
    """A text letter by letter, fenced by more backticks than it holds in a row (CommonMark, section 6.1)."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def table_cell(text: object) -> str:
    """A text as it may stand in a cell of a Markdown table."""
    return str(text).strip().replace("|", "\\|")


def _attribute(name: str, value: object) -> str:
    return f' {name}="{escape(value)}"' if value else ""


class HtmlBlocks:
    """As HTML; what is no `Markup` is escaped."""

    def __init__(self, page: Context) -> None:
        self.page = page

    def section(self, id: str, title: str, caller: Caller) -> Markup:
        """A section with its heading, noted down for the list of sections."""
        self.page.begin(id, title)
        link = f'<a class="headerlink" href="#{escape(id)}" title="Link to this section">#</a>'
        return Markup(f'<h2 id="{escape(id)}">{escape(title)}{link}</h2>\n{caller()}')

    def paragraph(self, style: str = "", *, caller: Caller) -> Markup:
        """A paragraph."""
        return Markup(f"<p{_attribute('class', style)}>{caller()}</p>\n")

    def fact(self, term: object, style: str = "", *, caller: Caller) -> Markup:
        """One of several facts: what it is about, and the fact."""
        return Markup(f"<div{_attribute('class', style)}><dt>{escape(term)}</dt><dd>{caller()}</dd></div>\n")

    def value(self, caller: Caller) -> Markup:
        """One of several values of a fact."""
        return Markup(f"<dd>{caller()}</dd>")

    def item(self, caller: Caller) -> Markup:
        """One item of a list."""
        return Markup(f"<li>{caller()}</li>\n")

    def run(self, last: bool, caller: Caller) -> Markup:
        """One of several in a fact: a block of its own here, separated by a semicolon in Markdown."""
        return Markup(f"<span>{caller()}</span>")

    def strip_cell(self, question: object, answer: object, detail: object, tone: str = "") -> Markup:
        """One answer of the strip at the head of a page."""
        told = f"<dt>{escape(question)}</dt><dd><strong>{escape(answer)}</strong><span>{escape(detail)}</span></dd>"
        return Markup(f'<div class="cc-cell{" cc-tone-" + escape(tone) if tone else ""}">{told}</div>\n')

    def row(self, cells: Sequence[object], labels: Iterable[str] = (), style: str = "", language: str = "") -> Markup:
        """A row of a table.

        The first cell heads the row; a label stands before a cell on a narrow screen, where the heads are not seen.
        """
        pairs = itertools.zip_longest(cells[1:], itertools.islice(labels, len(cells) - 1), fillvalue="")
        row = "".join([f"<td{_attribute('data-label', label)}>{escape(cell)}</td>" for cell, label in pairs])
        head = f'<th scope="row">{escape(cells[0])}</th>'
        return Markup(f"<tr{_attribute('class', style)}{_attribute('data-language', language)}>{head}{row}</tr>\n")

    def code(self, text: object) -> Markup:
        """A text letter by letter."""
        return Markup(f"<code>{escape(text)}</code>")

    def strong(self, text: object) -> Markup:
        """An important text."""
        return Markup(f"<strong>{escape(text)}</strong>")

    def quoted(self, text: object) -> Markup:
        """What a program said."""
        return Markup(f"<small>{escape(text)}</small>")

    def note(self, text: object) -> Markup:
        """A remark behind a text."""
        return Markup(f" <em>{escape(text)}</em>")

    def link(self, target: str, text: object, style: str = "") -> Markup:
        """A link to another page."""
        return self.away(self.page.link(target), text, style)

    def away(self, href: str, text: object, style: str = "") -> Markup:
        """A link to an address."""
        return Markup(f'<a{_attribute("class", style)} href="{escape(href)}">{escape(text)}</a>')

    def cite(self, citations: Sequence[Citation]) -> Markup:
        """The sources behind a claim."""
        if not citations:
            return Markup("")
        links = [self.away(source.href, source.label) for source in self.page.sources(citations)]
        return Markup(f' <span class="cc-cite">{" ".join(links)}</span>')

    def source(self, href: str, text: object, explanation: str) -> Markup:
        """A source with what it is."""
        link = f'<a href="{escape(href)}" title="{escape(explanation)}">{escape(text)}</a>'
        return Markup(f'<span class="cc-cite">{link}</span>')

    def verdict(self, tag: str, basis: str = "") -> Markup:
        """Whether to reconnect, and how that is known."""
        label, why = self.page.term("verdict", tag).label, self.page.term("basis", basis).label if basis else ""
        shown = f'<span class="cc-verdict cc-verdict-{escape(tag)}">{escape(label)}</span>'
        return Markup(f"{shown} <small>{escape(why)}</small>" if basis else shown)


class MarkdownBlocks:
    """The same as Markdown: blocks end with an empty line, list items and rows with their line."""

    def __init__(self, page: Context) -> None:
        self.page = page

    def section(self, id: str, title: str, caller: Caller) -> str:
        """A section with its heading, noted down for the list of sections."""
        self.page.begin(id, title)
        return f"## {title}\n\n{caller()}\n\n"

    def paragraph(self, style: str = "", *, caller: Caller) -> str:
        """A paragraph."""
        return f"{caller().strip()}\n\n"

    def fact(self, term: object, style: str = "", *, caller: Caller) -> str:
        """One of several facts: what it is about, and the fact."""
        return f"- {term}: {caller().strip()}\n"

    def value(self, caller: Caller) -> str:
        """One of several values of a fact."""
        return f"   - {caller().strip()}\n"

    def item(self, caller: Caller) -> str:
        """One item of a list."""
        return f"- {caller().strip()}\n"

    def run(self, last: bool, caller: Caller) -> str:
        """One of several in a fact."""
        return caller() if last else f"{caller()}; "

    def strip_cell(self, question: object, answer: object, detail: object, tone: str = "") -> str:
        """One answer of the strip at the head of a page."""
        return f"- **{question}** {answer}. {detail}.\n"

    def row(self, cells: Sequence[object], labels: Iterable[str] = (), style: str = "", language: str = "") -> str:
        """A row of a table."""
        return f"|{''.join([f' {table_cell(cell)} |' for cell in cells])}\n"

    def code(self, text: object) -> str:
        """A text letter by letter."""
        return code_span(str(text))

    def strong(self, text: object) -> str:
        """An important text."""
        return f"**{text}**"

    def quoted(self, text: object) -> str:
        """What a program said."""
        return code_span(str(text))

    def note(self, text: object) -> str:
        """A remark behind a text."""
        return f" {text}"

    def link(self, target: str, text: object, style: str = "") -> str:
        """A link to another page."""
        return f"[{text}]({self.page.link(target)})"

    def away(self, href: str, text: object, style: str = "") -> str:
        """A link to an address."""
        return f"[{text}]({href})"

    def cite(self, citations: Sequence[Citation]) -> str:
        """The sources behind a claim."""
        if not citations:
            return ""
        links = [f"[{source.label}]({source.href})" for source in self.page.sources(citations)]
        return f" ({', '.join(links)})"

    def source(self, href: str, text: object, explanation: str) -> str:
        """A source with what it is."""
        return f"([{text}]({href}))"

    def verdict(self, tag: str, basis: str = "") -> str:
        """Whether to reconnect, and how that is known."""
        label = self.page.term("verdict", tag).label
        return f"{label} ({self.page.term('basis', basis).label})" if basis else label


def functions_of(blocks: HtmlBlocks | MarkdownBlocks) -> Mapping[str, Any]:
    """The blocks by the names that templates call."""
    return {name: getattr(blocks, name) for name in dir(blocks) if name[0] != "_" and name != "page"}
