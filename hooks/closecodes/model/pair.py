"""What both ends of real pairs were told: one file in `data/pairs/` for each client, and each client and proxy.

Every cell, which is one client, proxy, server and event, was run at least twice.  Rows hold what several servers
and codes have in common.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, get_args

from ..shape import InvalidValue, Origin
from .scalars import HttpStatus

Event = Literal[
    "client-closes",
    "server-closes",
    "handler-raises",
    "handler-returns",
    "server-refuses",
    "server-stopped",
    "server-killed",
    "client-killed",
    "page-left",
    "page-closed",
    "too-big-to-server",
    "too-big-to-client",
    "bad-utf8-to-server",
    "bad-utf8-to-client",
    "no-pong-from-client",
    "no-pong-from-server",
    "client-frozen",
    "server-frozen",
    "network-gone",
    "nothing-listens",
    "tls-to-plain",
    "http-status",
    "proxy-idle",
    "proxy-stopped",
    "proxy-reloaded",
    "upstream-killed",
    "upstream-down",
]
EVENTS: tuple[str, ...] = get_args(Event)
"""What can happen to a connection, in the order in which it is told; the ids are part of addresses."""

CLOSING = ("client-closes", "server-closes")
"""The events that are about a code: the one given to the close call, or none."""

HTTP = "http-status"
"""The event that is about an HTTP status."""

OF_PROXIES = ("proxy-idle", "proxy-stopped", "proxy-reloaded", "upstream-killed", "upstream-down")
"""The events that need a proxy."""

TOLD_WITHIN = 8
"""After how many seconds an end that has not been told counts as told nothing."""

_WORDS = ("none", "error", "nothing", "same")


@dataclass(frozen=True)
class Given:
    """The code in a close call: a number, or None for a call without one, which is written `none`."""

    number: int | None = None

    @classmethod
    def parse(cls, raw: object) -> Given:
        """Read a number or `none`; raises `InvalidValue` for anything else."""
        if raw == "none":
            return cls()
        if type(raw) is not int or not 0 <= raw <= 0xFFFF:
            raise InvalidValue("write the code, or none for a close call without one")
        return cls(raw)

    def __str__(self) -> str:
        return "none" if self.number is None else str(self.number)


@dataclass(frozen=True)
class Told:
    """What the application was given.

    `code` is a number and `same` the one of the close call; `none`: it was told, without a number; `error`: by an
    error or exception without a number; `nothing`: it was not told within `TOLD_WITHIN` seconds.
    """

    kind: Literal["code", "same", "none", "error", "nothing"]
    number: int | None = None

    @classmethod
    def parse(cls, raw: object) -> Told:
        """Read a number, `same`, `none`, `error` or `nothing`; raises `InvalidValue` for anything else."""
        if type(raw) is int and 0 <= raw <= 0xFFFF:
            return cls("code", raw)
        if raw not in _WORDS:
            raise InvalidValue(f"write the code, or one of {', '.join(_WORDS)}")
        return cls(raw)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return str(self.number) if self.kind == "code" else self.kind


@dataclass(frozen=True, kw_only=True)
class PairEnd:
    """What the application at one end was told.

    `clean` is `wasClean` or its like, where there is one; `refused` is how the close call refused; `seconds` passed
    until it was told, roughly, where it was not at once.  In texts `<code>` and `<name>` stand for the code of the
    close call and its name, `…` for what was cut.
    """

    code: Told
    reason: str | None = None
    clean: bool | None = None
    seconds: int | None = None
    refused: str | None = None
    text: str | None = None

    def about(self, asked: int) -> PairEnd:
        """The same with the code of the close call, or the HTTP status, in place of what stands for it."""
        texts = {
            key: value.replace("<code>", str(asked))
            for key, value in vars(self).items()
            if isinstance(value, str) and "<code>" in value
        }
        code = Told("code", asked) if self.code.kind == "same" else self.code
        return replace(self, code=code, **texts)  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class PairOutcome:
    """What both ends were told in one run."""

    client: PairEnd
    server: PairEnd

    def about(self, asked: int) -> PairOutcome:
        """The same for one code or status."""
        return PairOutcome(client=self.client.about(asked), server=self.server.about(asked))


class PairCell(NamedTuple):
    """One client, proxy, server and event, and what was seen: more than one outcome is a race.

    `server` is empty where none takes part; `code` is None where the event is not about one.
    """

    client: str
    proxy: str | None
    server: str
    event: str
    code: Given | None
    status: int | None
    setting: str | None
    outcomes: tuple[PairOutcome, ...]

    @property
    def racy(self) -> bool:
        """Whether runs differed."""
        return len(self.outcomes) > 1


@dataclass(frozen=True, kw_only=True)
class PairRow:
    """The same outcomes for some servers and codes, or statuses.

    `servers` is empty where none takes part; `setting` says in words what is other than usual, in a variant of the
    event.  Several `outcomes` are those of a race, the most frequent first.
    """

    event: Event
    outcomes: tuple[PairOutcome, ...]
    servers: tuple[str, ...] = ()
    codes: tuple[Given, ...] = ()
    statuses: tuple[HttpStatus, ...] = ()
    setting: str | None = None

    @property
    def racy(self) -> bool:
        """Whether runs differed."""
        return len(self.outcomes) > 1


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """An event that does not apply to some servers, or was not run with them, and why."""

    event: Event
    why: str
    servers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PairRun:
    """One client, directly or through one proxy, with every server.

    `servers` gives the version of each by its id; `proxy` is an id of `data/libraries/`, client and servers are
    file names of `data/measured/` without the role.
    """

    id: str
    client: str
    version: str
    servers: dict[str, str]
    measured: datetime.date
    method: str
    rows: tuple[PairRow, ...]
    left_out: tuple[LeftOut, ...]
    origin: Origin
    proxy: str | None = None
    proxy_version: str | None = None

    @functools.cached_property
    def cells(self) -> tuple[PairCell, ...]:
        """Every cell, in the order of the rows."""
        return tuple(cell for row in self.rows for cell in self._cells_of(row))

    def _cells_of(self, row: PairRow) -> Iterator[PairCell]:
        for server in row.servers or ("",):
            for code in row.codes or (None,):
                for status in row.statuses or (None,):
                    asked = status if code is None else code.number
                    outcomes = row.outcomes if asked is None else tuple(one.about(asked) for one in row.outcomes)
                    yield PairCell(
                        self.client, self.proxy, server, row.event, code, status, row.setting, outcomes
                    )  # fmt: skip

    def find(
        self, server: str, event: str, code: Given | None = None, status: int | None = None, setting: str | None = None
    ) -> PairCell | None:
        """A cell; None when it was not run.  Where no server takes part, every server is meant."""
        for cell in self.cells:
            asked = (cell.event, cell.code, cell.status, cell.setting)
            if cell.server in ("", server) and asked == (event, code, status, setting):
                return cell
        return None
