"""The two forms of a page, HTML and Markdown: one template for both, with the building blocks of either."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from ..links import Links, MarkdownLinks
from ..model import CodeRange
from ..text import plain
from .charts import BandBar
from .context import Context, MarkdownContext, Shared
from .numbers import runs
from .page import Section

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

_FENCED = re.compile(r"(^ *```.*?^ *```$)", re.DOTALL | re.MULTILINE)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Rendered:
    """What a template gave: the body, and what it says about the page in its head."""

    body: str
    title: str
    description: str
    kind: str
    sections: tuple[Section, ...]
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates while the process lives; one that was edited has another checksum."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Look up what was compiled from the same source."""
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = {"html": _Compiled(), "markdown": _Compiled()}


class Form:
    """Renders pages in one form; made anew for each build, so that edited templates show under `serve`."""

    def __init__(self, name: str, shared: Shared, links: Links) -> None:
        self.shared, self.links = shared, links
        self.is_markdown = name == "markdown"
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            undefined=jinja2.StrictUndefined,
            autoescape=not self.is_markdown,  # Markdown is not HTML
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED[name],
        )
        self.env.globals["form"] = f"{name}.j2"
        self.env.filters |= {
            "plain": plain,
            "hex": lambda number: f"0x{number:04X}",
            "bytes": lambda number: f"{number >> 8:02X} {number & 255:02X}",
            "policy_class": _policy_class,
            "cell": lambda text: str(text).strip().replace("|", "\\|"),
            "code": _code,
            "runs": runs,
            "percent": lambda share: f"{100 * share:.1f} %",
            "band_text": _band_text,
        }

    def render(self, name: str, template: str, values: Mapping[str, Any]) -> Rendered:
        """The page `name` (its path without `.md`) from a template and what that is to show."""
        context = (MarkdownContext if self.is_markdown else Context)(self.shared, self.links, name)  # type: ignore[arg-type]
        module: Any = self.env.get_template(f"{template}.j2").make_module({"page": context, **values})
        body = _tidy(str(module)) if self.is_markdown else str(module)
        own = [tuple(getattr(module, files, ())) for files in ("scripts", "styles")]  # only a few pages have their own
        return Rendered(body, module.title, module.description, module.kind, tuple(context.sections), *own)


def html_form(shared: Shared, links: Links) -> Form:
    """Finished HTML."""
    return Form("html", shared, links)


def markdown_form(shared: Shared) -> Form:
    """Markdown to be read as it stands: that of `/1006/` is `/1006.md`."""
    return Form("markdown", shared, MarkdownLinks())


def _policy_class(code_range: CodeRange) -> str:
    return f"cc-range-{code_range.policy}"


def _band_text(bar: BandBar, page: Context) -> str:
    return f"{bar.band.span} {bar.band.name}: {page.term('verdict', bar.band.reconnect).label}"


def _code(text: str) -> str:
    """A text letter by letter, fenced by more backticks than it holds in a row (CommonMark, section 6.1)."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _tidy(text: str) -> str:
    """Markdown without spaces at the ends of lines and with one empty line at most, outside of code."""
    parts = _FENCED.split(text.strip())
    return "".join(p if i % 2 else _EMPTY_LINES.sub("\n\n", p) for i, p in enumerate(parts)) + "\n"
