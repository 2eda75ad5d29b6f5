"""Something that changed: one entry of `data/changes.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..shape import Origin
from .citation import Citation
from .scalars import Anchor, Name, Prose, When


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change of the IANA registry or of this site, for the page `changes` and for feed readers.

    `id` is its anchor and never changes.  `when` is a day, or a month or year where no source tells more.
    """

    id: Anchor
    when: When
    title: Name
    text: Prose
    codes: tuple[int, ...] = ()
    cite: tuple[Citation, ...] = ()
    origin: Origin

    @property
    def day(self) -> str:
        """The day for feed readers, which know no other precision: the first one that `when` allows."""
        return f"{self.when}-01-01"[:10] if len(self.when) == 4 else f"{self.when}-01"[:10]

    @property
    def claims(self) -> Iterator[tuple[str, tuple[Citation, ...]]]:
        """The part that cites, with its key."""
        yield "cite", self.cite
