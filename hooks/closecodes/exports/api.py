"""The files of `/api/v1/`: data, CSV and schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Citation, Registry
from ..pages import Page
from . import entries as e
from .addresses import Addresses
from .json_schema import Schema, Style
from .json_values import as_json, json_value
from .table import codes_csv
from .values import Values

ROOT = "api/v1/"
LICENCE = "CC0-1.0"

STYLE = Style(leaves={Citation: e.CitedSource}, complete=True)
"""How the API writes values down; a citation comes with its label and address."""

_SHAPES: dict[str, type] = {
    "codes.json": e.CodesFile,
    "codes/<code>.json": e.CodeFile,
    "ranges.json": e.RangesFile,
    "libraries.json": e.LibrariesFile,
    "services.json": e.ServicesFile,
    "measurements.json": e.MeasurementsFile,
    "both-ends/<event>.json": e.BothEndsFile,
    "changes.json": e.ChangesFile,
    "index.json": e.IndexFile,
}


def api(registry: Registry, addresses: Addresses) -> list[Page]:
    """All files of the API, the same for the same registry and address."""
    values = Values(registry, addresses)
    data = [Page(ROOT + path, as_json(json_value(value, values.replace))) for path, value in _values(values)]
    table = Page(f"{ROOT}codes.csv", codes_csv(values.codes().codes))
    return [*data, table, *schemas(addresses)]


def schemas(addresses: Addresses) -> list[Page]:
    """A JSON Schema for each kind of file."""
    return [Page(ROOT + schema_path(path), as_json(_schema(path, addresses))) for path in _SHAPES]


def schema_path(path: str) -> str:
    """Where the schema for a file lies, below `/api/v1/`."""
    name = {"codes/<code>.json": "code.json", "both-ends/<event>.json": "both-ends.json"}.get(path, path)
    return "schemas/" + name.replace(".json", ".schema.json")


def _schema(path: str, addresses: Addresses) -> dict[str, Any]:
    schema = Schema(STYLE)
    return schema.document(schema.object(_SHAPES[path]), id=addresses.file(ROOT + schema_path(path)), title=path)


def _values(values: Values) -> Iterator[tuple[str, Any]]:
    yield "codes.json", values.codes()
    for number in values.numbers():
        yield f"codes/{number.code}.json", number
    yield "ranges.json", values.ranges()
    yield "libraries.json", values.libraries()
    yield "services.json", values.services()
    yield "measurements.json", values.measurements()
    for event in values.both_ends():
        yield f"both-ends/{event.event.id}.json", event
    yield "changes.json", values.changes()
    yield "index.json", _index(values)


def _index(values: Values) -> e.IndexFile:
    described = [
        e.IndexEntry(path=path, schema=schema_path(path), holds=(shape.__doc__ or "").strip())
        for path, shape in _SHAPES.items()
    ]
    table = e.IndexEntry(path="codes.csv", schema=None, holds="The assigned close codes as a table.")
    return e.IndexFile(
        version=e.VERSION,
        site=values.addresses.site_url,
        licence=LICENCE,
        updated=values.registry.updated,
        files=(*described, table),
    )
