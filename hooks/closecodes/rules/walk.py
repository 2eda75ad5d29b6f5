"""Walk through the texts of a model value."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

from ..model import Citation, Registry
from ..shape import Origin
from .fault import Thing

VERBATIM = frozenset({"reason", "messages", "reconnect_snippet", "constants", "local_values"})
"""Fields that pages show letter by letter: code, log texts, reasons.  They hold no markup."""


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text below a value with its dotted key."""
    if isinstance(value, str):
        yield key, value
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Citation, Origin, type)):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name), f"{key}.{field.name}" if key else field.name)
    elif isinstance(value, (tuple, dict)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for name, item in items:
            yield from texts(item, f"{key}.{name}")


def prose(registry: Registry) -> Iterator[tuple[Thing, str, str]]:
    """Each text that may hold the inline markup, with its entry and key."""
    worded = (registry.codes, registry.ranges, registry.terms, registry.services, registry.libraries, registry.changes)
    for thing in itertools.chain.from_iterable(worded):
        for key, text in texts(thing):
            if not VERBATIM.intersection(key.split(".")):
                yield thing, key, text
