"""All generated pages of the site, each in both forms."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..guides import Guide
from ..links import Links
from ..model import Registry
from .context import Shared
from .download import Download
from .forms import TEMPLATES, Form, html_form, markdown_form
from .page import Article
from .views import View, views


class _Kept(NamedTuple):
    """A page with what it was made from."""

    view: View
    article: Article


@dataclass
class Renderer:
    """Renders pages and keeps them: while pages are served, those that would come out the same are not made again.

    A template reads nothing but the values of its view and `Shared`; while these and the templates are equal to
    those of the last time, so is the page.
    """

    kept: dict[str, _Kept] = field(default_factory=dict)
    surroundings: object = None

    def render(
        self, registry: Registry, links: Links, downloads: Sequence[Download] = (), guides: Sequence[Guide] = ()
    ) -> list[Article]:
        """The pages of all codes, numbers, ranges, services and libraries, and the single ones.

        A page that did not change is the very object of the last time.
        """
        shared = Shared.of(registry)
        surroundings = (shared, links, _digest())
        if surroundings != self.surroundings:
            self.kept, self.surroundings = {}, surroundings
        forms = html_form(shared, links), markdown_form(shared)
        self.kept = {view.name: self._page(view, *forms) for view in views(registry, downloads, guides)}
        return [kept.article for kept in self.kept.values()]

    def _page(self, view: View, as_html: Form, as_markdown: Form) -> _Kept:
        kept = self.kept.get(view.name)
        if kept and kept.view == view:
            return kept
        html = as_html.render(view.name, view.template, view.values)
        text = as_markdown.render(view.name, view.template, view.values)
        article = Article(
            path=f"{view.name}.md",
            title=html.title,
            description=html.description,
            kind=html.kind,
            html=html.body,
            text=text.body,
            sections=html.sections,
            text_sections=text.sections,
            source=view.source,
            scripts=html.scripts,
            styles=html.styles,
        )
        return _Kept(view, article)


def render(
    registry: Registry, links: Links, downloads: Sequence[Download] = (), guides: Sequence[Guide] = ()
) -> list[Article]:
    """All pages, made once."""
    return Renderer().render(registry, links, downloads, guides)


def _digest() -> str:
    """What the templates say."""
    found = hashlib.sha256()
    for path in sorted(TEMPLATES.glob("[!.]*.j2")):
        found.update(path.read_bytes())
    return found.hexdigest()
