"""Copies of the repository to build: as it is, or grown to a number of private codes."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from . import ROOT
from .generated import add_services
from .timing import run

_HERE = Path(__file__).resolve().parent
_LEFT_OUT = (".*", "__pycache__", "node_modules", "site", "build", "dist", "tests", "bench", "tools")
_OURS = ("export.yml", "plain.yml", "material.yml", "export_hook.py", "plain_hook.py")


@dataclass(frozen=True)
class Project:
    """A built copy of the repository: `site` as published, `plain` with its pages as Markdown files."""

    folder: Path

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.folder / "site"

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(1 for _ in self.site.rglob("*.html"))

    def command(self, config: str, target: str) -> list[str]:
        """How to build the copy with one of the configurations."""
        return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", str(self.folder / target)]


def prepare(folder: Path, numbers: int = 0) -> Project:
    """Copy the repository, grow it to so many private numbers (0: as it is), and build it once."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    for name in _OURS:
        shutil.copy(_HERE / name, folder)
    (folder / "no-theme").mkdir()
    if numbers:
        add_services(folder / "data", numbers)
    shutil.copytree(folder / "docs", folder / "plain")
    project = Project(folder)
    run(project.command("export.yml", "site"), folder)
    return project
