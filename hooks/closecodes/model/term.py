"""The vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from ..shape import Origin
from .scalars import Name, Prose


@dataclass(frozen=True, kw_only=True)
class Term:
    """A tag of the data with the label and the one-sentence explanation that pages show for it."""

    group: str
    tag: str
    label: Name
    explanation: Prose
    origin: Origin
