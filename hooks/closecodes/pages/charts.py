"""Numbers for pictures: positions and widths, so that templates only draw."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Band, CodeRange, Registry, Service


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


def collisions(registry: Registry, most: int) -> list[Collision]:
    """The private numbers with the most unrelated users, most first."""
    counted = [
        (
            len({service.family for service, _ in registry.uses_by_number[number]}),
            len(registry.uses_by_number[number]),
            number,
        )
        for number in registry.private_numbers
    ]
    top = sorted(counted, key=lambda row: (-row[0], -row[1], row[2]))[:most]
    most_families = max((families for families, _, _ in top), default=1)
    return [Collision(n, services, families, round(100 * families / most_families, 1)) for families, services, n in top]
