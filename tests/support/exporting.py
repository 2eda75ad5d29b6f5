"""The exported files of a registry, by path, and what tests ask of their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from closecodes.exports import Addresses, export
from closecodes.guides import read_guides
from closecodes.links import Links
from closecodes.model import Registry
from closecodes.pages import render

DOCS = Path(__file__).resolve().parents[2] / "docs"
SITE = "https://close-codes.test/sub/"


def exported(registry: Registry, hosted: bool = True) -> dict[str, str]:
    """The text of each exported file."""
    articles = render(registry, Links(directories=hosted), guides=read_guides(DOCS))
    return {page.path: page.text for page in export(registry, articles, DOCS, Addresses(SITE), hosted=hosted)}


def schema_of(files: dict[str, str], path: str) -> dict[str, Any]:
    """The published schema for a file of `/api/v1/`, such as `codes/1006.json`."""
    folders = {"codes": "code", "both-ends": "both-ends"}
    name = folders.get(path.partition("/")[0], path.removesuffix(".json"))
    schema: dict[str, Any] = json.loads(files[f"api/v1/schemas/{name}.schema.json"])
    return schema


def strict(schema: Any) -> Any:
    """The same schema, but a key that it does not list is an error."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: strict(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if "required" in inner and "properties" in inner else inner


def keys(schema: dict[str, Any], node: dict[str, Any] | None = None, path: str = "") -> Iterator[str]:
    """Each key that files may hold with its type, as `codes[].reconnect.verdict: string`."""
    for option in _options(schema, schema if node is None else node):
        if "items" in option:
            yield from keys(schema, option["items"], f"{path}[]")
        numbered = [("<n>", value) for value in option.get("patternProperties", {}).values()]
        for name, value in [*option.get("properties", {}).items(), *numbered]:
            inner = f"{path}.{name}".lstrip(".")
            yield f"{inner}: {' or '.join(sorted(_types(schema, value)))}"
            yield from keys(schema, value, inner)


def _options(schema: dict[str, Any], node: dict[str, Any]) -> list[dict[str, Any]]:
    found = node.get("anyOf", [node])
    return [schema["$defs"][o["$ref"].rpartition("/")[2]] if "$ref" in o else o for o in found]


_TYPES = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


def _types(schema: dict[str, Any], node: dict[str, Any]) -> set[str]:
    types: set[str] = set()
    for option in _options(schema, node):
        kind = option.get("type", [_TYPES[type(value)] for value in option.get("enum", [])])
        types |= {kind} if isinstance(kind, str) else set(kind)
    return types
