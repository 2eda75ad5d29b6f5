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


def entries(services: Sequence[Service]) -> list[dict[str, Any]]:
    """The services with their names, numbers and bands, and the part in which their rows stand."""
    return [
        {
            "i": service.id,
            "t": service.name,
            "a": list(service.aliases),
            "n": sorted({code.code for code in service.codes}),
            "b": [[b.span.first, b.span.last, plain(b.name), b.reconnect] for b in service.bands],
            "p": part,
        }
        for service, part in zip(services, _parts(services), strict=True)
    ]


def parts(services: Sequence[Service]) -> list[dict[str, Any]]:
    """What services mean by their numbers, cut into parts: place of the service → [number, name, meaning, verdict]."""
    found: list[dict[str, Any]] = []
    for place, (service, part) in enumerate(zip(services, _parts(services), strict=True)):
        if part == len(found):
            found.append({})
        found[part][str(place)] = [[c.code, plain(c.name or ""), plain(c.meaning), c.reconnect] for c in service.codes]
    return found


def _parts(services: Sequence[Service]) -> Iterator[int]:
    """The part of each service, in their order."""
    part = rows = 0
    for service in services:
        if rows and rows + len(service.codes) > ROWS_OF_A_PART:
            part, rows = part + 1, 0
        rows += len(service.codes)
        yield part
