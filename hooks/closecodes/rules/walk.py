"""Walk through the texts of a model value."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Iterable, Iterator

from ..model import Citation, Registry
from ..model.scalars import Prose
from ..shape import Origin
from .rule import Entry


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text below a value with its dotted key."""
    if isinstance(value, str):
        yield key, value
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Citation, Origin, type)):
        for name in _names(type(value)):
            yield from texts(getattr(value, name), f"{key}.{name}" if key else name)
    elif isinstance(value, (tuple, dict)):
        items: Iterable[tuple[object, object]] = value.items() if isinstance(value, dict) else enumerate(value)
        for place, item in items:
            yield from texts(item, f"{key}.{place}")


@functools.cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls))


def prose(registry: Registry) -> Iterator[tuple[Entry, str, str]]:
    """Each text that may hold the inline markup, with its entry and key."""
    worded = (
        registry.codes,
        registry.ranges,
        registry.terms,
        registry.services,
        registry.libraries,
        registry.changes,
        registry.events,
    )
    things: Iterable[Entry] = itertools.chain.from_iterable(worded)
    for thing in things:
        for key, text in texts(thing):
            if isinstance(text, Prose):
                yield thing, key, text
