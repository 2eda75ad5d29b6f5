"""What `make verify` looks for in the sources of a library, and what it found when it last looked."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .library import Library
from .scalars import Name, Verbatim

ThingKind = Literal["constant", "text", "default"]


@dataclass(frozen=True)
class Thing:
    """A constant with its number, a log text, or the line of a default in a file."""

    kind: ThingKind
    text: str
    number: int | None = None
    path: str | None = None

    @property
    def label(self) -> str:
        """How lists name it; it stays the same as long as the data does."""
        place = {"constant": f"{self.number} ", "text": "", "default": f"{self.path}: "}[self.kind]
        return f"{self.kind} {place}{self.text}"


def things_of(library: Library) -> tuple[Thing, ...]:
    """All that can be looked for, each once.  Constants that another file holds are looked for there."""
    names = [*(library.constants or {}).items(), *(library.local_values or {}).items()]
    names += [(number, name) for number, names in (library.aliases or {}).items() for name in names]
    found = [Thing("constant", name, number=number) for number, name in names]
    found += [Thing("text", message.text) for message in library.messages]
    places = [default.place for default in library.defaults if default.place]
    found += [Thing("default", place.text, path=place.path) for place in places]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was found in the sources of one library or service on one day.

    `kind` is `libraries` or `services`, `read` the versions that were opened.  `found` are the things that stand there.  `make verify UPDATE=1` writes
    this; nobody edits it.
    """

    kind: str
    id: str
    day: datetime.date
    read: tuple[Name, ...]
    found: tuple[Verbatim, ...]
    origin: Origin

    def share(self, library: Library) -> dict[ThingKind, tuple[int, int]]:
        """Of each kind of thing that the library has, how many were found, and of how many."""
        things, seen = things_of(library), set(self.found)
        whole = Counter(thing.kind for thing in things)
        found = Counter(thing.kind for thing in things if thing.label in seen)
        return {kind: (found[kind], count) for kind, count in whole.items()}
