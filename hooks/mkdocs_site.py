"""MkDocs adapter: hands the registry's pages and files to MkDocs.  The only file that imports it."""

from __future__ import annotations

import logging
import posixpath
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from closecodes import html
from closecodes.exports import POLICY, Addresses
from closecodes.links import Links
from closecodes.load import load
from closecodes.pages import Article, Download
from closecodes.script_data import script_data, with_code_table
from closecodes.scripts import ScriptError
from closecodes.site import files_of
from closecodes.source import Problems
from closecodes.text import plain

# What Material ships for its own search and scripts, which this site does not load.
_UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")

# The picture for links on other sites; the offline bundle does without.
_CARD = "assets/card.png"

_log = logging.getLogger("mkdocs.hooks.closecodes")
_serving = False
_last_good: dict[str, Any] = {}


def on_startup(command: str, **_: Any) -> None:
    """Remember whether pages are served: live reload needs an inline script that the policy forbids."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Load, check and render while the last good site is still on disk: later, MkDocs has emptied it.

    While pages are served, a mistake in the data is shown and the last good pages stay.
    """
    try:
        _last_good.update(_made(config))
    except PluginError as error:
        if not (_serving and _last_good):
            raise
        _log.error("%s\nThe last good pages are served until this is mended.", error)
    config.extra.update(_last_good)
    if not config.repo_url:
        config.edit_uri = None
    config.extra["strict_policy"] = not _serving
    if not config.use_directory_urls:  # in the offline bundle 404.html would be the page of the number 404
        config.theme.static_templates.discard("404.html")


def _made(config: MkDocsConfig) -> dict[str, Any]:
    """The registry and all that is generated from it; raises `PluginError` with every problem."""
    links, docs = Links(config.use_directory_urls), Path(config.docs_dir)
    try:
        registry = load(_root(config) / "data")
        articles, generated = files_of(registry, links, docs, config.site_url or "/", _downloads(config))
    except Problems as error:
        raise PluginError(f"the data has {len(error.problems)} problem(s)\n{error}") from None
    except ScriptError as error:
        raise PluginError(str(error)) from None
    return {"registry": registry, "articles": articles, "generated": generated}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and files; their edit link opens the YAML they came from."""
    left_out = _UNUSED if config.use_directory_urls else (*_UNUSED, _CARD)
    for unused in [file for file in files if file.src_uri.startswith(left_out) or file.src_uri.endswith(".map")]:
        files.remove(unused)
    for download in _downloads(config):
        source = _root(config) / config.extra["downloads"] / download.name
        files.append(File.generated(config, f"downloads/{download.name}", abs_src_path=str(source)))
    for article in config.extra["articles"]:
        _refuse_written(files, article.path)
        file = File.generated(config, article.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if article.source and config.repo_url:
            file.edit_uri = posixpath.relpath(article.source.as_posix(), "docs")
        files.append(file)
        GeneratedPage(article, file, config)
    for page in config.extra["generated"]:
        path = f"{page.path}.copied" if page.copied else page.path  # else a .md file would become a page
        _refuse_written(files, path)
        file = File.generated(config, path, content=page.text, inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = page.path if page.copied else file.dest_uri
        files.append(file)


def _refuse_written(files: Files, path: str) -> None:
    if files.get_file_from_path(path):
        raise PluginError(f"docs/{path} is made from the registry; remove the hand-written file")


class GeneratedPage(MkDocsPage):
    """A page that is finished already: MkDocs gives it its place, and does not take it for Markdown."""

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.article = article

    def read_source(self, config: MkDocsConfig) -> None:
        """What front matter would say."""
        article = self.article
        self.markdown = ""
        self.meta = {"title": article.title, "description": article.description, "kind": article.kind}
        self.meta |= {"scripts": article.scripts, "styles": article.styles}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body as it is, with its sections."""
        self.content = self.article.html
        self.toc = get_toc([{"level": 2, "id": s.id, "name": s.title, "children": []} for s in self.article.sections])
        self.present_anchor_ids = {section.id for section in self.article.sections}


def _downloads(config: MkDocsConfig) -> list[Download]:
    """The files to offer: all in the folder that `downloads` in mkdocs.yml names, none when it names none."""
    folder = config.extra["downloads"]
    paths = sorted((_root(config) / folder).iterdir()) if folder else []
    return [Download(path.name, path.stat().st_size) for path in paths if path.is_file()]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
    """Give the theme the ranges (for the 404 page), filters for texts and addresses, and Material's stylesheet."""
    env.filters["plain"] = plain
    addresses = Addresses(config.site_url or "/")
    env.filters["published"] = lambda file: addresses.page(file.src_uri.removesuffix(".md"))
    env.globals["card"] = addresses.file(_CARD) if addresses.is_public else ""
    env.globals["policy"] = POLICY
    env.globals["script_data"] = script_data(config.extra["registry"])
    env.globals["ranges"] = config.extra["registry"].ranges
    env.globals["material_css"] = next(f.url for f in files if f.src_uri.startswith("assets/stylesheets/main."))


def on_page_markdown(markdown: str, config: MkDocsConfig, **_: Any) -> str:
    """Examples in hand-written pages name this very site; the decoder's page has the registry's table."""
    markdown = with_code_table(markdown, config.extra["registry"])
    return Addresses(config.site_url or "/").named(markdown)


def on_page_content(content: str, page: MkDocsPage, **_: Any) -> str:
    """Wide tables and code in hand-written pages scroll inside themselves."""
    return content if isinstance(page, GeneratedPage) else html.scrollable(content)


def on_post_page(output: str, **_: Any) -> str:
    """Drop the blank lines that templates leave behind."""
    return html.without_blank_lines(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the 404 page."""
    return html.without_blank_lines(output_content) if template_name.endswith(".html") else output_content
