"""A copy of `data/` in which one file at a time is damaged and loaded, hundreds of times in a test."""

from __future__ import annotations

import shutil
from pathlib import Path

from closecodes.load import Cache, load
from closecodes.model import Registry

ROOT = Path(__file__).resolve().parents[2]


class Workshop:
    """Loads what a test has damaged; files that are whole are read and built only once."""

    def __init__(self, folder: Path) -> None:
        self.data = Path(shutil.copytree(ROOT / "data", folder / "data"))
        self.cache = Cache()
        self.whole = self.load()

    def load(self) -> Registry:
        """The registry of the folder as it is.  Raises `Problems`."""
        return load(self.data, self.cache)

    def mend(self, path: Path) -> None:
        """Put a file back as it was, and take away what came beside it."""
        original = ROOT / "data" / path.relative_to(self.data)
        for found in {path, *path.parent.iterdir()}:
            if not (ROOT / "data" / found.relative_to(self.data)).exists() or found == path:
                shutil.rmtree(found) if found.is_dir() and not found.is_symlink() else found.unlink(missing_ok=True)
        shutil.copy(original, path)
