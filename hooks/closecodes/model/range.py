"""A range of numbers: one entry of `data/ranges.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .citation import Citation, Claim
from .code import Reconnect, Sender
from .span import Span

Policy = Literal["not-used", "specification", "first-come", "private", "undefined"]
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
    """What holds for a number of the range that has no meaning of its own."""

    summary: str
    sendable: bool
    sender: Sender
    what_to_do: str
    reconnect: Reconnect


@dataclass(frozen=True, kw_only=True)
class CodeRange:
    """One of the ranges that RFC 6455 7.4.2 divides the close codes into, or what lies outside them."""

    span: Span
    name: str
    policy: Policy
    summary: str
    browser_may_send: Literal["all", "some", "none"]
    purpose: tuple[Claim, ...]
    registration: tuple[Claim, ...]
    sending: tuple[Claim, ...]
    receiving: tuple[Claim, ...]
    unassigned: Unassigned
    search: tuple[str, ...]
    origin: Origin

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
