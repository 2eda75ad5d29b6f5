"""The files of `/api/v1/` keep to their schemas, say what the data says, and keep their keys."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from closecodes.exports.entries import VERSION
from closecodes.model import Registry
from closecodes.model.scalars import Name, Prose
from support.exporting import SITE, exported, keys, schema_of, strict

KEYS = Path(__file__).parents[1] / "api-keys.txt"


@pytest.fixture(scope="module")
def files(registry: Registry) -> dict[str, str]:
    """Everything that is exported."""
    return exported(registry)


@pytest.fixture(scope="module")
def data(files: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The JSON files below `/api/v1/` that are no schemas."""
    return {
        path.removeprefix("api/v1/"): json.loads(text)
        for path, text in files.items()
        if path.startswith("api/v1/") and path.endswith(".json") and "/schemas/" not in path
    }


def test_every_number_with_a_page_has_a_file(data: dict[str, dict[str, Any]], registry: Registry) -> None:
    numbers = {int(path.removeprefix("codes/").removesuffix(".json")) for path in data if path.startswith("codes/")}
    assert numbers == {*registry.code_by_number, *registry.uses_by_number}


def test_every_file_keeps_to_its_schema(files: dict[str, str], data: dict[str, dict[str, Any]]) -> None:
    assert len(data) > 100
    for path, value in data.items():
        schema = strict(schema_of(files, path))
        Draft202012Validator.check_schema(schema)
        errors = [f"{path}: {e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(value)]
        assert errors == []


def test_schemas_reject_what_is_wrong(files: dict[str, str], data: dict[str, dict[str, Any]]) -> None:
    """Else a schema that allows everything would pass."""
    validator = Draft202012Validator(schema_of(files, "codes/1006.json"))
    good = data["codes/1006.json"]
    mistakes: list[dict[str, Any]] = [{"code": "1006"}, {"assigned": {}}, {"services": None}, {"sendable": 0}]
    for wrong in mistakes:
        assert not validator.is_valid({**good, **wrong}), wrong
    assert not validator.is_valid({key: value for key, value in good.items() if key != "range"})
    assert validator.is_valid({**good, "added_later": 1}), "later keys must not break readers that validate"


def test_codes_are_those_of_the_registry(data: dict[str, dict[str, Any]], registry: Registry) -> None:
    shown = {entry["code"]: entry for entry in data["codes.json"]["codes"]}
    assert list(shown) == [code.code for code in registry.codes]
    for code in registry.codes:
        entry = shown[code.code]
        assert (entry["name"], entry["short_name"], entry["sendable"]) == (code.name, code.title, code.sendable)
        assert entry["summary"] == code.summary
        assert [cause["cause"] for cause in entry["causes"]] == [cause.cause for cause in code.causes]
        assert entry["verified"] == code.verified.isoformat()
        assert data[f"codes/{code.code}.json"]["assigned"] == entry


def test_a_private_number_lists_every_service_that_uses_it(data: dict[str, dict[str, Any]], registry: Registry) -> None:
    for number, uses in registry.uses_by_number.items():
        entry = data[f"codes/{number}.json"]
        assert [(use["service"], use["meaning"]) for use in entry["services"]] == [(s.id, u.meaning) for s, u in uses]
        assert (entry["assigned"] is None) == (number not in registry.code_by_number)


def test_constants_name_their_library(data: dict[str, dict[str, Any]]) -> None:
    found = {(entry["name"], entry["library"]) for entry in data["codes/1001.json"]["constants"]}
    assert {("websocket.CloseGoingAway", "gorilla"), ("CloseCode.GOING_AWAY", "websockets")} <= found


def test_ranges_cover_everything_once(data: dict[str, dict[str, Any]]) -> None:
    ranges = data["ranges.json"]["ranges"]
    covered = [n for entry in ranges for n in range(entry["span"]["first"], entry["span"]["last"] + 1)]
    assert covered == list(range(65536))
    for entry in ranges:
        blocks = [n for b in entry["unassigned_blocks"] for n in range(b["first"], b["last"] + 1)]
        assert sorted([*blocks, *entry["assigned_codes"]]) == list(
            range(entry["span"]["first"], entry["span"]["last"] + 1)
        )


def test_lists_are_complete(data: dict[str, dict[str, Any]], registry: Registry) -> None:
    assert [entry["id"] for entry in data["services.json"]["services"]] == [s.id for s in registry.services]
    assert [entry["id"] for entry in data["libraries.json"]["libraries"]] == [x.id for x in registry.libraries]
    assert [entry["id"] for entry in data["measurements.json"]["measurements"]] == [m.id for m in registry.measurements]
    assert [entry["id"] for entry in data["changes.json"]["changes"]] == [c.id for c in registry.changes][::-1]


def test_the_index_names_every_kind_of_file(files: dict[str, str], data: dict[str, dict[str, Any]]) -> None:
    listed = {entry["path"] for entry in data["index.json"]["files"]}
    folders = {"codes": "codes/<code>.json", "both-ends": "both-ends/<event>.json"}
    kinds = {folders.get(path.partition("/")[0], path) for path in data} | {"codes.csv"}
    assert listed == kinds
    schemas = {f"api/v1/{entry['schema']}" for entry in data["index.json"]["files"] if entry["schema"]}
    assert schemas == {path for path in files if "/schemas/" in path}
    assert all(json.loads(files[path])["$id"] == SITE + path for path in schemas)


def test_every_file_names_the_version(data: dict[str, dict[str, Any]]) -> None:
    assert {value["version"] for value in data.values()} == {VERSION}


def test_the_table_says_the_same(files: dict[str, str], data: dict[str, dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["api/v1/codes.csv"])))
    entries = data["codes.json"]["codes"]
    assert [(int(row["code"]), row["name"], row["url"]) for row in rows] == [
        (e["code"], e["name"], e["url"]) for e in entries
    ]
    assert [row["reconnect"] for row in rows] == [entry["reconnect"]["verdict"] for entry in entries]
    assert [row["sendable"] for row in rows] == [str(entry["sendable"]).lower() for entry in entries]
    assert all("`" not in row["summary"] and "[" not in row["summary"] for row in rows)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_the_table_is_a_formula(start: str, registry: Registry) -> None:
    hostile = dataclasses.replace(registry.codes[0], name=Name(start), summary=Prose(f"{start}, and so on"))
    files = exported(dataclasses.replace(registry, codes=(hostile, *registry.codes[1:])))
    rows = list(csv.reader(io.StringIO(files["api/v1/codes.csv"])))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert rows[1][1] == f"'{start}"


def test_the_same_registry_gives_the_same_bytes(files: dict[str, str], registry: Registry) -> None:
    assert exported(registry) == files


def test_no_key_was_taken_away(files: dict[str, str]) -> None:
    """Version 1 promises it.  `UPDATE=1` adds new keys to the list; only a version 2 may drop some."""
    schemas = {path: json.loads(text) for path, text in sorted(files.items()) if "/schemas/" in path}
    now = {
        f"{path.rpartition('/')[2].removesuffix('.schema.json')} {key}"
        for path, s in schemas.items()
        for key in keys(s)
    }
    head, *lines = KEYS.read_text("utf-8").splitlines()
    published, version = set(lines), head.removeprefix("# version ")
    if now - published:
        assert version != VERSION, "keys come: raise VERSION in hooks/closecodes/exports/entries.py"
    if os.environ.get("UPDATE"):
        KEYS.write_text("\n".join([f"# version {VERSION}", *sorted(published | now)]) + "\n", "utf-8")
    else:
        assert version == VERSION, "run the tests with UPDATE=1"
    assert published - now == set(), "these keys were published; bring them back"
    assert now - published == set() or os.environ.get("UPDATE"), "run the tests with UPDATE=1 to publish these keys"
