"""A run of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..shape import InvalidValue

_SPAN = re.compile(r"(0|[1-9]\d*)-(0|[1-9]\d*)\Z")


@dataclass(frozen=True, order=True)
class Span:
    """All whole numbers from `first` to `last`, both included: `4000-4099` or `1000` in YAML."""

    first: int
    last: int

    @classmethod
    def parse(cls, raw: object) -> Span:
        """Read `4000-4099` or a single number; raises `InvalidValue` for anything else."""
        if type(raw) is int and raw >= 0:
            return cls(raw, raw)
        match = _SPAN.match(raw) if isinstance(raw, str) else None
        if not match or int(match[1]) > int(match[2]):
            raise InvalidValue("write a number or a span such as 4000-4099")
        return cls(int(match[1]), int(match[2]))

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
