"""What pages show around a number: its neighbours, its users, its place on the number line."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import CodeRange, Registry, Service, ServiceCode

# How wide each range is drawn: by importance, since by size 92 % of the line would be empty.
_WIDTHS = {"0-999": 12, "1000-2999": 30, "3000-3999": 20, "4000-4999": 24, "5000-65535": 14}


@dataclass(frozen=True)
class Neighbours:
    """The numbers with pages before and after; None at either end."""

    before: int | None
    after: int | None


@dataclass(frozen=True)
class Segment:
    """A range on the number line, in percent of its width."""

    range: CodeRange
    left: float
    width: float


def neighbours(registry: Registry, number: int) -> Neighbours:
    """The nearest numbers with pages: among the assigned codes for one of them, else among all."""
    numbers: list[int] = [c.code for c in registry.codes] if number in registry.code_by_number else registry.numbers
    index = numbers.index(number)
    return Neighbours(
        numbers[index - 1] if index else None,
        numbers[index + 1] if index + 1 < len(numbers) else None,
    )


def uses_by_family(registry: Registry, number: int) -> list[tuple[str, list[tuple[Service, ServiceCode]]]]:
    """The services that use a number, grouped by lineage, those with the most members first."""
    uses = sorted(registry.uses_by_number.get(number, []), key=lambda use: (use[0].family, use[0].id))
    groups = itertools.groupby(uses, key=lambda use: use[0].family)
    listed = [(family, list(group)) for family, group in groups]
    return sorted(listed, key=lambda group: (-len(group[1]), group[0]))


def number_line(registry: Registry) -> list[Segment]:
    """The ranges side by side, in order."""
    total = sum(_WIDTHS.get(code_range.slug, 10) for code_range in registry.ranges)
    segments, left = [], 0.0
    for code_range in registry.ranges:
        width = 100 * _WIDTHS.get(code_range.slug, 10) / total
        segments.append(Segment(code_range, round(left, 2), round(width, 2)))
        left += width
    return segments


def runs(numbers: Iterable[int]) -> str:
    """Numbers in short: consecutive ones joined, such as `4000-4005, 4009`."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in parts)
