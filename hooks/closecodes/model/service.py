"""A service or protocol with close codes of its own: one file in `data/services/`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .code import Basis, Verdict
from .scalars import CloseCodeNumber, Name, Prose, Url, Verbatim
from .span import Span

ServiceSender = Literal["server", "client", "either", "local"]
Authority = Literal[
    "official-docs", "official-spec", "official-source", "official-docs-copy", "third-party-docs", "third-party-sdk"
]


@dataclass(frozen=True, kw_only=True)
class ServiceSource:
    """What was read: the address people open, the file it came from, its commit and date.

    `dated` says what the date is: that of the commit, of the published page or package, or of the day
    it was read because the source bears no date that we could see.
    """

    url: Url
    authority: Authority
    read_from: Name
    commit: Name | None = None
    date: datetime.date
    dated: Literal["commit", "published", "read"]


@dataclass(frozen=True, kw_only=True)
class ServiceCode:
    """One number as the service uses it; `local` codes are raised by its client library and never sent.

    `in_message` numbers travel in a message of the service, such as an error event, and not in a Close
    frame.  A service may give one number several meanings; the name or the reason text tells them apart.
    """

    code: CloseCodeNumber
    name: Name | None = None
    meaning: Prose
    reconnect: Verdict
    basis: Basis
    sender: ServiceSender
    in_message: bool = False
    note: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Band:
    """A run of numbers the service gives one common meaning; its own codes come first where they differ."""

    span: Span
    name: Name
    meaning: Prose
    reconnect: Verdict
    basis: Basis
    sender: ServiceSender
    in_message: bool = False


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service, protocol or library whose close codes were read in a public source.

    `family` groups what copies one design, so that collisions are counted once.  `aliases` are what people
    type for it.  `reconnect_snippet` is a JavaScript function that puts the stated advice into code.
    """

    id: str
    name: Name
    kind: Literal["service", "protocol", "library"]
    family: Name
    homepage: Url
    aliases: tuple[Name, ...] = ()
    source: ServiceSource
    notes: Prose | None = None
    codes: tuple[ServiceCode, ...]
    bands: tuple[Band, ...] = ()
    reconnect_snippet: Verbatim | None = None
    origin: Origin
