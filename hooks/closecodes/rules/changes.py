"""Rules about the changes that the feed tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from .dates import is_date
from .rule import rule

_ANCHOR = re.compile(r"[a-z][a-z0-9-]*\Z")


@rule
def changes_have_an_anchor_of_their_own(registry: Registry) -> Iterator[Problem]:
    """Feed readers know an entry by its id, and links lead to it."""
    seen: set[str] = set()
    for change in registry.changes:
        if not _ANCHOR.match(change.id):
            yield change.origin.problem("id", f"{change.id!r} is no anchor; write small letters, digits and hyphens")
        if change.id in seen:
            yield change.origin.problem("id", f"{change.id} is taken by another change; write a different one")
        seen.add(change.id)


@rule
def changes_tell_when_and_stand_in_order(registry: Registry) -> Iterator[Problem]:
    """RFC 4287, section 4.2.15: each entry of a feed has a date; the oldest comes first in the file."""
    last = ""
    for change in registry.changes:
        if not is_date(change.when):
            yield change.origin.problem("when", f"{change.when!r} is no date; write 2011, 2011-12 or 2011-12-11")
        elif change.day < last:
            yield change.origin.problem("when", f"{change.when} stands after {last}; put the older change first")
        last = change.day if is_date(change.when) else last


@rule
def changes_name_numbers_with_a_page(registry: Registry) -> Iterator[Problem]:
    """The page links each number that a change names."""
    for change in registry.changes:
        for i, number in enumerate(change.codes):
            if number not in registry.code_by_number and number not in registry.uses_by_number:
                yield change.origin.problem(
                    f"codes.{i}", f"{number} has no page; leave it out or describe the number first"
                )
