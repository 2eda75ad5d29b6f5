"""The Jinja environment: strict, escaping, and without any logic of its own."""

from __future__ import annotations

import json
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..text import heading, plain


def environment(folder: str = "") -> jinja2.Environment:
    """An environment for `templates/` or a folder in it; made anew for each build, so that edits show under `serve`."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent.parent / "templates" / folder),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # this environment lives for one build: no need to look for edits at every page
    )
    env.filters["plain"] = plain
    env.filters["heading"] = heading
    env.filters["yaml"] = _yaml
    env.filters["hex"] = lambda number: f"0x{number:04X}"
    env.filters["bytes"] = lambda number: f"{number >> 8:02X} {number & 255:02X}"
    return env


def _yaml(value: object) -> Markup:
    """A value for front matter: JSON is YAML, and knows no special characters."""
    return Markup(json.dumps(value, ensure_ascii=False))
