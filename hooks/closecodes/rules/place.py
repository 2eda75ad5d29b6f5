"""Where to point when something is missing: a file as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import CloseCode, CodeRange, Registry
from ..shape import Origin


@dataclass(frozen=True)
class DataFile:
    """A file of `data/`, present or not."""

    origin: Origin


def data_file(registry: Registry, name: str) -> DataFile:
    """The file `name` of the folder that the registry was read from, such as `codes/1006.yml`."""
    entries: tuple[CloseCode | CodeRange, ...] = registry.codes or registry.ranges
    some = entries[0]
    depth = 1 if registry.codes else 0
    return DataFile(Origin(some.origin.path.parents[depth] / name))
