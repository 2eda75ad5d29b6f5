"""Services and their numbers as the lookup index holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model import Registry, Service
from ..text import plain

ROWS_OF_A_PART = 150
"""A part of the rows is full from here on; a service stands in one part as a whole."""


def verdicts(registry: Registry) -> dict[str, str]:
    """How to say a reconnect verdict in a list of results, by its tag."""
    return {t.tag: f"reconnect: {t.label[0].lower()}{t.label[1:]}" for t in registry.terms if t.group == "verdict"}


def known(services: Sequence[Service]) -> list[dict[str, Any]]:
    """The widely met services, which the first answer knows: names, numbers, bands, and the part with their rows."""
    return _entries(services)[: sum(map(_is_widely_met, services))]


def others(services: Sequence[Service]) -> list[dict[str, Any]]:
    """The services that come behind them in the index, when a query may mean one."""
    return _entries(services)[sum(map(_is_widely_met, services)) :]


def _is_widely_met(service: Service) -> bool:
    return service.met in ("everywhere", "often")


def ordered(services: Sequence[Service]) -> list[Service]:
    """The services in the order of the index: a place in it is a place in this list."""
    return sorted(services, key=lambda service: not _is_widely_met(service))


def _entries(services: Sequence[Service]) -> list[dict[str, Any]]:
    return [
        {
            "i": service.id,
            "t": service.name,
            "a": list(service.aliases),
            "n": sorted({code.code for code in service.codes}),
            "b": [[b.span.first, b.span.last, plain(b.name), b.reconnect] for b in service.bands],
            "p": part,
        }
        for service, part in zip(ordered(services), _parts(services), strict=True)
    ]


def parts(services: Sequence[Service]) -> list[dict[str, Any]]:
    """What services mean by their numbers, cut into parts: place of the service → [number, name, meaning, verdict]."""
    found: list[dict[str, Any]] = []
    for place, (service, part) in enumerate(zip(ordered(services), _parts(services), strict=True)):
        if part == len(found):
            found.append({})
        found[part][str(place)] = [[c.code, plain(c.name or ""), plain(c.meaning), c.reconnect] for c in service.codes]
    return found


def _parts(services: Sequence[Service]) -> Iterator[int]:
    """The part of each service, in the order of the index; none has rows of both the widely met and the others."""
    part = rows = 0
    widely = True
    for service in ordered(services):
        if rows and (rows + len(service.codes) > ROWS_OF_A_PART or _is_widely_met(service) != widely):
            part, rows = part + 1, 0
        widely = _is_widely_met(service)
        rows += len(service.codes)
        yield part
