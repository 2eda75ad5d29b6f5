"""An implementation: one file in `data/libraries/`.  A missing key or null means: not established, never "no"."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .behaviour import Absent, Emission, Event, Receiving, SendRule

Role = Literal["client", "server", "browser", "proxy", "api"]
Evidence = Literal["source", "docs", "measured"]

# Who speaks in a log text.
#   this-end: the program that prints it decided or noticed it;  peer: it repeats what the other end sent
#   proxy: a proxy in between speaks
Speaker = Literal["this-end", "peer", "proxy"]


@dataclass(frozen=True, kw_only=True)
class LogText:
    """A text people find in logs, with `<n>`-like placeholders, and the code it goes with (None: any).

    `side`, `event` and `meaning` explain it, all three or none: whose action or observation it reports, what
    happened, and one sentence for the person who pasted it.
    """

    text: str
    code: int | None = None
    side: Speaker | None = None
    event: Event | None = None
    meaning: str | None = None


@dataclass(frozen=True, kw_only=True)
class Library:
    """Names, rules and texts of one implementation, as read in its source or measured.

    `local_values` are its names for numbers that are no assigned codes, such as -1 for "never connected".
    """

    id: str
    name: str
    language: str
    platform: str | None = None
    kind: str
    roles: tuple[Role, ...]
    homepage: str
    search_names: tuple[str, ...] = ()
    version: str
    evidence: tuple[Evidence, ...]
    checked: datetime.date
    namespace: str | None = None
    constants: dict[int, str] | None = None
    same_constants_as: str | None = None
    aliases: dict[int, tuple[str, ...]] | None = None
    local_values: dict[int, str] | None = None
    sends: SendRule = SendRule()
    receives: Receiving = Receiving()
    absent: Absent = Absent()
    emits: tuple[Emission, ...] = ()
    messages: tuple[LogText, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...]
    origin: Origin
