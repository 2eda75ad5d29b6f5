"""Model values as JSON knows them."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any

Replace = Callable[[Any], Any]
_LEAVES = (str, int, bool, type(None))  # most values: asking for these first is quick


def json_value(value: Any, replace: Replace = lambda value: value) -> Any:
    """A value as objects, lists, texts, numbers, booleans and null; every field of a dataclass is a key.

    `replace` may put another value in the place of each one before it is taken apart.
    """
    if isinstance(value, _LEAVES):
        return value
    value = replace(value)
    cls: type = type(value)
    if dataclasses.is_dataclass(cls):
        return {name: json_value(getattr(value, name), replace) for name in _keys(cls)}
    if isinstance(value, (tuple, list)):
        return [json_value(item, replace) for item in value]
    if isinstance(value, dict):
        return {str(key): json_value(item, replace) for key, item in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


@functools.cache
def _keys(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls) if field.name != "origin")


def as_json(value: Any) -> str:
    """The text of a JSON file: one form for one value, readable, in UTF-8.

    The bytes are those of `json.dumps(value, ensure_ascii=False, indent=1)`, which takes five times as long.
    """
    return _text(value, "\n") + "\n"


def _text(value: Any, line: str) -> str:
    """A value as text; `line` is a line break with the indentation of where the value stands."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = f"{line} "
    if isinstance(value, dict) and value:
        items = [f"{encode_basestring(name)}: {_text(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_text(item, inner) for item in value])}{line}]"
    return json.dumps(value)
