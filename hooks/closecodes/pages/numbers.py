"""What pages show around a number: its neighbours, its users, its place on the number line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from ..model import CodeRange, Registry, Service, ServiceCode
from ..model.service import Met, ServiceKind

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


Use = tuple[Service, ServiceCode]
"""A service with a row of its file."""


@dataclass(frozen=True)
class UseGroup:
    """Rows that stand together below a heading; None where there is no other group."""

    heading: str | None
    uses: tuple[Use, ...]


def neighbours(registry: Registry, number: int) -> Neighbours:
    """The nearest numbers with pages: among the assigned codes for one of them, else among all."""
    numbers: list[int] = [c.code for c in registry.codes] if number in registry.code_by_number else registry.numbers
    index = numbers.index(number)
    return Neighbours(
        numbers[index - 1] if index else None,
        numbers[index + 1] if index + 1 < len(numbers) else None,
    )


def uses_in_groups(registry: Registry, number: int) -> list[UseGroup]:
    """The services that use a number: relatives together, the widely met first, retired and local ones last.

    A single group has no heading, and relatives are a group only where two of them use the number.
    """
    uses = registry.uses_by_number.get(number, [])
    current = [use for use in uses if not (use[1].retired or use[1].carried == "local")]
    families: dict[str | None, list[Use]] = {}
    for use in current:
        families.setdefault(use[0].relatives, []).append(use)
    alone = families.pop(None, [])
    for family in [family for family, members in families.items() if len({s.id for s, _ in members}) < 2]:
        alone += families.pop(family)
    related = [(registry.term["relatives", str(family)].label, members) for family, members in families.items()]
    related.sort(key=lambda group: (min(map(_rank, group[1])), group[0].casefold()))
    late = [use for use in uses if use not in current]
    groups = [*related, ("Others" if related else "In use", alone), ("No longer sent, or never on the wire", late)]
    shown = [UseGroup(heading, tuple(sorted(members, key=_rank))) for heading, members in groups if members]
    return shown if len(shown) > 1 else [UseGroup(None, group.uses) for group in shown]


def _rank(use: Use) -> tuple[int, str, int]:
    service, code = use
    return get_args(Met).index(service.met), service.name.casefold(), code.code


def services_by_kind(services: Sequence[Service]) -> list[tuple[str, list[Service]]]:
    """The services of each kind, by name: who looks for one knows what it is called."""
    by_name = sorted(services, key=lambda s: s.name.casefold())
    kinds = [(kind, [s for s in by_name if s.kind == kind]) for kind in get_args(ServiceKind)]
    return [(kind, members) for kind, members in kinds if members]


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
