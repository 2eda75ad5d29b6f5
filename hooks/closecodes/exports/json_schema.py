"""JSON Schema (draft 2020-12) from dataclasses: their type hints are the shapes, their docstrings the help."""

from __future__ import annotations

import dataclasses
import datetime
import inspect
import types
import typing
from collections.abc import Mapping
from typing import Any

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},  # before int, of which it is a kind
    int: {"type": "integer"},
    datetime.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


@dataclasses.dataclass(frozen=True)
class Style:
    """How values are written down where the schema holds.

    `leaves` are types with a notation of their own.  With `complete` every key is there, null where
    nothing is known, and later versions may add keys; otherwise a key with a default may be left out,
    and a key that is not listed is a mistake.
    """

    leaves: Mapping[type, dict[str, Any] | type]
    complete: bool


class Schema:
    """Collects the definitions that one schema file needs."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.definitions: dict[str, dict[str, Any]] = {}

    def document(self, root: dict[str, Any], **head: str) -> dict[str, Any]:
        """The finished schema for a root made with `of`; `head` holds `$id`-like keys without the `$`."""
        named = {f"${key}" if key == "id" else key: value for key, value in head.items()}
        return {"$schema": DRAFT, **named, **root, "$defs": dict(sorted(self.definitions.items()))}

    def of(self, hint: Any) -> dict[str, Any]:
        """The schema for a type hint of the model."""
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (types.UnionType, typing.Union):
            return _or_null(self.of(next(a for a in arguments if a is not type(None))))
        if origin is typing.Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is dict:
            return self._mapping(*arguments)
        return self._named(self.style.leaves.get(hint, hint))

    def _named(self, kind: Any) -> dict[str, Any]:
        if isinstance(kind, dict):
            return dict(kind)
        if dataclasses.is_dataclass(kind):
            return self._reference(typing.cast(type, kind))
        if not self.style.complete and hasattr(kind, "SCHEMA"):
            return dict(kind.SCHEMA)
        return dict(next(schema for base, schema in _PLAIN.items() if issubclass(kind, base)))

    def _mapping(self, key: type, value: Any) -> dict[str, Any]:
        schema = self.of(value)
        if key is not int:
            return {"type": "object", "additionalProperties": schema}
        return {"type": "object", "patternProperties": {r"^-?\d+$": schema}, "additionalProperties": False}

    def _reference(self, cls: type) -> dict[str, Any]:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}  # so that a type may hold itself
            self.definitions[cls.__name__] = self.object(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def object(self, cls: type, without: tuple[str, ...] = ()) -> dict[str, Any]:
        """The schema of one dataclass; `without` names fields that are not written down."""
        hints = typing.get_type_hints(cls)
        fields = [
            f for f in dataclasses.fields(cls) if f.name not in (*without, "origin") and (self.style.complete or f.init)
        ]
        required = [f.name for f in fields if self.style.complete or _has_no_default(f)]
        schema = {
            "type": "object",
            "description": inspect.cleandoc(cls.__doc__ or ""),
            "properties": {f.name: self.of(hints[f.name]) for f in fields},
            "required": required,
        }
        return schema if self.style.complete else {**schema, "additionalProperties": False}


def _has_no_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}
