"""A copy of the project that a test may edit and build."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.building import ROOT


def copy_project(folder: Path) -> Path:
    """What a build needs: data, hand-written pages, hooks and the configuration."""
    for name in ("data", "docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder
