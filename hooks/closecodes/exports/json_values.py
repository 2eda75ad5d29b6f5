"""Model values as JSON knows them."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable
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
    if dataclasses.is_dataclass(value):
        fields = [field.name for field in dataclasses.fields(value) if field.name != "origin"]
        return {name: json_value(getattr(value, name), replace) for name in fields}
    if isinstance(value, (tuple, list)):
        return [json_value(item, replace) for item in value]
    if isinstance(value, dict):
        return {str(key): json_value(item, replace) for key, item in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def as_json(value: Any) -> str:
    """The text of a JSON file: one form for one value, readable, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
