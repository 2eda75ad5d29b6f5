"""Guides and their sections as the lookup index holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..guides import Guide


def entries(guides: Sequence[Guide]) -> list[dict[str, Any]]:
    """The guides, each with its sections: anchor, heading, what people ask, purposes."""
    return [
        {
            "p": guide.path,
            "t": guide.title,
            "k": list(guide.keywords),
            "l": guide.line,
            "s": [[s.anchor, s.heading, list(s.keywords), ";".join(s.purposes)] for s in guide.sections],
        }
        for guide in guides
    ]
