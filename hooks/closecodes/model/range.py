"""A range of numbers: one entry of `data/ranges.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..shape import Origin
from .citation import Citation, Claim
from .code import Reconnect, Sender
from .protocol import CHOOSABLE, POLICIES, BrowserMaySend, Policy, span_for_scripts
from .scalars import Name, Prose
from .span import Span

DerivedStatus = Literal["not-used", "unassigned", "private-use", "undefined"]

_STATUS: dict[Policy, DerivedStatus] = {
    "not-used": "not-used",
    "specification": "unassigned",
    "first-come": "unassigned",
    "private": "private-use",
    "undefined": "undefined",
}


@dataclass(frozen=True, kw_only=True)
class Unassigned:
    """What holds for a number of the range that has no meaning of its own.

    `sendable` and `sender` follow from the range's policy; the range fills them in.
    """

    summary: Prose
    sendable: bool = field(init=False)
    sender: Sender = field(init=False)
    what_to_do: Prose
    reconnect: Reconnect


@dataclass(frozen=True, kw_only=True)
class CodeRange:
    """One of the ranges that RFC 6455 7.4.2 divides the close codes into, or what lies outside them.

    `policy` and `browser_may_send` follow from the span.
    """

    span: Span
    name: Name
    policy: Policy = field(init=False)
    summary: Prose
    browser_may_send: BrowserMaySend = field(init=False)
    purpose: tuple[Claim, ...]
    registration: tuple[Claim, ...]
    sending: tuple[Claim, ...]
    receiving: tuple[Claim, ...]
    unassigned: Unassigned
    search: tuple[Name, ...]
    origin: Origin

    def __post_init__(self) -> None:
        """RFC 6455, sections 7.4.2 and 11.7.  Spans of other shapes, which a rule reports, count as undefined."""
        object.__setattr__(self, "policy", POLICIES.get(self.span, "undefined"))
        object.__setattr__(self, "browser_may_send", span_for_scripts(self.span))
        sendable = self.policy in CHOOSABLE
        object.__setattr__(self.unassigned, "sendable", sendable)
        object.__setattr__(self.unassigned, "sender", "either" if sendable else "nobody")

    @property
    def slug(self) -> str:
        """The range's place in URLs, such as `4000-4999`."""
        return str(self.span)

    @property
    def unassigned_status(self) -> DerivedStatus:
        """The status of a number of the range that no file in `data/codes/` describes."""
        return _STATUS[self.policy]

    @property
    def claims(self) -> Iterator[tuple[str, tuple[Citation, ...]]]:
        """Each part that cites, with its key, in the order of the page."""
        for part in ("purpose", "registration", "sending", "receiving"):
            for i, claim in enumerate(getattr(self, part)):
                yield f"{part}.{i}.cite", claim.cite
        yield "unassigned.reconnect.cite", self.unassigned.reconnect.cite
