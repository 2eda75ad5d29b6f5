"""A copy of `data/` in which one file at a time is damaged and loaded, hundreds of times in a test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import closecodes.load
from closecodes.load import load
from closecodes.model import Registry
from closecodes.rules import walk
from closecodes.shape import Builder
from closecodes.source import read

ROOT = Path(__file__).resolve().parents[2]


class Workshop:
    """Loads as `load` does, but reads and builds the files that are whole only once."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.data = Path(shutil.copytree(ROOT / "data", folder / "data"))
        self.damaged: Path | None = None
        self.contents: dict[Path, object] = {}
        self.entries: dict[int, object] = {}
        patch.setattr(closecodes.load, "read", self.read)
        patch.setattr(closecodes.load, "Builder", self.builder())
        patch.setattr(walk, "texts", self.texts(walk.texts))
        self.whole = load(self.data)

    def load_with(self, damaged: Path) -> Registry:
        """The registry of the folder as it is, of which one file was changed.  Raises `Problems`."""
        self.damaged = damaged
        return load(self.data)

    def mend(self, path: Path) -> None:
        """Put a file back as it was, and take away what came beside it."""
        original = ROOT / "data" / path.relative_to(self.data)
        for found in {path, *path.parent.iterdir()}:
            if not (ROOT / "data" / found.relative_to(self.data)).exists() or found == path:
                shutil.rmtree(found) if found.is_dir() and not found.is_symlink() else found.unlink(missing_ok=True)
        shutil.copy(original, path)

    def read(self, path: Path, shown: Path) -> object:
        """As `source.read`, remembered for files that are whole."""
        if path == self.damaged or path not in self.contents:
            content = read(path, shown)
            if path == self.damaged:
                return content
            self.contents[path] = content
        return self.contents[path]

    def builder(workshop) -> type[Builder]:
        """As `Builder`, remembering the entries of files that are whole."""

        class Remembering(Builder):
            def entry(self, cls: type, raw: object, **given: object) -> Any | None:
                if id(raw) in workshop.entries:
                    return workshop.entries[id(raw)]
                built = super().entry(cls, raw, **given)
                if workshop.damaged is None:  # the first load: what is read then is never let go, so ids stay
                    workshop.entries[id(raw)] = built
                return built

        return Remembering

    def texts(self, walk_through: Callable[..., Iterator[tuple[str, str]]]) -> Callable[..., Any]:
        """As `walk.texts`, remembering the texts of entries that are whole."""
        known: dict[int, list[tuple[str, str]]] = {}

        def texts(thing: object, key: str = "") -> Any:
            if key or (self.damaged and id(thing) not in known):
                return walk_through(thing, key)
            if id(thing) not in known:
                known[id(thing)] = list(walk_through(thing, key))
            return known[id(thing)]

        return texts
