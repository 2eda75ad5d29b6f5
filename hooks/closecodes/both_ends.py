"""The table behind /both-ends/: every client with every server in every event, measured as a pair or composed.

A result that was measured as a pair stands as it was seen; the others follow from each end alone
(`composition`).  Results that are alike are written once, and the cells are numbers of results, so that all
of it is one small file.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from .composition import HANDSHAKE, KILLED, AtOneEnd, BothEnds, End, Pair, Side, Signal, Step, Told
from .model import ConnectionEvent, Library, PairCell, PairEnd, PairOutcome, Registry
from .model.case import TESTED
from .model.pair import Event
from .model.protocol import BY_SPECIFICATION, EVERY_NUMBER, POLICIES, Policy

Evidence = Literal["pair", "alone"]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The digits of a result's number in `cells`; `table.js` reads them."""

SAME = -1
"""Stands in a step for the code that was closed with."""

NO_CODE = "none"
PROXIES = ("nginx", "haproxy", "apache-httpd", "caddy")
"""The proxies that were run, as ids of `data/libraries/`."""


@dataclass(frozen=True)
class Observed:
    """What a real pair showed; `others` are further outcomes when runs differed."""

    client: Told
    server: Told
    client_text: str = ""
    server_text: str = ""
    seconds: str = ""
    others: tuple[tuple[Told, Told], ...] = ()


class Key(NamedTuple):
    """Which cell of all pairs: an event, the code that is closed with (`none`, a number or empty), and a proxy."""

    event: str
    code: str = ""
    proxy: str = ""

    def __str__(self) -> str:
        return f"{self.event}|{self.code}|{self.proxy}"


class Result(NamedTuple):
    """What both ends see in one cell, and how we know: run as a pair, or composed from each end alone."""

    client: Told
    server: Told
    steps: tuple[Step, ...] = ()
    evidence: Evidence = "alone"
    client_text: str = ""
    server_text: str = ""
    seconds: str = ""
    others: tuple[tuple[Told, Told], ...] = ()


SPEAKERS: dict[Policy, int] = {
    "not-used": 999,
    "specification": 2000,
    "first-come": 3000,
    "private": 4001,
    "undefined": 5000,
}
"""A tested code of each range: what implementations do with it, they do with all that do not speak for themselves."""


def representatives(registry: Registry) -> list[tuple[int, int, str]]:
    """Runs of close codes with the tested code that speaks for each.

    An assigned code below 3000 that was tested speaks for itself, as implementations know such codes one by one.
    """
    own = {code.code for code in registry.codes if code.code in BY_SPECIFICATION and code.code in TESTED}
    firsts = sorted({span.first for span in POLICIES} | own | {number + 1 for number in own})
    lasts = [*(first - 1 for first in firsts[1:]), EVERY_NUMBER.last]
    return [
        (first, last, str(first if first in own else _speaker(first)))
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _speaker(number: int) -> int:
    return next(SPEAKERS[policy] for span, policy in POLICIES.items() if number in span)


def observed(registry: Registry) -> dict[tuple[str, str, Key], Observed]:
    """What real pairs showed, by client, server (empty where none takes part) and cell.

    Variants with a setting of their own are left out; of several HTTP statuses the last speaks for all.
    """
    scripts = {End(m).id for m in registry.measurements if m.role == "client" and m.language == "JavaScript"}
    return {
        (
            cell.client,
            cell.server,
            Key(cell.event, "" if cell.code is None else str(cell.code), cell.proxy or ""),
        ): _observed(cell, cell.client in scripts)
        for run in registry.pairs
        for cell in run.cells
        if cell.setting is None
    }


def _observed(cell: PairCell, says_clean: bool) -> Observed:
    first, *others = cell.outcomes
    return Observed(
        _told(first.client), _told(first.server), _text(first.client, says_clean), _text(first.server), _seconds(first),
        tuple((_told(one.client), _told(one.server)) for one in others),
    )  # fmt: skip


def _told(end: PairEnd) -> Told:
    return end.code.number if end.code.number is not None else end.code.kind  # type: ignore[return-value]


def _text(end: PairEnd, says_clean: bool = False) -> str:
    """What else it shows; only scripts know `wasClean`."""
    clean = {True: "wasClean true", False: "wasClean false"}.get(end.clean, "") if says_clean else ""  # type: ignore[arg-type]
    reason = f"reason “{end.reason}”" if end.reason else ""
    return "; ".join(part for part in (end.refused or end.text or "", reason, clean) if part)


def _seconds(outcome: PairOutcome) -> str:
    times = [end.seconds for end in (outcome.client, outcome.server) if end.seconds]
    return str(max(times)) if times else ""


@dataclass(frozen=True)
class Group:
    """Clients and servers that fare alike, each with each, and what they see."""

    clients: tuple[End, ...]
    servers: tuple[End, ...]
    result: Result


def _alike(values: Sequence[Hashable]) -> list[list[int]]:
    """The places of equal values, the largest group first."""
    groups: dict[Hashable, list[int]] = {}
    for place, value in enumerate(values):
        groups.setdefault(value, []).append(place)
    return sorted(groups.values(), key=lambda group: (-len(group), group))


_last: list[Ends] = []


def ends_of(registry: Registry) -> Ends:
    """What every pair of a registry sees, worked out once for pages, scripts and the API."""
    if not _last or _last[0].registry is not registry:
        _last[:] = [Ends(registry, observed(registry))]
    return _last[0]


class Ends:
    """All clients and servers of the registry, and what every pair of them sees."""

    def __init__(self, registry: Registry, observed: dict[tuple[str, str, Key], Observed]) -> None:
        browsers = {library.id for library in registry.libraries if "browser" in library.roles}
        self.registry, self.observed = registry, observed
        self.codes = representatives(registry)
        self.clients = [End(m) for m in registry.measurements if m.role == "client"]
        self.servers = [End(m) for m in registry.measurements if m.role == "server"]
        self.browsers = {end.id for end in self.clients if end.measurement.library in browsers}
        self._alone = _AtOneEnd(observed)
        self._seen: dict[Key, dict[tuple[str, str], Observed]] = {}
        for (client, server, key), seen in observed.items():
            self._seen.setdefault(key, {})[client, server] = seen
        self._pairs: dict[tuple[str, str], Pair] = {}
        self._results: dict[BothEnds, Result] = {}
        self._cells: dict[Key, list[list[Result]]] = {}
        self._groups: dict[Key, list[Group]] = {}

    def keys(self, event: ConnectionEvent) -> list[Key]:
        """The cells of an event: one for each code that is tried, and for each proxy where it is about one."""
        codes = [NO_CODE, *(code for _, _, code in self.codes)] if event.codes else [""]
        known = {library.id for library in self.registry.libraries}
        proxies = [proxy for proxy in PROXIES if proxy in known] if event.at == "proxy" else [""]
        return [Key(event.id, code, proxy) for code in codes for proxy in proxies]

    def composed(self, client: End, server: End, key: Key) -> BothEnds:
        """What the rule says, from each end alone."""
        code = int(key.code) if key.code.isdigit() else None
        event: Event = key.event  # type: ignore[assignment]  # a rule holds the events of the data to these
        pair = self._pairs.get((client.id, server.id))
        if pair is None:
            pair = Pair(client, server, self._alone_without(client.id, server.id), client.id in self.browsers)
            self._pairs[client.id, server.id] = pair
        return pair.compose(event, code, key.proxy)

    def _alone_without(self, client: str, server: str) -> AtOneEnd:
        return lambda side, end, event: self._alone.told(side, end, event, client if side == "server" else server)

    def result(self, client: End, server: End, key: Key) -> Result:
        """What both see: as it was observed where the pair was run, else as the rule says."""
        rule = self.composed(client, server, key)
        seen = self.seen(client, server, key)
        if seen is None:
            return self._as_result(rule)
        agrees = (rule.client, rule.server) == (seen.client, seen.server)
        steps = rule.steps if agrees else ()  # what travelled was not recorded, and the rule does not explain it
        texts = (seen.client_text, seen.server_text, seen.seconds, seen.others)
        return Result(seen.client, seen.server, steps, "pair", *texts)

    def _as_result(self, rule: BothEnds) -> Result:
        """One object for all that is alike."""
        if rule not in self._results:
            self._results[rule] = Result(rule.client, rule.server, rule.steps)
        return self._results[rule]

    def cells(self, key: Key) -> list[list[Result]]:
        """What every client sees with every server, a list per client."""
        if key not in self._cells:
            self._cells[key] = [[self.result(c, s, key) for s in self.servers] for c in self.clients]
        return self._cells[key]

    def groups(self, key: Key) -> list[Group]:
        """The same with the programs that fare alike together, the largest groups first."""
        if key not in self._groups:
            told = [tuple([(r.client, r.server, r.evidence, r.others) for r in row]) for row in self.cells(key)]
            self._groups[key] = [
                Group(
                    tuple(self.clients[i] for i in rows),
                    tuple(self.servers[i] for i in columns),
                    self.cells(key)[rows[0]][columns[0]],
                )
                for rows in _alike(told)
                for columns in _alike(told[rows[0]])
            ]
        return self._groups[key]

    def seen(self, client: End, server: End, key: Key) -> Observed | None:
        """What was seen when the pair was run, or None when it was not."""
        cells = self._seen.get(key)
        return (cells.get((client.id, server.id)) or cells.get((client.id, ""))) if cells else None


class _AtOneEnd:
    """What each end was told in events that it alone decides, such as a refused handshake, by its partner."""

    def __init__(self, observed: dict[tuple[str, str, Key], Observed]) -> None:
        self._told: dict[tuple[Side, str, str], dict[str, Told]] = {}
        for (client, server, key), seen in observed.items():
            if not key.proxy and not seen.others:
                self._told.setdefault(("client", client, key.event), {})[server] = seen.client
                self._told.setdefault(("server", server, key.event), {})[client] = seen.server

    def told(self, side: Side, end: str, event: Event, partner: str) -> Told:
        """What it was told with every other partner; `unknown` when nobody looked or they differ."""
        with_others = {told for other, told in self._told.get((side, end, event), {}).items() if other != partner}
        return with_others.pop() if len(with_others) == 1 else "unknown"


@dataclass(frozen=True)
class Agreement:
    """How the rule compares with real pairs, counted in ends of cells; races are left out."""

    ends: int
    decided: int
    right: int

    @property
    def decides(self) -> float:
        """The share of ends that the rule decides."""
        return self.decided / self.ends if self.ends else 0.0

    @property
    def agrees(self) -> float:
        """The share of the decided ends that are as observed."""
        return self.right / self.decided if self.decided else 0.0


def differences(ends: Ends) -> Iterator[tuple[str, str, Key, Side, Told, Told]]:
    """Each end of each observed cell: client, server, key, side, what the rule says and what was seen."""
    clients, servers = {end.id: end for end in ends.clients}, {end.id: end for end in ends.servers}
    for (client, server, key), seen in ends.observed.items():
        if client not in clients or server not in servers or seen.others:
            continue
        rule = ends.composed(clients[client], servers[server], key)
        yield client, server, key, "client", rule.client, seen.client
        yield client, server, key, "server", rule.server, seen.server


def agreement(ends: Ends) -> Agreement:
    """The rule against every real pair, each predicted without its own runs."""
    rows = [(rule, seen) for *_, rule, seen in differences(ends)]
    decided = [(rule, seen) for rule, seen in rows if rule != "unknown"]
    return Agreement(len(rows), len(decided), sum(rule == seen for rule, seen in decided))


def table(ends: Ends) -> dict[str, Any]:
    """The value of `both-ends.json`, which the page's scripts read (docs/scripts/both-ends/types.js)."""
    numbers: dict[Result, int] = {}
    keys = [key for event in ends.registry.events for key in ends.keys(event)]
    cells = {str(key): _rows(ends.cells(key), key, numbers) for key in keys}
    measured: dict[str, dict[str, int]] = {}
    clients, servers = {end.id: end for end in ends.clients}, {end.id: end for end in ends.servers}
    for client, server, key in ends.observed:
        if key.proxy and server in servers:
            result = ends.result(clients[client], servers[server], key)
            measured.setdefault(str(key), {})[f"{client}|{server}"] = numbers.setdefault(result, len(numbers))
    return {
        "clients": [_program(ends, end) for end in ends.clients],
        "servers": [_program(ends, end) for end in ends.servers],
        "proxies": [_proxy(ends.registry, library) for library in ends.registry.libraries if library.id in PROXIES],
        "events": [_event(event) for event in ends.registry.events],
        "codes": ends.codes,
        "results": [_plain(result) for result in numbers],
        "cells": cells,
        "measured": measured,
    }


def _rows(cells: list[list[Result]], key: Key, numbers: dict[Result, int]) -> list[str]:
    known: dict[int, str] = {}  # by identity, which is cheap
    for result in itertools.chain.from_iterable(cells):
        if id(result) not in known:
            known[id(result)] = _number(result, key, numbers)
    return ["".join(known[id(result)] for result in row) for row in cells]


def _number(result: Result, key: Key, numbers: dict[Result, int]) -> str:
    coded = _as_same(result, key.code)
    return _digits(numbers.setdefault(coded, len(numbers)))


def _digits(number: int) -> str:
    high, low = divmod(number, len(DIGITS))
    return DIGITS[high] + DIGITS[low]


def _as_same(result: Result, code: str) -> Result:
    """The result with `same` for the code that was closed with, since it speaks for other codes, too."""
    if not code.isdigit():
        return result
    number = int(code)
    client, server = ("same" if told == number else told for told in (result.client, result.server))
    steps = tuple(
        Step(s.source, Signal("close", SAME) if s.signal == Signal("close", number) else s.signal) for s in result.steps
    )
    return result._replace(client=client, server=server, steps=steps)  # type: ignore[arg-type]


def _program(ends: Ends, end: End) -> dict[str, Any]:
    m = end.measurement
    library = next((one for one in ends.registry.libraries if one.id == m.library), None)
    pings = library.pings if library and library.pings and m.role in library.pings.roles else None
    return {
        "id": end.id, "name": m.name, "version": m.version, "library": m.library,
        "browser": m.role == "client" and end.id in ends.browsers,
        "pings": {"every": pings.every, "setting": pings.setting} if pings and pings.default_on else None,
    }  # fmt: skip


def _proxy(registry: Registry, library: Library) -> dict[str, Any]:
    logs = {
        event.id: [message.text for message in library.messages if message.event == event.log_event]
        for event in registry.events
        if event.log_event
    }
    timer = library.idle_timer
    return {
        "id": library.id, "name": library.name, "version": "", "library": library.id, "browser": False, "logs": logs,
        "idle": timer and {"after": timer.after, "setting": timer.setting},
    }  # fmt: skip


def _event(event: ConnectionEvent) -> dict[str, Any]:
    return {
        "id": event.id, "label": event.label, "happens": event.happens, "check": event.check,
        "fix": dict(event.fix.sides), "at": event.at, "codes": event.codes, "browser": event.browser, "later": event.later,
        "cause": event.cause, "ends": KILLED.get(event.id),  # type: ignore[call-overload]  # any text may be asked for
        "opens": event.id not in HANDSHAKE,
    }  # fmt: skip


def _plain(result: Result) -> dict[str, Any]:
    return {
        "client": result.client, "server": result.server,
        "steps": [[step.source, _signal_words(step.signal)] for step in result.steps],
        "evidence": result.evidence, "clientText": result.client_text, "serverText": result.server_text,
        "seconds": result.seconds, "others": [f"{client} | {server}" for client, server in result.others],
    }  # fmt: skip


def _signal_words(signal: Signal) -> str:
    if signal.code == SAME:
        return f"{signal.kind} same"
    return signal.kind if signal.code is None else f"{signal.kind} {signal.code}"
