"""Rules about the texts themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from .rule import rule


@rule
def causes_tell_some_side_what_to_change(registry: Registry) -> Iterator[Problem]:
    """A cause that nobody can mend helps nobody."""
    for code in registry.codes:
        for i, cause in enumerate(code.causes):
            if not cause.fix.sides:
                yield code.origin.problem(
                    f"causes.{i}.fix", "is empty; write what the client, the server or the proxy can change"
                )


@rule
def ids_of_causes_are_given_once(registry: Registry) -> Iterator[Problem]:
    """A cause's id is part of a permanent address, which leads to one place."""
    for code in registry.codes:
        seen: set[str] = set()
        for i, cause in enumerate(code.causes):
            if cause.id in seen:
                yield code.origin.problem(f"causes.{i}.id", f"{cause.id} is another cause's id; write a new one")
            seen.add(cause.id)


@rule
def every_code_has_its_parts(registry: Registry) -> Iterator[Problem]:
    """A page without meaning, causes, symptoms or history would be a stub."""
    for code in registry.codes:
        for key in ("meaning", "causes", "symptoms", "search", "history"):
            if not getattr(code, key):
                yield code.origin.problem(key, "is empty; write at least one entry")
