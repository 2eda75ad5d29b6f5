"""The same pages as Markdown to be read as it stands: the twin of `/1006/` is `/1006.md`."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from ..links import Links, is_file
from ..text import markdown
from .context import Context
from .template import environment
from .wording import spans


@dataclass(frozen=True)
class TwinLinks(Links):
    """Links between twins, which lie beside the pages: `services/index.md`, `1006.md`."""

    directories: bool = False

    def url(self, page: str) -> str:
        """A twin's address below the site's root."""
        return f"{page}.md"

    def between(self, page: str, target: str) -> str:
        """The relative link from one twin to another, or to a file."""
        target, _, fragment = target.partition("#")
        there = target if is_file(target) else self.url(target)
        return posixpath.relpath(there, posixpath.dirname(page) or ".") + (f"#{fragment}" if fragment else "")


@dataclass(frozen=True)
class TwinContext(Context):
    """What the templates of twins may use: the same, with texts as Markdown."""

    def rich(self, text: str) -> Markup:
        """A text of the data as Markdown on one line."""
        return Markup(markdown(text, self.link))


def twin_environment() -> jinja2.Environment:
    """The environment for `templates/twin/`; Markdown is not escaped, it is not HTML."""
    env = environment("twin")
    env.autoescape = False
    env.globals["spans"] = spans
    env.filters["cell"] = lambda text: str(text).replace("|", "\\|")
    env.filters["code"] = _code
    return env


def _code(text: str) -> str:
    """A text letter by letter, fenced by more backticks than it holds in a row (CommonMark, section 6.1)."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"
