"""The content of `lookup.json`: everything the search box knows, as one compact plain value.

The keys are short because every reader downloads them; `docs/scripts/lookup/` is the other end.

    about       {"verdict": {tag: phrase}}: how to say whether to reconnect, by the tag services use
    codes       assigned codes: n number, t title, l line, v verdict, a names (registered, aliases),
                s symptoms, c causes, w search words, h [HTTP status, how well founded] where it has one
    ranges      f first, z last, t name, l line, v verdict, u line for a number without a meaning of its own,
                uv its verdict, w search words
    services    i id, t name, a other names, c [[number, name, meaning, verdict tag]],
                b [[first, last, name, verdict tag]]
    libraries   i id, t name, a other names
    constants   [name, number, [places in `libraries`]]; the number may be a local value such as -1
    texts       [log text with <placeholders>, number or null, place in `libraries`]
    guides      p path, t title, l line, k questions and keywords
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..guides import Guide
from ..model import Registry
from . import codes, libraries, services

__all__ = ["Guide", "build"]


def build(registry: Registry, guides: Sequence[Guide] = ()) -> dict[str, Any]:
    """The index as a plain value, the same for the same registry, ready for `json.dumps`."""
    return {
        "about": {"verdict": services.verdicts(registry)},
        "codes": [codes.code_entry(registry, code) for code in registry.codes],
        "ranges": [codes.range_entry(registry, kind) for kind in registry.ranges],
        "services": [services.entry(service) for service in registry.services],
        "libraries": [libraries.entry(library) for library in registry.libraries],
        "constants": libraries.constants(registry),
        "texts": libraries.texts(registry),
        "guides": [guide.entry() for guide in guides],
    }
