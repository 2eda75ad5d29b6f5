"""Files of `data/pairs/`: one for each client, and one for each client and proxy."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import yaml

from .. import writer
from . import folding
from .cell import Cell, Outcome

STORE = Path(__file__).resolve().parents[3] / "data" / "pairs"
METHOD = "real programs on loopback, each cell at least twice; repeated by make measure"


def path_of(client: str, proxy: str = "", store: Path = STORE) -> Path:
    """The file of a client, with a proxy or without."""
    return store / f"{'.'.join(filter(None, (client, proxy)))}.yml"


def document(
    client: str, proxy: str, versions: dict[str, str], left_out: list[dict[str, Any]],
    outcomes: dict[Cell, list[Outcome]],
) -> dict[str, Any]:  # fmt: skip
    """What a file holds.  `versions` are those of `client`, of `proxy`, and of each server by its id."""
    head = {
        "client": client, "version": versions["client"], "proxy": proxy, "proxy_version": versions.get("proxy"),
        "servers": {id: text for id, text in sorted(versions.items()) if id not in ("client", "proxy")},
        "measured": datetime.date.today(), "method": METHOD,
    }  # fmt: skip
    return {key: value for key, value in head.items() if value} | {
        "rows": folding.rows(outcomes), "left_out": left_out,
    }  # fmt: skip


def outcomes_of(stored: dict[str, Any]) -> dict[Cell, list[Outcome]]:
    """The outcomes in a file; empty when there is none."""
    return folding.unfolded(stored["client"], stored.get("proxy", ""), stored["rows"]) if stored else {}


def steady(measured: dict[Cell, list[Outcome]], before: dict[Cell, list[Outcome]]) -> dict[Cell, list[Outcome]]:
    """What was measured, but as it is stored where that says the same: one outcome of a race is as good as another.

    A race that ended in one more way than was known keeps the ways that are stored: two runs do not see them all.
    """
    return {cell: _joined(seen, before.get(cell) or []) for cell, seen in measured.items()}


def _joined(seen: list[Outcome], stored: list[Outcome]) -> list[Outcome]:
    if not is_race(seen, stored):
        return stored if agree(seen, stored) else seen
    known = {outcome.told for outcome in stored}
    return [*stored, *(outcome for outcome in seen if outcome.told not in known)]


def agree(measured: list[Outcome], stored: list[Outcome] | None) -> bool:
    """Whether everything that was seen is among what is stored."""
    known = {outcome.told for outcome in stored or ()}
    return {outcome.told for outcome in measured} <= known


def is_race(measured: list[Outcome], stored: list[Outcome] | None) -> bool:
    """Whether several outcomes were seen, at least one of them as stored: a race with one more end than was known."""
    known = {outcome.told for outcome in stored or ()}
    return len(measured) > 1 and bool({outcome.told for outcome in measured} & known)


def write(path: Path, pairs: dict[str, Any]) -> bool:
    """Write unless only the date would change; says whether it wrote."""
    old = writer.read(path)
    if {**pairs, "measured": None} == {**old, "measured": None}:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(pairs), encoding="utf-8")
    return True


def dump(pairs: dict[str, Any]) -> str:
    """The YAML: one line for each end, list and value."""
    return yaml.dump(
        _shaped(pairs), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9, default_flow_style=False
    )


class _Line(dict[str, Any]):
    """A mapping on one line."""


class _Dumper(yaml.SafeDumper):
    """Lists of plain values and the mappings of ends on one line."""


def _shaped(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        shaped = {name: _shaped(inner, name) for name, inner in value.items()}
        return _Line(shaped) if key in ("client", "server") else shaped
    return [_shaped(item) for item in value] if isinstance(value, list) else value


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.SequenceNode:
    flat = not any(isinstance(item, (dict, list)) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flat)


def _line(dumper: yaml.SafeDumper, value: _Line) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(_Line, _line)
_Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]
