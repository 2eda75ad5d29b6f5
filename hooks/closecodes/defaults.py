"""The timers and limits of implementations in words, and the tables of them that pages and guides share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .counts import application_libraries, platforms
from .model import Default, Library, Registry

_COUNTS = {
    "idle": "quiet time",
    "life": "whole life",
    "ping": "between its Pings",
    "pong": "waiting for a Pong",
    "open": "opening handshake",
    "close": "closing handshake",
    "drain": "after it is told to stop",
    "message": "largest message",
    "frame": "largest frame",
    "queue": "held for a slow peer",
    "connections": "connections at once",
}

TIMERS = ("idle", "life", "pong")
"""What closes an open connection after a time."""

SIZES = ("message", "frame")


@dataclass(frozen=True)
class Row:
    """A default with whose it is."""

    library: Library
    default: Default


def counts(default: Default) -> str:
    """What a default limits."""
    return _COUNTS[default.limits]


def value(default: Default) -> str:
    """A default as people write it: `60 s`, `10 min`, `1 MiB`, or none."""
    if default.seconds is not None:
        return duration(default.seconds)
    if default.bytes is not None:
        return size(default.bytes)
    if default.count is not None:
        return f"{default.count:,}"
    return "none"


def duration(seconds: int) -> str:
    """A time in the unit that people say it in: 90 s, 350 s, 10 min, 2 h."""
    if seconds >= 3600 and seconds % 3600 == 0:
        return f"{seconds // 3600} h"
    if seconds >= 120 and seconds % 60 == 0:
        return f"{seconds // 60} min"
    return f"{seconds} s"


def size(count: int) -> str:
    """A number of bytes: 32 KiB, 1 MiB, 1,000,000 bytes."""
    for unit, name in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if count >= unit and count % unit == 0:
            return f"{count // unit:,} {name}"
    return f"{count:,} bytes"


def pings_help(default: Default) -> str:
    """Whether a Ping in time prevents it: by nature for what counts life or Pongs, else as established."""
    if default.limits == "pong":
        return "the Pong does"
    if default.limits not in ("idle", "life") or (default.seconds is None and default.pings_help is None):
        return ""
    if default.limits == "life":
        return "no"
    return {True: "yes", False: "no", None: "not established"}[default.pings_help]


def timer_line(default: Default) -> str:
    """A timer in one line: `proxy_read_timeout: 60 s by default (quiet time). Pings help: yes.`"""
    named = f"{default.setting}: " if default.setting else "Timer: "
    helps = pings_help(default)
    return f"{named}{value(default)} by default ({counts(default)})." + (f" Pings help: {helps}." if helps else "")


def highest(default: Default) -> str:
    """The largest value that can be set, in the unit of the default."""
    assert default.highest is not None
    return size(default.highest) if default.bytes is not None else duration(default.highest)


def platform_timers(registry: Registry) -> list[Row]:
    """What ends a connection after a time on the way between the ends, the shortest first; those without a value last."""
    return _timers(platforms(registry))


def library_timers(registry: Registry) -> list[Row]:
    """The same in the libraries at the ends; those that are off until they are set are left out."""
    return [row for row in _timers(application_libraries(registry)) if row.default.seconds is not None]


def size_limits(registry: Registry) -> list[Row]:
    """The largest messages and frames, the smallest first; those without a limit last."""
    rows = list(_rows(registry.libraries, SIZES))
    return sorted(
        rows, key=lambda row: (row.default.bytes is None, row.default.bytes or 0, row.library.name.casefold())
    )


def _timers(libraries: list[Library]) -> list[Row]:
    rows = list(_rows(libraries, TIMERS))
    return sorted(
        rows, key=lambda row: (row.default.seconds is None, row.default.seconds or 0, row.library.name.casefold())
    )


def _rows(libraries: list[Library] | tuple[Library, ...], limited: tuple[str, ...]) -> Iterator[Row]:
    for library in libraries:
        for default in library.defaults:
            if default.limits in limited:
                yield Row(library, default)


def too_big(library: Library) -> tuple[str, ...]:
    """What the sender of a message that is too big is told by this receiver; 1006 where no Close frame comes."""
    codes = (e.code for e in library.emits if e.event == "too-big" and not e.local and e.code is not None)
    return tuple(dict.fromkeys(map(str, codes)))
