"""Where to point when something is missing: a file as a whole."""

from __future__ import annotations

from ..model import Registry
from ..shape import Origin


def data_file(registry: Registry, name: str) -> Origin:
    """The file `name` of the folder that the registry was read from, such as `codes/1006.yml`, present or not."""
    return Origin(registry.iana.origin.path.parents[1] / name)
