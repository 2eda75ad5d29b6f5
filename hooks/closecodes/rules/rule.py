"""What a rule is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from ..model import Registry
from ..shape import Origin, Problem


class Entry(Protocol):
    """Anything of the model that knows where it was read."""

    @property
    def origin(self) -> Origin: ...


Rule = Callable[[Registry], Iterator[Problem]]

RULES: list[Rule] = []
"""Every function marked with `rule`, in the order of the modules' names."""


def rule(function: Rule) -> Rule:
    """Put a rule in force."""
    RULES.append(function)
    return function
