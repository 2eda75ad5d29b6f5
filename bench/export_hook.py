"""A second hook, after the site's own: writes what that one generates as plain files.

`plain/` gets the pages and files, `theme.json` what the theme was given: its texts, and the names of filters.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
from jinja2.filters import FILTERS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from closecodes.pages import Article


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Every generated page and file, below the copy of the hand-written ones."""
    plain = Path(config.config_file_path).parent / "plain"
    articles = config.extra["articles"]
    for article in articles:
        _write(plain / article.path, _as_markdown_file(article).encode())
    pages = {article.path for article in articles}
    for file in files:
        if file.generated_by and file.src_uri not in pages:
            _write(plain / file.src_uri, file.content_bytes)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _as_markdown_file(article: Article) -> str:
    head = {"title": article.title, "description": article.description, "kind": article.kind}
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n{article.text}"


def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: Any) -> None:
    """What the theme needs in order to render the same pages without the registry."""
    texts = {name: value for name, value in env.globals.items() if isinstance(value, str)}
    filters = [name for name in env.filters if name not in FILTERS]
    (Path(config.config_file_path).parent / "theme.json").write_text(json.dumps({"texts": texts, "filters": filters}))
