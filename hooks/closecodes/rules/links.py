"""Rules about links between pages and to the world."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from ..text import linked_numbers
from .rule import rule
from .walk import prose


@rule
def see_also_names_another_code_once(registry: Registry) -> Iterator[Problem]:
    """A code is confused with assigned codes other than itself."""
    for code in registry.codes:
        seen: set[int] = {code.code}
        for i, other in enumerate(code.see_also):
            if other.code not in registry.code_by_number:
                yield code.origin.problem(
                    f"see_also.{i}.code", f"{other.code} is not an assigned code; name one that has a file"
                )
            elif other.code in seen:
                yield code.origin.problem(
                    f"see_also.{i}.code", f"{other.code} stands here already or is the code itself; remove it"
                )
            seen.add(other.code)


@rule
def see_also_links_are_mutual(registry: Registry) -> Iterator[Problem]:
    """Who comes from either side of a confusion finds the other."""
    named: dict[int, set[int]] = {code.code: {other.code for other in code.see_also} for code in registry.codes}
    for code in registry.codes:
        for i, other in enumerate(code.see_also):
            if other.code in named and code.code not in named[other.code]:
                yield code.origin.problem(
                    f"see_also.{i}.code",
                    f"{other.code} does not name {code.code} in return; add it to codes/{other.code}.yml",
                )


@rule
def linked_numbers_have_a_page(registry: Registry) -> Iterator[Problem]:
    """`[1006]` in a text becomes a link to the page of an assigned code or of a number that a service uses."""
    for thing, key, text in prose(registry):
        for number in linked_numbers(text):
            if number not in registry.code_by_number and number not in registry.uses_by_number:
                yield thing.origin.problem(
                    key, f"[{number}] links to a number without a page; write {number} without brackets"
                )
