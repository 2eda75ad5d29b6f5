"""A `data/` folder that tests edit: by key where the place matters, by text where the line does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from closecodes.load import load, read_registry
from closecodes.model import Registry
from closecodes.source import Problem, Problems

CHECK_DATA = Path(__file__).resolve().parents[2] / "hooks" / "check_data.py"

_ENTRY_DEPTH = {"ranges.yml": 1, "changes.yml": 1, "snippets.yml": 1, "references.yml": 1, "terms.yml": 2}
"""How many parts of a key lead to the entry, in files that hold several; problems name what follows."""


class _Plain(yaml.SafeDumper):
    """Writes a value out each time it occurs; the data may hold no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True)
class DataFolder:
    """The folder and the ways to change it."""

    folder: Path

    def path(self, name: str) -> Path:
        """A file of the folder, such as `codes/1006.yml`."""
        return self.folder / name

    def set(self, name: str, key: str, value: object) -> str:
        """Give the value at a dotted key another value; gives the place as a problem names it."""
        raw, holder, last = self._find(name, key)
        holder[last] = value
        return self._write(name, raw, key)

    def add(self, name: str, *entries: object) -> None:
        """Append entries to a file that holds a list."""
        raw = yaml.safe_load(self.path(name).read_text(encoding="utf-8"))
        self._write(name, [*raw, *entries], "")

    def drop(self, name: str, key: str) -> str:
        """Take a dotted key out of a file; gives the place as a problem names it."""
        raw, holder, last = self._find(name, key)
        del holder[last]
        return self._write(name, raw, key)

    def replace(self, name: str, old: str, new: str) -> int:
        """Put `new` where `old` stands for the first time; gives the line where the change begins."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        self.path(name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def copy(self, name: str, other: str) -> None:
        """Make a second file of a first."""
        shutil.copy(self.path(name), self.path(other))

    def renumber(self, old: int, new: int) -> str:
        """Give a code another number, in its file and in its file's name."""
        place = self.set(f"codes/{old}.yml", "code", new)
        self.path(f"codes/{old}.yml").rename(self.path(f"codes/{new}.yml"))
        return place.replace(str(old), str(new))

    def read(self) -> Registry:
        """The registry, checked in shape only."""
        return read_registry(self.folder)

    def problems(self) -> list[Problem]:
        """Everything that loading finds."""
        try:
            load(self.folder)
        except Problems as error:
            return error.problems
        return []

    def check(self) -> subprocess.CompletedProcess[str]:
        """What `make check` does, on this folder."""
        command = [sys.executable, str(CHECK_DATA), str(self.folder)]
        return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)

    def _find(self, name: str, key: str) -> tuple[Any, Any, Any]:
        raw = yaml.safe_load(self.path(name).read_text(encoding="utf-8"))
        holder: Any = raw
        *parents, last = [int(part) if part.lstrip("-").isdigit() else part for part in key.split(".")]
        for part in parents:
            holder = holder[part]
        return raw, holder, last

    def _write(self, name: str, raw: object, key: str) -> str:
        text = yaml.dump(raw, Dumper=_Plain, sort_keys=False, allow_unicode=True)
        self.path(name).write_text(text, encoding="utf-8")
        return f"data/{name}: {'.'.join(key.split('.')[_ENTRY_DEPTH.get(name, 0) :])}"
