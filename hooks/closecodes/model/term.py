"""The vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from ..shape import Origin


@dataclass(frozen=True, kw_only=True)
class Term:
    """A tag of the data with the label and the one-sentence explanation that pages show for it."""

    group: str
    tag: str
    label: str
    explanation: str
    origin: Origin
