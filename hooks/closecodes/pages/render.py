"""All generated pages of the site, each in both forms."""

from __future__ import annotations

from collections.abc import Sequence

from ..guides import Guide
from ..links import Links
from ..model import Registry
from .context import Shared
from .download import Download
from .forms import html_form, markdown_form
from .page import Article
from .views import views


def render(
    registry: Registry, links: Links, downloads: Sequence[Download] = (), guides: Sequence[Guide] = ()
) -> list[Article]:
    """The pages of all codes, numbers, ranges, services and libraries, and the single ones."""
    shared = Shared.of(registry)
    as_html, as_markdown = html_form(shared, links), markdown_form(shared)
    articles = []
    for view in views(registry, downloads, guides):
        html = as_html.render(view.name, view.template, view.values)
        text = as_markdown.render(view.name, view.template, view.values)
        articles.append(
            Article(
                f"{view.name}.md",
                html.title,
                html.description,
                html.kind,
                html.body,
                text.body,
                html.sections,
                text.sections,
                view.source,
                html.scripts,
                html.styles,
            )
        )
    return articles
