"""Rules about the changes that the feed tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from .rule import rule


@rule
def anchors_of_changes_are_given_once(registry: Registry) -> Iterator[Problem]:
    """Feed readers know an entry by its id, and links lead to it."""
    seen: set[str] = set()
    for change in registry.changes:
        if change.id in seen:
            yield change.origin.problem("id", f"{change.id} is taken by another change; write a different one")
        seen.add(change.id)


@rule
def changes_stand_in_order(registry: Registry) -> Iterator[Problem]:
    """RFC 4287, section 4.2.15: each entry of a feed has a date; the oldest comes first in the file."""
    last = ""
    for change in registry.changes:
        if change.day < last:
            yield change.origin.problem("when", f"{change.when} stands after {last}; put the older change first")
        last = change.day


@rule
def changes_name_numbers_with_a_page(registry: Registry) -> Iterator[Problem]:
    """The page links each number that a change names."""
    for change in registry.changes:
        for i, number in enumerate(change.codes):
            if number not in registry.code_by_number and number not in registry.uses_by_number:
                yield change.origin.problem(
                    f"codes.{i}", f"{number} has no page; leave it out or describe the number first"
                )
