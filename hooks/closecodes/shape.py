"""Make model values from raw YAML, reporting every unknown, missing or mistyped key.

The dataclasses of `model` are the schema: field names are the keys, type hints the shapes.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .source import InvalidValue, Mapping, Problem, Sequence

__all__ = ["Builder", "InvalidValue", "Origin", "Problem"]


@dataclasses.dataclass(frozen=True)
class Origin:
    """The file a value was read from, as shown to people, and the line of each of its keys."""

    path: Path
    lines: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, hash=False)

    def line(self, key: str) -> int:
        """Line of a dotted key such as `causes.0.fix`, else of its nearest parent, else 1."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)

    def problem(self, key: str, message: str) -> Problem:
        """A problem with one key of the entry; `message` says what is wrong; what to write instead."""
        return Problem(self.path, self.line(key), key, message)


@dataclasses.dataclass
class Builder:
    """Builds the values of one file and collects its problems."""

    path: Path
    problems: list[Problem]
    lines: dict[str, int] = dataclasses.field(default_factory=dict)

    def entry(self, cls: type, raw: object, **given: object) -> Any | None:
        """An instance of `cls` with its origin, or None when `raw` does not fit; problems say why.

        `given` are fields that do not stand in the file, such as the key the file is named after.
        """
        before = len(self.problems)
        line = self.lines.setdefault("", getattr(raw, "line", 1))
        value = self._dataclass(cls, raw, "", line, {**given, "origin": Origin(self.path, self.lines)})
        return value if len(self.problems) == before else None

    def report(self, line: int, key: str, message: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(self.path, line, key, message))

    def value(self, hint: Any, raw: object, key: str, line: int) -> Any:
        """`raw` as a value of type `hint`; reports a problem and gives None when it does not fit."""
        self.lines[key] = line
        if hint is str or hint is int or hint is bool:  # most values
            return self._plain(hint, raw, key, line)
        origin = _origin(hint)
        if origin in (types.UnionType, typing.Union):
            return None if raw is None else self.value(_not_none(hint), raw, key, line)
        if origin is typing.Literal:
            return self._choice(_args(hint), raw, key, line)
        if origin is tuple:
            return self._list(_args(hint)[0], raw, key, line)
        if origin is dict:
            return self._dict(_args(hint), raw, key, line)
        if hasattr(hint, "parse"):
            return self._parsed(hint.parse, raw, key, line)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            return self._dataclass(hint, raw, key, line, {})
        return self._plain(hint, raw, key, line)

    def _plain(self, hint: type, raw: object, key: str, line: int) -> Any:
        if type(raw) is not hint:  # not isinstance: True would pass for an int
            self.report(line, key, f"is {_kind(raw)}; write {_wanted(hint)}")
        elif hint is str and not typing.cast(str, raw).strip():
            self.report(line, key, "is empty; write the text or leave the key out")
        else:
            return raw
        return None

    def _choice(self, choices: tuple[object, ...], raw: object, key: str, line: int) -> Any:
        if any(raw == choice and type(raw) is type(choice) for choice in choices):
            return raw
        self.report(line, key, f"is {_kind(raw)}; write one of {', '.join(map(str, choices))}")
        return None

    def _parsed(self, parse: Callable[[object], Any], raw: object, key: str, line: int) -> Any:
        try:
            return parse(raw)
        except InvalidValue as error:
            told = error.message  # what to write instead, or that and what is wrong
            self.report(line, key, told if "; " in told else f"is {_kind(raw)}; {told}")
            return None

    def _list(self, hint: Any, raw: object, key: str, line: int) -> Any:
        if not isinstance(raw, Sequence):
            self.report(line, key, f"is {_kind(raw)}; write a list")
            return None
        return tuple(self.value(hint, item, f"{key}.{i}", raw.lines[i]) for i, item in enumerate(raw))

    def _dict(self, hints: tuple[Any, Any], raw: object, key: str, line: int) -> Any:
        if not isinstance(raw, Mapping):
            self.report(line, key, f"is {_kind(raw)}; write a mapping")
            return None
        result = {}
        for name, item in raw.items():
            inner = f"{key}.{name}"
            if type(name) is not hints[0]:
                self.report(raw.lines[name], inner, f"has a key that is {_kind(name)}; write {_wanted(hints[0])}")
                continue
            result[name] = self.value(hints[1], item, inner, raw.lines[name])
        return result

    def _dataclass(self, cls: type, raw: object, key: str, line: int, given: dict[str, object]) -> Any:
        if not isinstance(raw, Mapping):
            self.report(
                line, key, f"is {_kind(raw)}; write a mapping with the keys {', '.join(_fields(cls, frozenset(given)))}"
            )
            return None
        before = len(self.problems)
        hints, fields = _hints(cls), _fields(cls, frozenset(given))
        values = dict(given)
        prefix = f"{key}." if key else ""
        for name, item in raw.items():
            if name not in fields and name in hints and name != "origin" and name not in given:
                self.report(raw.lines[name], f"{prefix}{name}", "follows from the rest; leave it out")
            elif name not in fields:
                self.report(raw.lines[name], f"{prefix}{name}", f"is not a key here; the keys are {', '.join(fields)}")
            else:
                values[str(name)] = self.value(hints[str(name)], item, f"{prefix}{name}", raw.lines[name])
        for name, field in fields.items():
            if (
                name not in raw
                and field.default is dataclasses.MISSING
                and field.default_factory is dataclasses.MISSING
            ):
                self.report(raw.line, f"{prefix}{name}", f"is missing; write {_wanted(hints[name])}")
        return cls(**values) if len(self.problems) == before else None


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


# Asking for these again for each value would take a third of the time.
_origin: Callable[[Any], Any] = functools.cache(typing.get_origin)
_args: Callable[[Any], Any] = functools.cache(typing.get_args)


@functools.cache
def _fields(cls: type, given: frozenset[str]) -> dict[str, dataclasses.Field[Any]]:
    return {f.name: f for f in dataclasses.fields(cls) if f.init and f.name not in given and f.name != "origin"}


@functools.cache
def _not_none(hint: Any) -> Any:
    return next(arg for arg in typing.get_args(hint) if arg is not type(None))


def _kind(raw: object) -> str:
    if isinstance(raw, Mapping):
        return "a mapping"
    if isinstance(raw, Sequence):
        return "a list"
    if raw is None:
        return "empty"
    shown = repr(raw) if isinstance(raw, (str, int)) else str(raw)
    return f"{_NAMES.get(type(raw), 'a value')} ({shown[:60]})"


def _wanted(hint: Any) -> str:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return f"{_wanted(_not_none(hint))} or leave it out"
    if origin is typing.Literal:
        return f"one of {', '.join(map(str, typing.get_args(hint)))}"
    if origin is tuple:
        return "a list"
    if origin is dict or (dataclasses.is_dataclass(hint) and not hasattr(hint, "parse")):
        return "a mapping"
    return next((name for kind, name in _NAMES.items() if issubclass(hint, kind)), "a value")


_NAMES: dict[type, str] = {
    str: "text",
    bool: "true or false",  # before int, of which it is a kind
    int: "a whole number",
    datetime.date: "a date as YYYY-MM-DD",
}
