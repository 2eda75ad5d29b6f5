"""MkDocs adapter: hands the registry's pages and files to MkDocs.  The only file that imports it."""

from __future__ import annotations

import gc
import hashlib
import logging
import posixpath
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from closecodes import html
from closecodes.exports import POLICY, Addresses
from closecodes.guide_tables import with_tables
from closecodes.guides import reading_order
from closecodes.links import Links
from closecodes.load import Cache, load
from closecodes.material import used
from closecodes.pages import Article, Download, Renderer
from closecodes.script_data import script_data, with_code_table
from closecodes.scripts import ScriptError
from closecodes.site import files_of
from closecodes.source import Problems
from closecodes.text import plain

# What Material ships for its own search, scripts and colours, which this site does not load.
_UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")

# Where Material's sheet for running text stands, and ours that is made of it: `_headers` keeps this folder for ever.
_MATERIAL, _OF_MATERIAL = "assets/stylesheets/main.", "assets/stylesheets/text."

# The picture for links on other sites; the offline bundle does without.
_CARD = "assets/card.png"


@dataclass(frozen=True)
class _Converted:
    """A hand-written page as HTML, with what MkDocs found in it."""

    content: str
    values: dict[str, Any]
    links: dict[str, dict[str, str]]


@dataclass
class Memory:
    """What was made while pages are served, so that an edit costs only what it changes."""

    data: Cache = field(default_factory=Cache)
    renderer: Renderer = field(default_factory=Renderer)
    # By path: what a page was made from, and how it came out; hand-written ones before the theme surrounds them.
    finished: dict[str, tuple[object, str]] = field(default_factory=dict)
    converted: dict[str, tuple[object, _Converted]] = field(default_factory=dict)


_log = logging.getLogger("mkdocs.hooks.closecodes")
_serving = False
_last_good: dict[str, Any] = {}
memory = Memory()


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
    if not _serving:
        gc.freeze()  # what was made stays until the end: the collector need not go through it again and again
    config.extra.update(_last_good)
    if not config.repo_url:
        config.edit_uri = None
    config.extra["strict_policy"] = not _serving
    if not config.use_directory_urls:  # in the offline bundle 404.html would be the page of the number 404
        config.theme.static_templates.discard("404.html")


def _made(config: MkDocsConfig) -> dict[str, Any]:
    """The registry and all that is generated from it; raises `PluginError` with every problem."""
    links, docs = Links(config.use_directory_urls), Path(config.docs_dir)
    gc.disable()  # nearly everything that is made here stays, and none of it in cycles
    try:
        registry = load(_root(config) / "data", memory.data)
        articles, generated = files_of(
            memory.renderer, registry, links, docs, config.site_url or "/", _downloads(config)
        )
    except Problems as error:
        raise PluginError(f"the data has {len(error.problems)} problem(s)\n{error}") from None
    except ScriptError as error:
        raise PluginError(str(error)) from None
    finally:
        gc.enable()
    return {"registry": registry, "articles": articles, "generated": generated}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages and files; their edit link opens the YAML they came from."""
    left_out = _UNUSED if config.use_directory_urls else (*_UNUSED, _CARD)
    for unused in [file for file in files if file.src_uri.startswith(left_out) or file.src_uri.endswith(".map")]:
        files.remove(unused)
    _take_from_material(files, config)
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


def _take_from_material(files: Files, config: MkDocsConfig) -> None:
    """Replace Material's stylesheet by the part of it that our pages use; its name changes with what it says."""
    theirs = next(file for file in files if file.src_uri.startswith(_MATERIAL))
    files.remove(theirs)
    sheet = used(theirs.content_string, "".join(p.text for p in config.extra["generated"] if p.path.endswith(".css")))
    name = f"{_OF_MATERIAL}{hashlib.sha256(sheet.encode()).hexdigest()[:8]}.css"
    files.append(File.generated(config, name, content=sheet))


def _refuse_written(files: Files, path: str) -> None:
    if files.get_file_from_path(path):
        raise PluginError(f"docs/{path} is made from the registry; remove the hand-written file")


class GeneratedPage(MkDocsPage):
    """A page that is finished already: MkDocs gives it its place, and does not take it for Markdown."""

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.article = article
        self.finished = ""

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

    def recall(self, surroundings: object) -> None:
        """Take the page as it came out the last time when it was made from the same."""
        made_from, finished = memory.finished.get(self.file.src_uri, (None, ""))
        if made_from == (self.article, surroundings):
            self.finished = finished
            self.meta["template"] = "finished.html"


def _downloads(config: MkDocsConfig) -> list[Download]:
    """The files to offer: all in the folder that `downloads` in mkdocs.yml names, none when it names none."""
    folder = config.extra["downloads"]
    paths = sorted((_root(config) / folder).iterdir()) if folder else []
    return [Download(path.name, path.stat().st_size) for path in paths if path.is_file()]


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
    """Give the theme the ranges (for the 404 page), filters for texts and addresses, and what is left of Material."""
    env.filters["plain"] = plain
    addresses = Addresses(config.site_url or "/")
    env.filters["published"] = lambda file: addresses.page(file.src_uri.removesuffix(".md"))
    env.globals["card"] = addresses.file(_CARD) if addresses.is_public else ""
    env.globals["policy"] = POLICY
    env.globals["script_data"] = script_data(config.extra["registry"])
    env.globals["ranges"] = config.extra["registry"].ranges
    env.globals["material_css"] = next(file.url for file in files if file.src_uri.startswith(_OF_MATERIAL))
    config.extra["surroundings"] = _surroundings(env, config)
    guides = [files.src_uris[path].page for path in reading_order(Path(config.docs_dir)) if path in files.src_uris]
    for earlier, later in pairwise(guides):
        if earlier and later:
            earlier.next_page, later.previous_page = later, earlier
    for page in [file.page for file in files.documentation_pages()]:
        if isinstance(page, GeneratedPage):
            page.recall(config.extra["surroundings"])


def _surroundings(env: jinja2.Environment, config: MkDocsConfig) -> object:
    """All that stands around a page: what the theme is made of and reads beside the page itself."""
    theme = sorted((_root(config) / "hooks" / "theme").rglob("[!.]*.html"))
    texts = [path.read_text("utf-8") for path in (Path(config.config_file_path), *theme)]
    nav = [(item.title, getattr(item, "url", None)) for item in config.extra["nav"].items]
    names = ("card", "policy", "script_data", "material_css")
    settings = (config.site_url, config.site_name, config.repo_url, config.edit_uri, _serving)
    return (texts, nav, [env.globals[name] for name in names], settings)


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Remember the navigation, which stands on every page."""
    config.extra["nav"] = nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Examples in hand-written pages name this very site; those with tables of the registry get them.

    A page that was converted before is not read again.
    """
    if isinstance(page, GeneratedPage):
        return markdown
    registry = config.extra["registry"]
    filled = with_tables(with_code_table(markdown, registry), registry)
    markdown = Addresses(config.site_url or "/").named(filled)
    made_from = (markdown, sorted(file.src_uri for file in files), Path(config.config_file_path).read_text("utf-8"))
    known, converted = memory.converted.get(page.file.src_uri, (None, None))
    if known == made_from:
        page.converted = converted  # type: ignore[attr-defined]
        return ""
    page.made_from = made_from  # type: ignore[attr-defined]
    return markdown


# What `Page.render` of MkDocs sets beside the content.
_SET_BY_RENDER = ("toc", "_title_from_render", "present_anchor_ids")


def on_page_content(content: str, page: MkDocsPage, files: Files, **_: Any) -> str:
    """Wide tables and code in hand-written pages scroll inside themselves."""
    if isinstance(page, GeneratedPage):
        return content
    converted: _Converted | None = getattr(page, "converted", None)
    if converted is None:
        values = {name: getattr(page, name) for name in _SET_BY_RENDER}
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        converted = _Converted(html.scrollable(content), values, links)
        if _serving:
            memory.converted[page.file.src_uri] = page.made_from, converted  # type: ignore[attr-defined]
        return converted.content
    vars(page).update(converted.values)
    page.links_to_anchors = {files.src_uris[path]: anchors for path, anchors in converted.links.items()}
    return converted.content


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """Drop the blank lines that templates leave behind; remember how a generated page came out."""
    if isinstance(page, GeneratedPage):
        if not page.finished:
            page.finished = html.tidied(output)
            if _serving:
                memory.finished[page.file.src_uri] = (page.article, config.extra["surroundings"]), page.finished
        return page.finished
    return html.tidied(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the 404 page."""
    return html.tidied(output_content) if template_name.endswith(".html") else output_content
