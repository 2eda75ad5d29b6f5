"""Numbers for pictures: positions and widths, so that templates only draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Band, CodeRange, Registry, Service, ServiceCode, Span


@dataclass(frozen=True)
class BandBar:
    """A band of a service as a bar: offset and width in thousandths of the range."""

    band: Band
    x: float
    width: float


@dataclass(frozen=True)
class BandRow:
    """All bands of one service that lie in a range."""

    service: Service
    bars: tuple[BandBar, ...]


@dataclass(frozen=True)
class HundredRow:
    """Which hundreds of 4000-4999 are used, the first of them first, and the services that use just these."""

    used: tuple[bool, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True)
class Collision:
    """A number with the services that use it; copies of one protocol count as one family."""

    number: int
    services: int
    families: int
    share: float


def band_rows(registry: Registry, code_range: CodeRange) -> list[BandRow]:
    """The services that give runs of numbers in a range a common meaning."""
    rows = [BandRow(service, _bars(service, code_range)) for service in registry.services]
    return [row for row in rows if row.bars]


def _bars(service: Service, code_range: CodeRange) -> tuple[BandBar, ...]:
    scale = 1000 / len(code_range.span)
    return tuple(
        BandBar(band, round((band.span.first - code_range.span.first) * scale, 1), round(len(band.span) * scale, 1))
        for band in service.bands
        if band.span.first in code_range.span and band.span.last in code_range.span
    )


def hundred_rows(services: Sequence[Service]) -> list[HundredRow]:
    """The services that send numbers from 4000 to 4999, those with the same hundreds in one row."""
    alike: dict[tuple[bool, ...], list[Service]] = {}
    for service in services:
        alike.setdefault(tuple(_uses_hundred(service, 4000 + 100 * i) for i in range(10)), []).append(service)
    rows = [HundredRow(used, tuple(members)) for used, members in alike.items() if any(used)]
    return sorted(rows, key=lambda row: row.used, reverse=True)


def _uses_hundred(service: Service, first: int) -> bool:
    rows: tuple[ServiceCode | Band, ...] = (*service.codes, *service.bands)
    spans = (Span(row.code, row.code) if isinstance(row, ServiceCode) else row.span for row in rows if _travels(row))
    return any(span.first < first + 100 and first <= span.last for span in spans)


def _travels(row: ServiceCode | Band) -> bool:
    return row.carried == "close-frame"


def collisions(registry: Registry, most: int) -> list[Collision]:
    """The private numbers with the most unrelated users, most first."""
    counted = [
        (
            len({service.family for service, _ in registry.uses_by_number[number]}),
            len({service.id for service, _ in registry.uses_by_number[number]}),
            number,
        )
        for number in registry.private_numbers
    ]
    top = sorted(counted, key=lambda row: (-row[0], -row[1], row[2]))[:most]
    most_families = max((families for families, _, _ in top), default=1)
    return [Collision(n, services, families, round(100 * families / most_families, 1)) for families, services, n in top]
