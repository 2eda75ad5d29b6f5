"""Stands in for the site's hook where its pages are plain files: gives the theme what `export_hook` noted down.

Like the site's hook it leaves out what Material ships unused, so that neither build has to copy it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")


def on_files(files: Files, **_: Any) -> None:
    """Leave out what the site does not load."""
    for unused in [file for file in files if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")]:
        files.remove(unused)


def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: Any) -> None:
    """The same texts, and filters that give back what they get; the 404 page's list of ranges stays empty."""
    given = json.loads((Path(config.config_file_path).parent / "theme.json").read_text())
    env.globals.update(given["texts"])
    for name in given["filters"]:
        env.filters.setdefault(name, lambda value: getattr(value, "url", value))
