"""A run of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from ..shape import InvalidValue

_SPAN = re.compile(r"(0|[1-9]\d{0,9})-(0|[1-9]\d{0,9})\Z")


@dataclass(frozen=True, order=True)
class Span:
    """All whole numbers from `first` to `last`, both included: `4000-4099` or `1000` in YAML."""

    LIMIT: ClassVar[int] = 65535

    first: int
    last: int

    @classmethod
    def parse(cls, raw: object) -> Self:
        """Read `4000-4099` or a single number; raises `InvalidValue` for anything else."""
        if type(raw) is int and 0 <= raw <= cls.LIMIT:
            return cls(raw, raw)
        match = _SPAN.match(raw) if isinstance(raw, str) else None
        if not match or not int(match[1]) <= int(match[2]) <= cls.LIMIT:
            raise InvalidValue(f"write a number or a span such as 4000-4099, up to {cls.LIMIT}")
        return cls(int(match[1]), int(match[2]))

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class TestedSpan(Span):
    """A span of a measurement, where also numbers were tried that do not fit in two bytes."""

    LIMIT = 66536
    __test__ = False  # its name begins like those that pytest collects
