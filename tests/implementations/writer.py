"""Files of `data/measured/`: the same measurement gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> dict[str, Any]:
    """A stored measurement as plain values; empty when there is none."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) if path.exists() else {}


def write(path: Path, measurement: dict[str, Any]) -> bool:
    """Write a measurement unless only its date would change; says whether it wrote."""
    old = read(path)
    if {**measurement, "measured": None} == {**old, "measured": None}:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(measurement), encoding="utf-8")
    return True


def dump(measurement: dict[str, Any]) -> str:
    """The YAML of a measurement: one line per value, so that a difference shows where it is."""
    return yaml.dump(
        measurement, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9, default_flow_style=None
    )


class _Dumper(yaml.SafeDumper):
    """Mappings in block style, lists of plain values on one line."""


def _block(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.MappingNode:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    node.flow_style = False
    return node


_Dumper.add_representer(dict, _block)
