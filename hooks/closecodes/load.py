"""Read `data/` into a `Registry`, or say everything that is wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .model import (
    Change,
    CloseCode,
    CodeRange,
    ConnectionEvent,
    Library,
    Measurement,
    PairRun,
    Reference,
    Registry,
    Service,
    Snippet,
    Term,
    Verified,
)
from .model.iana import IanaTable, parse_table
from .rules import RULES
from .shape import Builder, InvalidValue, Origin
from .source import Mapping, Problem, Problems, Sequence, read, read_text

_IGNORED = re.compile(r"\..*|.*~|#.*#|4913|[Tt]humbs\.db|[Dd]esktop\.ini|.*___jb_(?:bak|old|tmp)___")
"""Names that editors and systems leave beside a file: vim, emacs, JetBrains, macOS, Windows."""

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*\Z")


@dataclass
class Cache:
    """What was read and built before: a file with the same content is neither parsed nor checked in shape again."""

    contents: dict[Path, tuple[bytes, object]] = field(default_factory=dict)
    entries: dict[Path, tuple[object, object]] = field(default_factory=dict)


def load(data: Path, cache: Cache | None = None) -> Registry:
    """The registry in `data/`, checked in shape and by every rule; with a `cache`, faster the next time.

    Messages name files relative to the folder that holds `data/`.  Raises `Problems` with all
    problems of shape, or, when there are none, with everything the rules object to.
    """
    registry = read_registry(data, cache)
    problems = [problem for rule in RULES for problem in rule(registry)]
    if problems:
        raise Problems(problems)
    return registry


def read_registry(data: Path, cache: Cache | None = None) -> Registry:
    """The registry in `data/`, checked in shape only.  Raises `Problems`."""
    problems: list[Problem] = []
    reader = _Reader(data, problems, cache or Cache())
    iana = reader.iana("iana/close-code-number.csv")
    parts: dict[str, Any] = {
        "codes": reader.folder("codes", CloseCode, "code", required=True),
        "ranges": reader.listed("ranges.yml", CodeRange),
        "references": reader.keyed("references.yml", Reference),
        "terms": reader.terms("terms.yml"),
        "snippets": reader.listed("snippets.yml", Snippet),
        "services": reader.folder("services", Service, "id"),
        "libraries": reader.folder("libraries", Library, "id"),
        "measurements": reader.folder("measured", Measurement, "id"),
        "pairs": reader.folder("pairs", PairRun, "id"),
        "changes": reader.listed("changes.yml", Change),
        "events": reader.keyed("events.yml", ConnectionEvent),
        "verified": reader.verified("verified.yml"),
    }
    reader.no_strangers()
    if problems:
        raise Problems(problems)
    parts["codes"].sort(key=lambda code: code.code)
    return Registry(iana=iana, **{name: tuple(entries) for name, entries in parts.items()})


class _Reader:
    def __init__(self, data: Path, problems: list[Problem], cache: Cache) -> None:
        self.data, self.problems, self.cache = data, problems, cache
        self.known: set[Path] = set()

    def folder(self, name: str, cls: type, key: str, required: bool = False) -> list[Any]:
        """One entry per file; the file name is the entry's `key`."""
        paths = [path for path in self._listed(self.data / name) if path.suffix == ".yml"]
        self.known.update(paths)
        if required and not paths:
            self._report(self.data / name, "", "has no entries; restore the files")
        return [entry for path in paths if (entry := self._file(path, cls, key)) is not None]

    def _file(self, path: Path, cls: type, key: str) -> Any | None:
        raw = self._read(path)
        if raw is None:
            return None
        built_from, entry = self.cache.entries.get(path, (None, None))
        if built_from is not raw:
            before = len(self.problems)
            entry = self._built(path, raw, cls, key)
            if len(self.problems) == before:
                self.cache.entries[path] = raw, entry
        return entry

    def _built(self, path: Path, raw: object, cls: type, key: str) -> Any | None:
        builder = Builder(self._shown(path), self.problems)
        if key == "id":
            if not _ID.match(path.stem):
                builder.report(1, "", "is not a good file name; use lower-case letters, digits, dots and hyphens")
            return builder.entry(cls, raw, id=path.stem)
        entry = builder.entry(cls, raw)
        if isinstance(raw, Mapping) and key in raw and str(raw[key]) != path.stem:
            builder.report(raw.lines[key], key, f"is {raw[key]!r} but the file is {path.name}; make them agree")
        return entry

    def iana(self, name: str) -> IanaTable:
        """IANA's table; empty when there is a problem with it."""
        path = self.data / name
        self.known.add(path)
        try:
            rows = parse_table(read_text(path))
        except InvalidValue as error:
            self._report(path, "", error.message, error.line)
            rows = []
        lines = {str(i): line for i, (line, _) in enumerate(rows)}
        return IanaTable(tuple(row for _, row in rows), Origin(self._shown(path), lines))

    def listed(self, name: str, cls: type) -> list[Any]:
        """The entries of one file that holds a list."""
        raw = self._typed(name, Sequence, "a list of entries, each starting with '- '")
        path = self._shown(self.data / name)
        lines = raw.lines
        return _present(Builder(path, self.problems, {"": lines[i]}).entry(cls, item) for i, item in enumerate(raw))

    def keyed(self, name: str, cls: type) -> list[Any]:
        """The entries of one file that holds a mapping from id to entry."""
        raw = self._typed(name, Mapping, "a mapping from id to entry")
        return _present(self._named(name, raw, key, cls, id=str(key)) for key in raw)

    def terms(self, name: str) -> list[Term]:
        """The vocabulary: a mapping from group to tag to term."""
        return self._grouped(name, "group to its tags", Term, "group", "tag")

    def verified(self, name: str) -> list[Verified]:
        """What the last `make verify UPDATE=1` found: a mapping from kind to id to entry; there need not be one."""
        return self._grouped(name, "kind to its ids", Verified, "kind", "id") if (self.data / name).exists() else []

    def _grouped(self, name: str, what: str, cls: type, outer: str, inner: str) -> list[Any]:
        raw = self._typed(name, Mapping, f"a mapping from {what}")
        entries = []
        for group, members in raw.items():
            if not isinstance(members, Mapping):
                self._report(
                    self.data / name, str(group), f"is no mapping; write its {inner}s below it", raw.lines[group]
                )
                continue
            entries += [self._named(name, members, key, cls, **{outer: str(group), inner: str(key)}) for key in members]
        return _present(entries)

    def _named(self, name: str, raw: Mapping, key: object, cls: type, **given: str) -> Any | None:
        builder = Builder(self._shown(self.data / name), self.problems, {"": raw.lines[key]})
        return builder.entry(cls, raw[key], **given)

    def _typed(self, name: str, kind: Callable[[int], Any], wanted: str) -> Any:
        path = self.data / name
        self.known.add(path)
        raw = self._read(path)
        if raw is not None and type(raw) is not kind:
            self._report(path, "", f"has the wrong form; write {wanted}")
            raw = None
        return kind(1) if raw is None else raw

    def _read(self, path: Path) -> object | None:
        try:
            real = Path(os.path.realpath(path))  # not resolve(): it raises where a link leads to itself
            if not real.is_relative_to(os.path.realpath(self.data)):
                self._report(path, "", "leads out of data/; put the file itself there")
                return None
            return self._content(path)
        except Problems as error:
            self.problems += error.problems
            return None

    def _content(self, path: Path) -> object:
        try:
            content = path.read_bytes() if path.is_file() else b""
        except OSError:
            content = b""  # which is told when it is read
        known, value = self.cache.contents.get(path, (None, None))
        if known is None or known != content:
            value = read(path, self._shown(path))
            self.cache.contents[path] = content, value
        return value

    def no_strangers(self) -> None:
        """Report files in `data/` that nothing reads, such as `1006.yaml`."""
        self._no_strangers_in(self.data)

    def _no_strangers_in(self, folder: Path) -> None:
        for path in self._listed(folder):
            is_folder = os.path.isdir(path)  # noqa: PTH112 - is_dir() raises where a folder may not be entered
            if is_folder and not path.is_symlink() and path not in self.known:
                self._no_strangers_in(path)
            elif not is_folder and path not in self.known and path.suffix != ".md":
                self._report(path, "", "is not read by anything; name it .yml in the folder of its kind, or remove it")

    def _listed(self, folder: Path) -> list[Path]:
        """What lies in a folder, in order, without what editors leave there; a missing folder is empty."""
        try:
            return sorted(path for path in folder.iterdir() if not _IGNORED.fullmatch(path.name))
        except FileNotFoundError:
            return []
        except OSError as error:
            self._report(folder, "", f"cannot be read ({error.strerror}); make it a readable folder")
            return []

    def _report(self, path: Path, key: str, message: str, line: int = 1) -> None:
        self.problems.append(Problem(self._shown(path), line, key, message))

    def _shown(self, path: Path) -> Path:
        return path.relative_to(self.data.parent)


def _present(entries: Iterator[Any] | list[Any]) -> list[Any]:
    return [entry for entry in entries if entry is not None]
