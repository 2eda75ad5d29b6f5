"""Read YAML strictly, remembering the line of every value.

Only the part of YAML a reader takes at its word is accepted: text, whole numbers, `true`/`false`,
dates, lists and mappings.  What YAML would silently read as something else (`01006`, `on`, `7.4`)
is a problem with a remedy, and so are aliases, duplicate keys and oversized files.
"""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
MAX_TEXT = 4000
MAX_DEPTH = 12

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is 5-10 times faster
_RESOLVER = yaml.resolver.Resolver()
_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_LINE_BREAK = re.compile("[\x85\u2028\u2029]")
_INVISIBLE = re.compile(  # letters and signs that show nothing, and so count as printable; Unicode's default ignorables
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0e\uffa0\U000e0100-\U000e01ef]"
)
_LONGEST_PART = 300
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True, order=True)
class Problem:
    """Something a contributor has to mend: where it is, what is wrong, what to write instead."""

    path: Path
    line: int
    key: str
    message: str

    def __post_init__(self) -> None:
        """Messages quote values and list keys; what people are told fits on a screen."""
        wrong, semicolon, instead = self.message.rpartition("; ")
        object.__setattr__(self, "message", f"{_cut(wrong)}{semicolon}{_cut(instead)}")

    def __str__(self) -> str:
        key = f"{_cut(self.key)}: " if self.key else ""
        text = f"{self.path.as_posix()}:{self.line}: {key}{self.message}"
        return "".join(
            c if c.isprintable() else f"\\x{ord(c):02x}" for c in text
        )  # names of files and keys can hold any


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_PART else f"{text[:_LONGEST_PART]}…"


class Problems(Exception):
    """Everything found wrong with the data, raised once at the end."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class Mapping(dict[object, object]):
    """A YAML mapping that knows its own line and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[object, int] = {}


class Sequence(list[object]):
    """A YAML list that knows its own line and the line of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class InvalidValue(Exception):
    """What is wrong with a value and what to write instead, for whoever knows the file to report.

    A `parse` class method of the model says only what to write instead; its caller knows the line and the key.
    """

    def __init__(self, message: str, line: int = 1, key: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.key = message, line, key


def read(path: Path, shown: Path) -> object:
    """Give the content of one YAML file as `Mapping`, `Sequence` and plain values.

    `shown` is the path to name in messages.  Raises `Problems` (with exactly one problem) when the
    file cannot be read as the strict YAML described above.
    """
    try:
        return _parse(read_text(path))
    except InvalidValue as error:
        raise Problems([Problem(shown, error.line, error.key, error.message)]) from None


def read_text(path: Path) -> str:
    """The text of a file that may be read: plain, UTF-8, not too large.  Raises `InvalidValue`."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for
            raise InvalidValue("is no plain file; put the file itself there")
        raw = path.read_bytes()
    except OSError as error:
        raise InvalidValue(f"cannot be read ({error.strerror}); make it a plain readable file") from None
    if len(raw) > MAX_BYTES:
        raise InvalidValue(f"has {len(raw)} bytes; at most {MAX_BYTES} are read, split or shorten it")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InvalidValue("is not UTF-8; save the file as UTF-8", line) from None
    odd = _LINE_BREAK.search(text)  # YAML starts a new line there and editors do not: lines would be counted wrong
    if odd:
        line = text[: odd.start()].count("\n") + 1
        raise InvalidValue(f"holds the invisible character U+{ord(odd[0]):04X}; remove it", line)
    return text


def _parse(text: str) -> object:
    try:
        return _document(_Loader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise InvalidValue(f"is not valid YAML ({error.problem}); check quotes, colons and indentation", line) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: escapes beyond Unicode, without C
        line = text[: getattr(error, "position", 0)].count("\n") + 1
        raise InvalidValue("has a character that YAML does not allow; remove it", line) from None


# Events, not nodes: composing nodes recurses as deep as the file says, in C, where that ends in a crash.
def _document(loader: Any) -> object:
    loader.get_event()  # the start of the stream
    if loader.check_event(yaml.StreamEndEvent):
        raise InvalidValue("is empty; write the entry or delete the file")
    loader.get_event()  # the start of the document
    value = _value(loader, "", 0)
    loader.get_event()  # the end of the document
    if not loader.check_event(yaml.StreamEndEvent):
        line = loader.get_event().start_mark.line + 1
        raise InvalidValue("begins a second document (---); put it into a file of its own", line)
    if value is None:
        raise InvalidValue("is empty; write the entry or delete the file")
    return value


def _value(loader: Any, key: str, depth: int) -> object:
    event = loader.get_event()
    line = event.start_mark.line + 1
    if depth > MAX_DEPTH:
        raise InvalidValue(f"is nested deeper than {MAX_DEPTH} levels; flatten it", line, key)
    if isinstance(event, yaml.AliasEvent):
        raise InvalidValue(f"is an alias (*{event.anchor}); write the value out", line, key)
    if event.tag is not None:
        raise InvalidValue(f"has the tag {event.tag[:40]}; write a plain value without a tag", line, key)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(loader, key, depth, line)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(loader, key, depth, line)
    return _scalar(event.value, _tag(event.value, event.implicit), key, line)


@functools.cache
def _tag(text: str, implicit: tuple[bool, bool]) -> str:
    """What YAML takes a scalar for; keys and tags stand in the data again and again."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, implicit)  # type: ignore[no-untyped-call]
    return tag.removeprefix(_TAG)


def _mapping(loader: Any, key: str, depth: int, line: int) -> Mapping:
    result = Mapping(line)
    while not loader.check_event(yaml.MappingEndEvent):
        line = loader.peek_event().start_mark.line + 1
        if loader.check_event(yaml.MappingStartEvent, yaml.SequenceStartEvent):
            raise InvalidValue("has a list or mapping as a key; write a plain word or number", line, key)
        name = _value(loader, key, depth)
        if name in result:
            raise InvalidValue("is given twice; keep one of the two", line, _join(key, name))
        result.lines[name] = line
        result[name] = _value(loader, _join(key, name), depth + 1)
    loader.get_event()
    return result


def _sequence(loader: Any, key: str, depth: int, line: int) -> Sequence:
    result = Sequence(line)
    while not loader.check_event(yaml.SequenceEndEvent):
        result.lines.append(loader.peek_event().start_mark.line + 1)
        result.append(_value(loader, _join(key, len(result)), depth + 1))
    loader.get_event()
    return result


def _join(key: str, part: object) -> str:
    return f"{key}.{part}" if key else str(part)


def _scalar(text: str, kind: str, key: str, line: int) -> object:
    if kind == "str":
        return _checked_text(text, key, line)
    if kind == "int" and _INTEGER.match(text) and len(text) < 20:
        return int(text)
    if kind == "bool" and text in ("true", "false"):
        return text == "true"
    if kind == "null" and text in ("null", ""):
        return None
    if kind == "timestamp" and _DATE.match(text):
        return _date(text, key, line)
    raise InvalidValue(f"{text[:40]!r} is not what it looks like to YAML ({kind}); {_remedy(kind)}", line, key)


def _checked_text(text: str, key: str, line: int) -> str:
    if len(text) > MAX_TEXT:
        raise InvalidValue(f"has {len(text)} characters; write at most {MAX_TEXT}", line, key)
    ignorable = _INVISIBLE.search(text)
    if ignorable is None and text.isprintable():  # nearly always; asking for each character takes longer than parsing
        return text
    odd = (
        ignorable[0]
        if ignorable
        else next((c for c in text if not c.isprintable() and c not in "\n\t\u200d\ufe0f"), None)
    )
    if odd is not None:
        raise InvalidValue(f"holds the invisible character U+{ord(odd):04X}; remove it", line, key)
    return text


def _date(text: str, key: str, line: int) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(f"{text} is no day of the calendar; write a real date as YYYY-MM-DD", line, key) from None


def _remedy(kind: str) -> str:
    return {
        "int": "write the number without leading zeros, underscores or colons, or quote it as text",
        "float": "put it in quotes, or write a whole number",
        "bool": "write true or false, or put the word in quotes",
        "null": "write null, or put the word in quotes",
        "timestamp": "write YYYY-MM-DD, or put it in quotes",
    }.get(kind, "write a plain value")
