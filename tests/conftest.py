"""What the tests share: the real registry, and a small copy of one to damage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from closecodes.load import load
from closecodes.model import Registry
from support import fixture_registry
from support.building import build
from support.data_folder import DataFolder
from support.packing import Packed, pack

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The real data, checked in shape and by every rule."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """the fixture registry as it was written; nobody changes it."""
    folder = tmp_path_factory.mktemp("small") / "data"
    fixture_registry.write(folder)
    return folder


@pytest.fixture
def data(small_folder: Path, tmp_path: Path) -> DataFolder:
    """A copy of the fixture registry that a test may damage."""
    return DataFolder(Path(shutil.copytree(small_folder, tmp_path / "data")))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built strictly; a build that warns fails every test that needs it."""
    target = tmp_path_factory.mktemp("built") / "site"
    process = build(target)
    assert process.returncode == 0, process.stdout + process.stderr
    return target


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """The offline bundle and the docset, as `make docset` makes them."""
    return pack(tmp_path_factory.mktemp("packed"))
