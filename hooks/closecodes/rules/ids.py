"""Rules about libraries and services as such: their ids are addresses, their names tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Library, Registry, Service
from ..shape import Problem
from .rule import rule

RESERVED = {"libraries": frozenset({"index", "events", "names", "measured"}), "services": frozenset({"index"})}
"""The pages that stand beside those of the entries; `tests/data/test_ids.py` compares them with what is made."""


@rule
def ids_leave_the_addresses_of_other_pages_free(registry: Registry) -> Iterator[Problem]:
    """`/libraries/names/` is the table of names; a library of that id would take its place."""
    for folder, entries in _folders(registry):
        for entry in entries:
            if entry.id in RESERVED[folder]:
                taken = f"{folder}/{entry.id} is the address of another page; give the file a different name"
                yield entry.origin.problem("", taken)


@rule
def names_of_libraries_and_services_are_given_once(registry: Registry) -> Iterator[Problem]:
    """Two rows of one name in a table tell nobody which is which."""
    for _, entries in _folders(registry):
        owners: dict[str, str] = {}
        for entry in entries:
            owner = owners.setdefault(" ".join(entry.name.casefold().split()), entry.id)
            if owner != entry.id:
                yield entry.origin.problem("name", f"{entry.name!r} is the name of {owner}, too; tell them apart")


def _folders(registry: Registry) -> Iterator[tuple[str, tuple[Library | Service, ...]]]:
    yield "libraries", registry.libraries
    yield "services", registry.services
