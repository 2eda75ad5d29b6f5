"""An implementation: one file in `data/libraries/`.  A missing key or null means: not established, never "no"."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .behaviour import Absent, Emission, Event, Receiving, SendRule
from .scalars import Name, Prose, Provenance, Text, Url, Verbatim
from .service import Met
from .source_files import Place, SourceFiles

# client, server, browser: what an application calls;  api: a specification of one
#   proxy: passes on what it is given;  host: runs applications, and stands in front of them
Role = Literal["client", "server", "browser", "proxy", "host", "api"]
Evidence = Literal["source", "docs", "measured"]

# Who speaks in a log text.
#   this-end: the program that prints it decided or noticed it;  peer: it repeats what the other end sent
#   proxy: a proxy in between speaks
Speaker = Literal["this-end", "peer", "proxy"]


@dataclass(frozen=True, kw_only=True)
class LogText:
    """A text people find in logs, with `<word>` placeholders, and the code it goes with (None: any).

    `<code>` is the close code that it prints, `<n>` any other number.

    `side`, `event` and `meaning` explain it, all three or none: whose action or observation it reports, what
    happened, and one sentence for the person who pasted it.
    """

    text: Verbatim
    code: int | None = None
    side: Speaker | None = None
    event: Event | None = None
    meaning: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Pings:
    """The Pings it sends by itself, in seconds: how often, and how long it waits for a Pong.

    `roles` are those in which it sends them, `setting` is what changes them, `source` where the defaults stand.
    """

    every: int
    timeout: int | None = None
    default_on: bool
    roles: tuple[Literal["client", "server"], ...]
    setting: Verbatim
    source: Provenance


@dataclass(frozen=True, kw_only=True)
class IdleTimer:
    """The timer of a proxy for connections on which nothing is sent, in seconds by default, and its setting.

    It is one of the proxy's `defaults`, in the form that pages of both ends and the API have it.
    """

    after: int
    setting: Verbatim
    source: Provenance


# What a default limits.
#   idle: how long nothing may be sent or read;  life: how long a connection may last at all
#   ping: how long between two Pings of its own;  pong: how long it waits for the Pong
#   open: how long the opening handshake may take;  close: how long it waits for the peer's Close
#   drain: how long open connections may go on when it stops, reloads or is deployed
#   message, frame: the largest one that it reads;  queue: how much it holds for a peer that reads slowly
#   connections: how many at once
Limited = Literal[
    "idle", "life", "ping", "pong", "open", "close", "drain", "message", "frame", "queue", "connections"
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Default:
    """A timer or limit as it is when nobody sets it.  One of `seconds`, `bytes` and `count`, or none: no limit.

    `highest` is the largest value that can be set, in the same unit, where there is one.  `setting` is what changes
    it, as one writes it; none: it cannot be changed.  `pings_help` says of an idle timer whether Pings and Pongs
    restart it.  `text` says what is counted and what follows.  `roles` are those that it holds for, empty for all.
    `source` is the page or file where it was read, `dated` that page's date or the day it was read, and `place` the
    line that sets it in a file of `read`.
    """

    limits: Limited
    seconds: int | None = None
    bytes: int | None = None
    count: int | None = None
    highest: int | None = None
    setting: Verbatim | None = None
    pings_help: bool | None = None
    text: Prose | None = None
    roles: tuple[Role, ...] = ()
    source: Provenance
    dated: datetime.date | None = None
    place: Place | None = None


@dataclass(frozen=True, kw_only=True)
class Library:
    """Names, rules and texts of one implementation, as read in its source or measured.

    `read` are the files that the entry was read in, which `make verify` opens again; `unread` says why there are none.
    `not_literal` says of constants and log texts that do not stand there letter by letter why, and where they come
    from.  `through` are the names by which a constant that stands without its number gets it: each stands on a line
    with the next, and the last with the number.  `pieces` are the parts of a log text that the program puts together;
    each stands there.

    `local_values` are its names for numbers that are no assigned codes, such as -1 for "never connected".

    `http_versions` says of a platform over which versions of HTTP a WebSocket passes, to the client and to the upstream.

    `built_on` are the ids of the implementations that speak the protocol for it.  Such an entry has no behaviour of its
    own and is counted nowhere; `notes` say what it adds to them or changes.

    `identifiers` are names of its own that code, logs and stack traces show: packages, classes, exceptions, error ids,
    such as `System.Net.WebSockets`.  One that ends in a mark, such as `lws_`, stands for all names that begin so.

    `met` is our judgement how widely it is met: what the lookup knows of one that is met sometimes or rarely comes
    after the first answer.
    """

    id: str
    name: Name
    language: Name
    platform: Name | None = None
    kind: Name
    roles: tuple[Role, ...]
    homepage: Url
    search_names: tuple[Name, ...] = ()
    identifiers: tuple[Verbatim, ...] = ()
    met: Met = "often"
    built_on: tuple[str, ...] = ()
    version: Name
    evidence: tuple[Evidence, ...]
    checked: datetime.date
    namespace: Prose | None = None
    constants: dict[int, Verbatim] | None = None
    same_constants_as: str | None = None
    aliases: dict[int, tuple[Verbatim, ...]] | None = None
    local_values: dict[int, Verbatim] | None = None
    sends: SendRule = SendRule()
    receives: Receiving = Receiving()
    absent: Absent = Absent()
    emits: tuple[Emission, ...] = ()
    messages: tuple[LogText, ...] = ()
    pings: Pings | None = None
    defaults: tuple[Default, ...] = ()
    http_versions: Prose | None = None
    read: tuple[SourceFiles, ...] = ()
    unread: Prose | None = None
    not_literal: dict[str, Prose] | None = None
    through: dict[str, tuple[Verbatim, ...]] | None = None
    pieces: dict[str, tuple[Text, ...]] | None = None
    notes: tuple[Prose, ...] = ()
    sources: tuple[Provenance, ...]
    origin: Origin

    @property
    def is_platform(self) -> bool:
        """Whether it only stands in front of applications or runs them: a proxy, a balancer, a gateway, a host."""
        return set(self.roles) <= {"proxy", "host"}

    @property
    def idle_timer(self) -> IdleTimer | None:
        """The first of a proxy's defaults for idle connections that has a value and can be set."""
        if "proxy" not in self.roles:
            return None
        for default in self.defaults:
            if default.limits == "idle" and default.seconds is not None and default.setting is not None:
                return IdleTimer(after=default.seconds, setting=default.setting, source=default.source)
        return None
