"""What a rule reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ..model import Registry
from ..shape import Origin


class Thing(Protocol):
    """Anything of the model that knows where it was read."""

    @property
    def origin(self) -> Origin: ...


@dataclass(frozen=True)
class Fault:
    """What is wrong with one key of one entry, and what to write instead."""

    thing: Thing
    key: str
    message: str


Rule = Callable[[Registry], Iterator[Fault]]
