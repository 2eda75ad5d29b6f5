"""An assigned close code: one file in `data/codes/`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..shape import Origin
from .citation import Citation, Claim
from .protocol import script_may_send
from .scalars import Anchor, CloseCodeNumber, HttpStatus, Name, Prose, Verbatim, When

Status = Literal["registered", "reserved", "local-only"]
Sender = Literal["either", "client", "server", "nobody"]
Verdict = Literal["now", "back-off", "after-change", "no", "depends", "unknown"]
Basis = Literal["stated", "inferred"]


@dataclass(frozen=True, kw_only=True)
class Reconnect:
    """Whether to connect again: the verdict, how in a few words, why, and whose advice it is."""

    verdict: Verdict
    how: Prose
    why: Prose
    basis: Basis
    advised_by: Prose
    cite: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class Fix:
    """What to change, by the side that changes it."""

    client: Prose | None = None
    server: Prose | None = None
    proxy: Prose | None = None

    @property
    def sides(self) -> list[tuple[str, str]]:
        """The sides that have something to do, with what."""
        pairs = [("client", self.client), ("server", self.server), ("proxy", self.proxy)]
        return [(side, text) for side, text in pairs if text]


@dataclass(frozen=True, kw_only=True)
class Cause:
    """One reason for seeing the code; causes stand likeliest first.  `#cause-<id>` is its permanent address."""

    id: Anchor
    cause: Prose
    check: Prose
    fix: Fix
    cite: tuple[Citation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sending:
    """How and when to send the code, with a reason to copy; or why not, and what to do instead."""

    advice: Prose
    cite: tuple[Citation, ...]
    reason: Verbatim | None = None


@dataclass(frozen=True, kw_only=True)
class HttpAnalogue:
    """The HTTP status people compare the code with, and whether that has any authority."""

    status: HttpStatus
    basis: Literal["registered", "documented", "folk"]
    note: Prose
    cite: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class Alias:
    """Another name in use, and by whom."""

    name: Name
    used_by: Name


@dataclass(frozen=True, kw_only=True)
class SeeAlso:
    """A code this one is confused with, and the difference in one line."""

    code: int
    difference: Prose


@dataclass(frozen=True, kw_only=True)
class HistoryEvent:
    """Something that happened to the code; `when` is a year, a month or a day, such as 2011-12."""

    when: When
    what: Prose
    cite: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class CloseCode:
    """Everything the registry says about one assigned close code.

    `sendable` (in a Close frame) and `browser_may_send` (by a script's `close()`) are derived, not typed.
    """

    code: CloseCodeNumber
    name: Name
    status: Status
    defined_by: tuple[Citation, ...]
    summary: Prose
    sendable: bool = field(init=False)
    sender: Sender
    browser_may_send: bool = field(init=False)
    reconnect: Reconnect
    meaning: tuple[Claim, ...]
    causes: tuple[Cause, ...]
    sending: Sending
    symptoms: tuple[Prose, ...]
    search: tuple[Name, ...]
    see_also: tuple[SeeAlso, ...]
    history: tuple[HistoryEvent, ...]
    verified: datetime.date
    origin: Origin
    label: Name | None = None
    aliases: tuple[Alias, ...] = ()
    http: HttpAnalogue | None = None

    def __post_init__(self) -> None:
        """RFC 6455, sections 5.5.1 and 7.4: what is sent has a meaning, and what has a meaning may be sent."""
        object.__setattr__(self, "sendable", self.status == "registered")
        object.__setattr__(self, "browser_may_send", self.sendable and script_may_send(self.code))

    @property
    def title(self) -> str:
        """The name to show: the registered one, or the label where the registry has a sentence."""
        return self.label or self.name

    @property
    def claims(self) -> Iterator[tuple[str, tuple[Citation, ...]]]:
        """Each part that cites, with its key, in the order of the page."""
        yield "defined_by", self.defined_by
        yield "reconnect.cite", self.reconnect.cite
        for i, claim in enumerate(self.meaning):
            yield f"meaning.{i}.cite", claim.cite
        for i, cause in enumerate(self.causes):
            yield f"causes.{i}.cite", cause.cite
        yield "sending.cite", self.sending.cite
        if self.http:
            yield "http.cite", self.http.cite
        for i, event in enumerate(self.history):
            yield f"history.{i}.cite", event.cite
