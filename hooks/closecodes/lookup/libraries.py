"""Constants and log texts of the libraries as the lookup index holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..defaults import platform_timers, timer_line
from ..model import Library, LogText, Registry
from ..text import plain

_SIDES = {"this-end": "this side", "peer": "the peer", "proxy": "a proxy between them"}
GUIDED = ("handshake-refused", "handshake-failed", "connect-failed", "tls-failure", "ping-timeout", "idle-timeout")
"""The events that a section of a guide answers, by its front matter."""
_FAMILY = re.compile(r"\w::\w+\((\d+)\)\Z")
_WORDS = re.compile(r"[a-z ]")


def ordered(registry: Registry) -> tuple[Library, ...]:
    """The libraries in the order of the index: a place in it is a place in this list."""
    return tuple(sorted(registry.libraries, key=lambda library: not _is_known(library)))


def known(registry: Registry) -> list[dict[str, Any]]:
    """The libraries that constants and log texts of the index point to, with the names people type for them."""
    return [_entry(library) for library in ordered(registry) if _is_known(library)]


def others(registry: Registry) -> list[dict[str, Any]]:
    """The libraries that come behind them in the index: those met less widely, and those found by their names alone."""
    return [_entry(library) for library in ordered(registry) if not _is_known(library)]


def _is_known(library: Library) -> bool:
    """Whether the first answer knows it: it is widely met, and has something that leads to it but its name."""
    own = (library.messages, library.constants, library.local_values, library.aliases)
    return any(own) and library.met in ("everywhere", "often")


def _entry(library: Library) -> dict[str, Any]:
    return {"i": library.id, "t": library.name, "a": list(library.search_names)}


def timers(registry: Registry) -> list[list[Any]]:
    """The platforms by the time after which they end a connection, with the timer, so that "closed after 350 s" finds them."""
    places = {library.id: place for place, library in enumerate(ordered(registry))}
    found: dict[int, dict[int, str]] = {}
    for row in platform_timers(registry):
        if row.default.seconds:
            found.setdefault(row.default.seconds, {}).setdefault(places[row.library.id], timer_line(row.default))
    return [[seconds, [list(row) for row in rows.items()]] for seconds, rows in found.items()]


def constants(registry: Registry) -> list[list[Any]]:
    """The names that several of the libraries use which the first answer knows."""
    libraries = ordered(registry)
    return [row for row in _constants(libraries) if not _is_late(row, libraries)] + _range_names(registry)


def late_constants(registry: Registry) -> list[list[Any]]:
    """The names that one library has alone, or that only libraries have which are met less widely."""
    libraries = ordered(registry)
    return [row for row in _constants(libraries) if _is_late(row, libraries)]


def _is_late(row: list[Any], libraries: Sequence[Library]) -> bool:
    _, _, place, users = row
    return users == 1 or not _is_known(libraries[place])


def _constants(libraries: Sequence[Library]) -> list[list[Any]]:
    """Each name once per number, however it is punctuated, with the first library that uses it and how many do."""
    found: dict[tuple[str, int], tuple[str, list[int]]] = {}
    for place, library in enumerate(libraries):
        for number, name in _names(library):
            _, users = found.setdefault((normalised(name), number), (name, []))
            if place not in users:
                users.append(place)
    return [[shown, number, users[0], len(users)] for (_, number), (shown, users) in found.items()]


def _range_names(registry: Registry) -> list[list[Any]]:
    """Names for a whole range, such as `CloseCode::Library(4000)`; they stand among the range's search words."""
    named = [(word, _FAMILY.search(word)) for kind in registry.ranges for word in kind.search]
    return [[word, int(match[1]), 0, 0] for word, match in named if match]


def texts(registry: Registry) -> list[list[Any]]:
    """The log texts that the data explains and that lead further, of the libraries that the first answer knows."""
    libraries = ordered(registry)
    return [_text_row(*found) for found in _messages(libraries) if _comes_at(libraries, *found) == 0]


def late_texts(registry: Registry) -> list[list[Any]]:
    """The other log texts: those that the data explains come first."""
    libraries = ordered(registry)
    late = [found for found in _messages(libraries) if _comes_at(libraries, *found)]
    return [_text_row(*found) for found in sorted(late, key=lambda found: _comes_at(libraries, *found))]


def readings(registry: Registry) -> list[list[str]]:
    """How to read the explained log texts, in the order of `texts` and `late_texts`: who, what happened, what it means."""
    libraries = ordered(registry)
    explained = [found for found in _messages(libraries) if found[1].side]
    explained.sort(key=lambda found: _comes_at(libraries, *found))
    return [_reading(registry, libraries[place], message) for place, message in explained]


def _comes_at(libraries: Sequence[Library], place: int, message: LogText) -> int:
    """When a log text comes: 0 at first, 1 among the explained that come later, 2 after them.

    One that stands for no code and that no guide answers leads to its library alone: it explains, and comes later.
    """
    if not message.side:
        return 2
    leads = message.code is not None or message.event in GUIDED
    return int(not (leads and _is_known(libraries[place])))


def _text_row(place: int, message: LogText) -> list[Any]:
    return [message.text, message.code, place, message.event or ""]


def _messages(libraries: Sequence[Library]) -> list[tuple[int, LogText]]:
    """Each log text once per number it stands for, with the place of its library.

    Of several libraries that log it, such as a server and the library below it, the one with most texts is named, and
    one that the first answer knows before another.
    """
    found: dict[tuple[str, int | None], tuple[int, LogText]] = {}
    for place, library in enumerate(libraries):
        for message in library.messages:
            key = (message.text.casefold(), message.code)
            known = found.setdefault(key, (place, message))
            if _weight(library) > _weight(libraries[known[0]]):
                found[key] = (place, message)
    return list(found.values())


def _weight(library: Library) -> tuple[bool, int]:
    """What decides which of several libraries is named for a log text."""
    return _is_known(library), len(library.messages)


def _reading(registry: Registry, library: Library, message: LogText) -> list[str]:
    event = next((term.label for term in registry.terms if (term.group, term.tag) == ("event", message.event)), "")
    speaker = f"{library.name}, {_SIDES[message.side]}" if message.side else library.name
    return [speaker, event, plain(message.meaning or "")]


def normalised(name: str) -> str:
    """A constant without case and punctuation, as the box compares it."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _names(library: Library) -> Iterator[tuple[int, str]]:
    yield from (library.constants or {}).items()
    yield from (library.local_values or {}).items()
    for number, names in (library.aliases or {}).items():
        for name in names:
            yield number, _without_remark(name)


def _without_remark(name: str) -> str:
    """`ws.Compiled` of `ws.Compiled (ready-made frame)`; `Other(1005)` and `Other (1005)` stay as they are."""
    shown, bracket, remark = name.rpartition("(")
    is_remark = bracket and shown[-1:].isspace() and remark.find(")") == len(remark) - 1 and _WORDS.search(remark)
    return shown.rstrip() if is_remark else name
