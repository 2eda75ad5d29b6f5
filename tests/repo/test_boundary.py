"""The code flows one way: data, model, rules, load, then pages; MkDocs is met at one place only."""

from __future__ import annotations

import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from support.imports import CORE, HOOKS, files, imports, module, part, top

ADAPTER = HOOKS / "mkdocs_site.py"
GENERATORS = {"mkdocs", "material", "properdocs", "zensical"}
CORE_MAY_IMPORT = {"yaml", "jinja2", "markupsafe", "pygments"}

# Each part of the data's side, with the parts of the core it may import.
DATA_SIDE = {
    "source": set(),
    "text": set(),
    "shape": {"source"},
    "model": {"shape", "text"},
    "rules": {"model", "shape", "text"},
    "load": {"model", "rules", "shape", "source"},
}
PARTS = {path.stem for path in (HOOKS / CORE).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
CORE_FILES = [file for file in files() if file.parent != HOOKS]


def used_parts(name: str) -> dict[str, set[str]]:
    """For each file of a part, the other parts that it imports."""
    return {
        file.relative_to(HOOKS).as_posix(): PARTS.intersection(map(part, imports(file))) - {name}
        for file in CORE_FILES
        if part(module(file)) == name
    }


def test_the_files_are_found() -> None:
    assert ADAPTER in files()
    assert len(CORE_FILES) > 30
    assert set(DATA_SIDE) <= PARTS


def test_only_the_adapter_imports_a_site_generator() -> None:
    importers = {file for file in files() if {top(name) for name in imports(file)} & GENERATORS}
    assert importers == {ADAPTER}, "keep MkDocs out of the core; translate in hooks/mkdocs_site.py"


def test_the_core_rests_on_the_standard_library_and_four_packages() -> None:
    known = sys.stdlib_module_names | CORE_MAY_IMPORT | {CORE}
    strangers = {
        file.relative_to(HOOKS).as_posix(): sorted({top(name) for name in imports(file)} - known) for file in CORE_FILES
    }
    assert {file: names for file, names in strangers.items() if names} == {}


@pytest.mark.parametrize("name", DATA_SIDE)
def test_the_data_side_knows_nothing_of_what_is_made_from_it(name: str) -> None:
    wrong = {file: sorted(used - DATA_SIDE[name]) for file, used in used_parts(name).items() if used - DATA_SIDE[name]}
    assert wrong == {}, f"{name} may import {sorted(DATA_SIDE[name]) or 'no other part'}"


@pytest.mark.parametrize("name", sorted(PARTS - set(DATA_SIDE)))
def test_what_is_made_from_the_registry_does_not_read_data(name: str) -> None:
    reading = {"load", "rules", "source"}
    wrong = {file: sorted(used & reading) for file, used in used_parts(name).items() if used & reading}
    assert wrong == {}, "take the Registry as an argument"


def test_no_two_parts_import_each_other() -> None:
    graph = {name: set().union(*used_parts(name).values()) for name in PARTS if used_parts(name)}
    TopologicalSorter(graph).prepare()  # raises CycleError with the circle


def test_no_module_hides_one_of_python() -> None:
    # MkDocs puts hooks/ first on the path: a code.py there would replace Python's own for the whole process.
    hidden = {path.stem for path in HOOKS.iterdir()} & sys.stdlib_module_names
    assert hidden == set()


def test_an_import_is_seen_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / CORE / "model"
    folder.mkdir(parents=True)
    (folder / "x.py").write_text(
        "from .. import load\nfrom ..pages.page import Page\nfrom . import y\nimport os.path\n"
        "def later():\n    import mkdocs.plugins\n"
    )
    monkeypatch.setattr("support.imports.HOOKS", tmp_path)
    found = imports(folder / "x.py")
    assert {f"{CORE}.load", f"{CORE}.pages.page", f"{CORE}.model.y", "os.path", "mkdocs.plugins"} <= found
    assert {part(name) for name in found if top(name) == CORE} - {None} == {"load", "pages", "model"}
