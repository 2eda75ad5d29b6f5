"""Stands in for the site's hook where its pages are plain files: gives the theme the few values it needs.

Like the site's hook it leaves out what Material ships unused, so that neither build has to copy it.
"""

from __future__ import annotations

from typing import Any

import jinja2
from mkdocs.structure.files import Files

_UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette")


def on_files(files: Files, **_: Any) -> None:
    """Leave out what the site does not load."""
    for unused in [file for file in files if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")]:
        files.remove(unused)


def on_env(env: jinja2.Environment, files: Files, **_: Any) -> None:
    """The stylesheet's name and a filter; the list of ranges on the 404 page stays empty."""
    env.filters["plain"] = str
    env.globals["material_css"] = next(f.url for f in files if f.src_uri.startswith("assets/stylesheets/main."))
