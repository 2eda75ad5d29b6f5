"""What the files of `/api/v1/` hold.  Values and JSON Schemas are both made from these definitions.

Most entries are those of the model with a few derived keys.  Within version 1 keys are only added;
`tests/api-keys.txt` lists all that were ever published.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ..model import (
    Change,
    CloseCode,
    CodeRange,
    ConnectionEvent,
    IdleTimer,
    Library,
    Measurement,
    Service,
    ServiceCode,
    Span,
)

VERSION = "1.7"
"""The second number grows when keys are added; the first is part of the address."""


@dataclass(frozen=True)
class CitedSource:
    """What a claim rests on: the id of the reference, the section, and both as people read them."""

    reference: str
    section: str
    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class CodeEntry(CloseCode):
    """An assigned close code.

    `name` is the registered name; `short_name` is what to show, and differs only where the registry has a sentence.
    """

    url: str
    short_name: str
    hex: str
    bytes: str
    range: str


@dataclass(frozen=True, kw_only=True)
class RangeEntry(CodeRange):
    """A range of numbers, with the assigned codes in it and the blocks between them; `unassigned` holds for those."""

    id: str
    url: str
    assigned_codes: tuple[int, ...]
    unassigned_blocks: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class LibraryEntry(Library):
    """An implementation.  Null means: not established.  It never means "no".

    `idle` is the one of a proxy's `defaults` that closes idle connections.
    """

    url: str
    idle: IdleTimer | None


@dataclass(frozen=True, kw_only=True)
class ServiceEntry(Service):
    """A service or protocol with close codes of its own."""

    url: str


@dataclass(frozen=True, kw_only=True)
class ServiceUse(ServiceCode):
    """What a number means at one service; `service` is its id, `name` its own name for the number."""

    service: str
    service_name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Constant:
    """The name that a library gives a number, as it is written there; `library` is the library's id."""

    name: str
    library: str
    library_name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class CodesFile:
    """All assigned close codes."""

    version: str
    codes: tuple[CodeEntry, ...]


@dataclass(frozen=True, kw_only=True)
class CodeFile:
    """Everything about one number; `assigned` is null for a number that only services use."""

    version: str
    code: int
    url: str
    hex: str
    bytes: str
    range: str
    sendable: bool
    assigned: CodeEntry | None
    services: tuple[ServiceUse, ...]
    constants: tuple[Constant, ...]


@dataclass(frozen=True, kw_only=True)
class RangesFile:
    """The ranges that divide 0-65535, in order, without gap or overlap."""

    version: str
    ranges: tuple[RangeEntry, ...]


@dataclass(frozen=True, kw_only=True)
class LibrariesFile:
    """What each implementation calls, sends, refuses and reports."""

    version: str
    libraries: tuple[LibraryEntry, ...]


@dataclass(frozen=True, kw_only=True)
class ServicesFile:
    """The close codes that services and protocols document for themselves."""

    version: str
    services: tuple[ServiceEntry, ...]


@dataclass(frozen=True, kw_only=True)
class MeasurementsFile:
    """What implementations did when they were run against a raw-frame peer."""

    version: str
    measurements: tuple[Measurement, ...]


@dataclass(frozen=True, kw_only=True)
class ChangesFile:
    """What changed in the registry of close codes and on this site, newest first."""

    version: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A file below `/api/v1/` with its schema; `<code>` stands for a number."""

    path: str
    schema: str | None
    holds: str


@dataclass(frozen=True, kw_only=True)
class IndexFile:
    """What there is; `updated` is the newest date in the data."""

    version: str
    site: str
    licence: str
    updated: datetime.date
    files: tuple[IndexEntry, ...]


@dataclass(frozen=True, kw_only=True)
class BothEndsRow:
    """Clients and servers that fare alike, each with each: what the application at either end is given.

    `client` and `server` are a close code in digits, or `none` (told, without a number), `error` (an error without a number),
    `nothing` (not told within 8 s) or `unknown` (the data does not decide).  `evidence` is `pair` where the programs
    were run together, `alone` where it follows from each end alone.  A race has further outcomes in `others`.
    """

    clients: tuple[str, ...]
    servers: tuple[str, ...]
    client: str
    server: str
    evidence: Literal["pair", "alone"]
    others: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class BothEndsCase:
    """An event in one form: with the code of the close call (`none` for a call without one), or through a proxy."""

    code: str | None
    proxy: str | None
    rows: tuple[BothEndsRow, ...]


@dataclass(frozen=True, kw_only=True)
class BothEndsFile:
    """What both ends see in one event; ids are those of `measurements.json` without the role."""

    version: str
    event: ConnectionEvent
    cases: tuple[BothEndsCase, ...]
