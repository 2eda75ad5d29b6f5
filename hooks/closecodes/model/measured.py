"""What an implementation did when it was run: one file in `data/measured/`, written by the harness.

Rows hold what several cases have in common.  A span of codes stands for the tested codes in it
(`TESTED`), not for every number between: 2000-2999 means that 2000, 2500 and 2999 did the same.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from ..shape import InvalidValue, Origin
from .case import TESTED, Case, Part
from .scalars import Prose, Seconds
from .span import TestedSpan

_HTTP = re.compile(r"http ([1-5]\d\d)\Z")
_WITHOUT_CODE = ("empty", "fin", "reset", "open")


@dataclass(frozen=True)
class Wire:
    """What the raw-frame peer saw of the implementation.

    `code` and `same` are a Close frame with a code (`same`: the one that was asked for or received),
    `empty` a Close frame without one, `fin` and `reset` the end of TCP without a Close frame, `open`
    neither within the time allowed, `http` an HTTP response before the connection was opened.
    """

    kind: Literal["code", "same", "empty", "fin", "reset", "open", "http"]
    number: int | None = None

    @classmethod
    def parse(cls, raw: object) -> Wire:
        """Read `1002`, `same`, `empty`, `fin`, `reset`, `open` or `http 403`; raises `InvalidValue` for others."""
        if type(raw) is int and 0 <= raw <= 0xFFFF:
            return cls("code", raw)
        if isinstance(raw, str) and (raw == "same" or raw in _WITHOUT_CODE):
            return cls(raw)  # type: ignore[arg-type]
        match = _HTTP.match(raw) if isinstance(raw, str) else None
        if not match:
            raise InvalidValue(f"write a code, same, {', '.join(_WITHOUT_CODE)} or http 403")
        return cls("http", int(match[1]))

    def code(self, asked: int | None) -> int | None:
        """The code in the Close frame, when `asked` is what the case was about; None without a code."""
        return {"code": self.number, "same": asked}.get(self.kind)


@dataclass(frozen=True)
class Seen:
    """The code that the application was given: a number, `same` (as received) or `none` (null)."""

    kind: Literal["code", "same", "none"]
    number: int | None = None

    @classmethod
    def parse(cls, raw: object) -> Seen:
        """Read a number, `same` or `none`; raises `InvalidValue` for anything else."""
        if type(raw) is int:
            return cls("code", raw)
        if raw not in ("same", "none"):
            raise InvalidValue("write the code, same, or none for a null value")
        return cls(raw)

    def code(self, asked: int | None) -> int | None:
        """The code itself, when `asked` is what was received; None for a null value."""
        return {"code": self.number, "same": asked}.get(self.kind)


@dataclass(frozen=True, kw_only=True)
class Observation:
    """The same outcome for some codes and cases.

    `wire` (with `wire_reason` and, where it matters, the `wire_bytes` of the payload) is what the peer
    saw; `refused` is how the close call refused instead; `app` (with `app_reason`, `clean` and `text`)
    is what the application was told.  Texts hold `<code>` and `<name>` where the code and its name
    stood, `…` where they were cut.  Where the peer never answers a Close frame, it keeps silent for
    `waited` seconds: `told_after` so many the application was told, `ended_after` so many TCP was ended;
    without these keys that did not happen before the peer ended TCP.
    """

    codes: tuple[TestedSpan, ...] = ()
    cases: tuple[Case, ...] = ()
    wire: Wire | None = None
    wire_reason: str | None = None
    wire_bytes: int | None = None
    refused: str | None = None
    app: Seen | None = None
    app_reason: str | None = None
    clean: bool | None = None
    text: str | None = None
    waited: Seconds | None = None
    told_after: Seconds | None = None
    ended_after: Seconds | None = None

    def covers(self, case: int | str) -> bool:
        """Whether the row holds for this code or case."""
        return any(case in span for span in self.codes) if isinstance(case, int) else case in self.cases


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """One implementation in one role and version against a raw-frame peer.

    `using` names what else shaped the result, such as the library below a server or the runtime;
    `old` says that a newer version exists, and why the old one was measured.
    """

    id: str
    name: str
    version: str
    language: str
    role: Literal["client", "server"]
    measured: datetime.date
    method: str
    send: tuple[Observation, ...]
    receive: tuple[Observation, ...]
    answered: tuple[Observation, ...] = ()
    absent: tuple[Observation, ...]
    defaults: tuple[Observation, ...]
    origin: Origin
    library: str | None = None
    using: tuple[str, ...] = ()
    notes: tuple[Prose, ...] = ()
    old: Prose | None = None

    def find(self, part: Part, case: int | str) -> Observation | None:
        """The row for a tested code or a case; None when that was not measured."""
        if isinstance(case, int) and case not in TESTED and case not in (65536, 66536):
            return None
        rows: tuple[Observation, ...] = getattr(self, part)
        return next((row for row in rows if row.covers(case)), None)
