"""Rules about links between pages and to the world."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from ..text import linked_numbers
from .rule import Entry, rule
from .walk import prose


@rule
def see_also_names_another_code_once(registry: Registry) -> Iterator[Problem]:
    """A code is confused with assigned codes other than itself."""
    for code in registry.codes:
        seen = {code.code}
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
    named = {code.code: {other.code for other in code.see_also} for code in registry.codes}
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


@rule
def addresses_are_https(registry: Registry) -> Iterator[Problem]:
    """A link never leads to a script or to a page that can be changed on the way; `site:` is this site."""
    for thing, key, address in _addresses(registry):
        if not address.startswith("https://") or " " in address:
            yield thing.origin.problem(
                key, f"{address[:60]!r} is no https address; write one that begins with https://"
            )


def _addresses(registry: Registry) -> Iterator[tuple[Entry, str, str]]:
    for reference in registry.references:
        for key, address in (("url", reference.url), ("section_url", reference.section_url)):
            if address is not None and not address.startswith("site:"):
                yield reference, key, address
    for library in registry.libraries:
        yield library, "homepage", library.homepage
        for i, address in enumerate(library.sources):
            if "://" in address:
                yield library, f"sources.{i}", address
    for service in registry.services:
        yield service, "homepage", service.homepage
        yield service, "source.url", service.source.url
