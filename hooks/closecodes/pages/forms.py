"""The two forms of a page, HTML and Markdown: one template for both, with the building blocks of either."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2

from ..links import Links, MarkdownLinks
from ..model import CodeRange
from ..text import plain
from .blocks import HtmlBlocks, MarkdownBlocks, code_span, functions_of, table_cell
from .charts import BandBar
from .context import Context, MarkdownContext, Shared
from .numbers import runs
from .page import Section

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_COMPILED = TEMPLATES.parents[2] / ".cache" / "templates"


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


def _compiled(form: str) -> jinja2.BytecodeCache | None:
    """Compiled templates, kept from build to build: compiling them takes as long as rendering."""
    if not os.access(_COMPILED.parents[1], os.W_OK):
        return None
    _COMPILED.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(_COMPILED), f"{form}-%s.jinja")


class Form:
    """Renders pages in one form; made anew for each build, so that edited templates show under `serve`."""

    def __init__(self, name: str, shared: Shared, links: Links) -> None:
        self.is_markdown = isinstance(links, MarkdownLinks)
        self.page = (MarkdownContext if self.is_markdown else Context)(shared, links)
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            undefined=jinja2.StrictUndefined,
            autoescape=not self.is_markdown,  # Markdown is not HTML
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_compiled(name),
        )
        self.env.filters |= {
            "plain": plain,
            "hex": lambda number: f"0x{number:04X}",
            "bytes": lambda number: f"{number >> 8:02X} {number & 255:02X}",
            "policy_class": _policy_class,
            "cell": table_cell,
            "code": code_span,
            "runs": runs,
            "percent": lambda share: f"{100 * share:.1f} %",
            "band_text": _band_text,
            "hundreds": _hundreds,
        }

        self.env.globals["page"] = self.page
        functions = functions_of((MarkdownBlocks if self.is_markdown else HtmlBlocks)(self.page))
        self.env.globals["m"] = SimpleNamespace(**{**_macros(self.env, name), **functions})
        self.env.globals["parts"] = SimpleNamespace(**_macros(self.env, "parts"))  # these are written with the former

    def render(self, name: str, template: str, values: Mapping[str, Any]) -> Rendered:
        """The page `name` (its path without `.md`) from a template and what that is to show."""
        self.page.turn_to(name)
        module: Any = self.env.get_template(f"{template}.j2").make_module(dict(values))
        body = _tidy(str(module)) if self.is_markdown else str(module)
        own = [tuple(getattr(module, files, ())) for files in ("scripts", "styles")]  # only a few pages have their own
        return Rendered(body, module.title, module.description, module.kind, tuple(self.page.sections), *own)


def _macros(env: jinja2.Environment, file: str) -> dict[str, Any]:
    """What a file of macros defines; `m.row` is found faster than in a template's module."""
    return {name: value for name, value in vars(env.get_template(f"{file}.j2").module).items() if name[0] != "_"}


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


def _hundreds(used: Sequence[bool]) -> str:
    return ", ".join(f"{4000 + 100 * i}-{4099 + 100 * i}" for i, is_used in enumerate(used) if is_used)


def _tidy(text: str) -> str:
    """Markdown without spaces at the ends of lines and with one empty line at most, outside of code."""
    kept: list[str] = []
    in_code = False
    for line in text.strip().split("\n"):
        if in_code or line.strip(" \t"):
            kept.append(line)
        elif kept and kept[-1]:
            kept[-1] = kept[-1].rstrip(" \t")
            kept.append("")
        fence = line.lstrip(" ")
        in_code = fence != "```" if in_code else fence.startswith("```")
    return "\n".join(kept) + "\n"
