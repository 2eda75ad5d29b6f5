"""The schemas for editors are those of the model, fit all data, and object where the loader objects."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from closecodes.exports.json_values import as_json
from closecodes.source import Problems
from support.data_folder import DataFolder
from yaml_schema import KINDS, ROOTS, yaml_schema

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"


class Json(yaml.CSafeLoader):
    """YAML as editors see it: dates are texts."""


Json.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    """A YAML file as JSON has it: every key a text."""
    return json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Json)))


def kind_of(path: Path, data: Path) -> str:
    """The kind of a data file, which is the name of its schema."""
    return KINDS.get(path.parent.name, path.stem) if path.parent != data else path.stem


def data_files(data: Path) -> Iterator[Path]:
    yield from sorted(data.rglob("*.yml"))


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("kind", ROOTS)
def test_the_schema_is_fresh(kind: str) -> None:
    path, wanted = SCHEMAS / f"{kind}.schema.json", as_json(yaml_schema(kind))
    if os.environ.get("UPDATE"):
        SCHEMAS.mkdir(exist_ok=True)
        path.write_text(wanted, "utf-8")
    assert path.read_text("utf-8") == wanted, "the model changed: run the tests with UPDATE=1"


def test_there_is_no_other_schema() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{kind}.schema.json" for kind in ROOTS}


@pytest.mark.parametrize("kind", ROOTS)
def test_the_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(yaml_schema(kind))


def test_all_data_fits() -> None:
    validators = {kind: validator(kind) for kind in ROOTS}
    files = list(data_files(ROOT / "data"))
    assert len(files) > 190
    for path in files:
        errors = validators[kind_of(path, ROOT / "data")].iter_errors(read(path))
        assert [f"{path.name}: {error.json_path}: {error.message[:200]}" for error in errors] == []


def test_data_files_name_their_schema() -> None:
    """By that line editors find it; `UPDATE=1` writes it.  Measurements come from the harness, not from editors."""
    data = ROOT / "data"
    for path in data_files(data):
        if path.parent.name in ("measured", "pairs"):
            continue
        schema = f"{'../' * len(path.relative_to(ROOT).parent.parts)}schemas/{kind_of(path, data)}.schema.json"
        line = f"# yaml-language-server: $schema={schema}\n"
        text = path.read_text("utf-8")
        if os.environ.get("UPDATE") and not text.startswith(line):
            path.write_text(line + text, "utf-8")
        assert path.read_text("utf-8").startswith(line), f"{path.name}: run the tests with UPDATE=1"
        assert (path.parent / schema).is_file()


MISTAKES: list[tuple[str, str, object]] = [
    ("codes/1006.yml", "sumary", "A key that does not exist"),
    ("codes/1006.yml", "status", "forbidden"),
    ("codes/1006.yml", "sendable", True),
    ("codes/1006.yml", "code", "1006"),
    ("codes/1006.yml", "summary", "  "),
    ("codes/1006.yml", "reconnect.verdict", "maybe"),
    ("codes/1006.yml", "meaning.0.cite", "rfc6455 7.4.1"),
    ("codes/1006.yml", "meaning.0.cite", [7.4]),
    ("codes/1006.yml", "verified", "yesterday"),
    ("services/bee.yml", "codes.0.reconnect", "now!"),
    ("services/bee.yml", "bands.0.span", "4000 to 4099"),
    ("services/bee.yml", "id", "bee"),
    ("libraries/ant.yml", "sends.allowed", ["1000..1003"]),
    ("libraries/ant.yml", "roles", ["waiter"]),
    ("libraries/ant.yml", "constants", {"going away": "GOING_AWAY"}),
    ("measured/ant-1.0-client.yml", "role", "both"),
    ("measured/ant-1.0-client.yml", "send", [{"codes": [1000], "wire": "gone"}]),
    ("measured/ant-1.0-client.yml", "send", [{"cases": ["no-such-case"]}]),
    ("ranges.yml", "0.policy", "private"),
    ("snippets.yml", "0.language", "cobol"),
    ("references.yml", "rfc6455.link", "https://example.org"),
    ("terms.yml", "status.registered.label", 5),
    ("changes.yml", "0.when", 2011),
]


@pytest.mark.parametrize(("name", "key", "value"), MISTAKES, ids=[f"{name}-{key}" for name, key, _ in MISTAKES])
def test_schema_and_loader_object_to_the_same(name: str, key: str, value: object, data: DataFolder) -> None:
    schema = validator(kind_of(data.path(name), data.folder))
    assert schema.is_valid(read(data.path(name))), "the file was to be good before"
    data.set(name, key, value)
    assert not schema.is_valid(read(data.path(name)))
    with pytest.raises(Problems):
        data.read()


REQUIRED = [("codes/1006.yml", "summary"), ("services/bee.yml", "source"), ("libraries/ant.yml", "version")]


@pytest.mark.parametrize(("name", "key"), REQUIRED)
def test_schema_and_loader_miss_the_same(name: str, key: str, data: DataFolder) -> None:
    data.drop(name, key)
    assert not validator(kind_of(data.path(name), data.folder)).is_valid(read(data.path(name)))
    with pytest.raises(Problems):
        data.read()
