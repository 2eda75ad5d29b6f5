"""The content of `lookup.json`: everything the search box knows, as one compact plain value.

The keys are short because every reader downloads them; `docs/scripts/lookup/` is the other end.  `constants` and `texts`
are lists of columns, which pack better than rows.

    about       {"verdict": {tag: phrase}}: how to say whether to reconnect, by the tag services use
    language    stop: words that say nothing, forms: a word → its other forms in English
    codes       assigned codes: n number, t title, l line, v verdict, a names (registered, aliases),
                s symptoms, c causes, w search words, h [HTTP status, how well founded] where it has one,
                o 1 when it is never on the wire
    ranges      f first, z last, t name, l line, v verdict, u line for a number without a meaning of its own,
                uv its verdict, w search words
    services    the widely met ones: i id, t name, a other names, n numbers, b [[first, last, name, verdict tag]],
                p part of its rows
    libraries   those that the tables point to and that are widely met: i id, t name, a other names
    constants   those that several of them use: [name, number, place in `libraries`, how many libraries use it]; the number may be a local value such as -1
    texts       those of them that the data explains: [log text with <placeholders>, number or null, place in `libraries`, event]
    guides      p path, t title, l line, k questions and keywords,
                s [[anchor, heading, questions, purposes]]
    ranking     the most telling of what was learned from labelled queries; `ranking.py` says how it is written
    bothEnds    clients, servers, proxies: a program's name → its id on /both-ends/, longest names first

What only some queries need stands in files of its own, so that the index stays small however many services there are.
`lookup/more.json`: the other `services`, `libraries`, `texts` and `constants`, which follow those in the index, and
`timers`, the platforms that end a connection after a time: [seconds, [[place in `libraries`, the timer in words]]].
`lookup/rows-<part>.json`: for each service of the part, by its place among all services, [[number, name, meaning,
verdict tag]].  `lookup/identifiers.json`: for `libraries` and for `services`, [place, names of its own in code, logs and
stack traces].  `lookup/ranking.json`: all that was learned, in the form of `ranking`, in place of it.
`lookup/words.json`: a word → its forms in other languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..guides import Guide
from ..model import Library, Registry, Service
from . import codes, guides, language, libraries, programs, ranking, services

__all__ = ["Guide", "build", "explanations", "parts"]


def build(registry: Registry, written: Sequence[Guide] = ()) -> dict[str, Any]:
    """The index as a plain value, the same for the same registry, ready for `json.dumps`."""
    return {
        "about": {"verdict": services.verdicts(registry)},
        "language": language.entry(),
        "codes": [codes.code_entry(registry, code) for code in registry.codes],
        "ranges": [codes.range_entry(registry, kind) for kind in registry.ranges],
        "services": services.known(registry.services),
        "libraries": libraries.known(registry),
        "constants": _columns(libraries.constants(registry)),
        "texts": _columns(libraries.texts(registry)),
        "guides": guides.entries(written),
        "bothEnds": programs.entry(registry),
        "ranking": ranking.table("first"),
    }


def explanations(registry: Registry) -> dict[str, Any]:
    """What only explains and comes after the first answer, `lookup/explain.json`.

    `texts`: who speaks, the event and the meaning of each explained log text, in the order of the index and of the
    texts that follow it.
    """
    return {"texts": libraries.readings(registry)}


def parts(registry: Registry) -> dict[str, Any]:
    """What only some queries need, by the name of its file in `lookup/`: `more`, `rows-0` and so on, `identifiers`,
    `ranking`, `words`.
    """
    rows = {f"rows-{number}": part for number, part in enumerate(services.parts(registry.services))}
    more = {
        "services": services.others(registry.services),
        "libraries": libraries.others(registry),
        "timers": libraries.timers(registry),
        "texts": _columns(libraries.late_texts(registry)),
        "constants": _columns(libraries.late_constants(registry)),
    }
    identifiers = {
        "libraries": _identifiers(libraries.ordered(registry)),
        "services": _identifiers(services.ordered(registry.services)),
    }
    late = {"identifiers": identifiers, "ranking": ranking.table("whole"), "words": language.foreign()}
    return {"more": more, **rows, **late}


def _identifiers(things: Sequence[Library | Service]) -> list[list[Any]]:
    """[place, identifiers] of those that have some."""
    return [[place, list(one.identifiers)] for place, one in enumerate(things) if one.identifiers]


def _columns(rows: list[list[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
