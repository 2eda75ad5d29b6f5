"""The table behind /both-ends/: every client with every server in every event, measured as a pair or composed.

A result that was measured as a pair stands as it was seen; the others follow from each end alone
(`composition`).  Results that are alike are written once, and the cells are numbers of results, so that all
of it is one small file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from .composition import AtOneEnd, BothEnds, End, Event, Pair, Side, Told
from .model import ConnectionEvent, Registry
from .model.case import TESTED

Evidence = Literal["pair", "alone"]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The digits of a result's number in `cells`; `table.js` reads them."""

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


@dataclass(frozen=True)
class Key:
    """Which cell of all pairs: an event, the code that is closed with (`none`, a number or empty), and a proxy."""

    event: str
    code: str = ""
    proxy: str = ""

    def __str__(self) -> str:
        return f"{self.event}|{self.code}|{self.proxy}"


@dataclass
class _Results:
    """The distinct results, each with its number."""

    numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def number(self, *result: Any) -> int:
        return self.numbers.setdefault(result, len(self.numbers))


def representatives() -> list[tuple[int, int, str]]:
    """Runs of close codes with the code that speaks for each: what implementations do with it, they do with all.

    An assigned code below 3000 speaks for itself, 3000 for 3000-3999, 4001 for 4000-4999, and 999, 2000 and
    5000 for what no one may send.  All of them were measured.
    """
    single = [code for code in TESTED if 1000 <= code <= 1015]
    runs = [(0, 999, 999), *((code, code, code) for code in single), (1016, 2999, 2000)]
    runs += [(3000, 3999, 3000), (4000, 4999, 4001), (5000, 65535, 5000)]
    return [(first, last, str(code)) for first, last, code in runs]


class Ends:
    """All clients and servers of the registry, and what every pair of them sees."""

    def __init__(self, registry: Registry, observed: dict[tuple[str, str, Key], Observed]) -> None:
        browsers = {library.id for library in registry.libraries if "browser" in library.roles}
        self.registry, self.observed = registry, observed
        self.clients = [End(m) for m in registry.measurements if m.role == "client"]
        self.servers = [End(m) for m in registry.measurements if m.role == "server"]
        self.browsers = {end.id for end in self.clients if end.measurement.library in browsers}
        self._alone = _AtOneEnd(observed)

    def keys(self, event: ConnectionEvent) -> list[Key]:
        """The cells of an event: one for each code that is tried, and for each proxy where it is about one."""
        codes = [NO_CODE, *(code for _, _, code in representatives())] if event.codes else [""]
        proxies = PROXIES if event.at == "proxy" else ("",)
        return [Key(event.id, code, proxy) for code in codes for proxy in proxies]

    def composed(self, client: End, server: End, key: Key) -> BothEnds:
        """What the rule says, from each end alone."""
        code = int(key.code) if key.code.isdigit() else None
        event: Event = key.event  # type: ignore[assignment]  # a rule holds the events of the data to these
        pair = Pair(client, server, self._alone_without(client.id, server.id), client.id in self.browsers)
        return pair.compose(event, code, key.proxy)

    def _alone_without(self, client: str, server: str) -> AtOneEnd:
        return lambda side, end, event: self._alone.told(side, end, event, client if side == "server" else server)

    def seen(self, client: End, server: End, key: Key) -> Observed | None:
        """What was seen when the pair was run, or None when it was not."""
        return self.observed.get((client.id, server.id, key)) or self.observed.get((client.id, "", key))


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
