"""What can happen to a connection or in place of one: an entry of `data/events.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .behaviour import Event
from .citation import Citation
from .code import Fix
from .scalars import Prose


@dataclass(frozen=True, kw_only=True)
class ConnectionEvent:
    """An event that `/both-ends/` answers for; the ids are part of permanent addresses.

    `at` says whether it happens between the two programs or only with a proxy in between.  `codes` marks the
    events whose result depends on the code that a close call is given, `browser` those that only a browser has,
    `later` those in which an end that is told nothing within 8 s may be told later, by a timer of its own.
    `log_event` is the event of the log texts with which a proxy tells of it.
    `cause` names the cause on a code's page that it is, such as `1006#idle-timeout`.
    """

    id: str
    label: str
    happens: Prose
    check: Prose
    fix: Fix
    at: Literal["direct", "proxy"]
    codes: bool = False
    browser: bool = False
    later: bool = False
    log_event: Event | None = None
    cause: str | None = None
    cite: tuple[Citation, ...]
    origin: Origin

    @property
    def claims(self) -> Iterator[tuple[str, tuple[Citation, ...]]]:
        """The part that cites, with its key."""
        yield "cite", self.cite
