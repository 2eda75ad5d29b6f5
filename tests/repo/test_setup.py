"""The Makefile on machines that lack something, were interrupted, or have the folder elsewhere."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSER_STARTS = ".chromium.launch(executable_path="


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with an awkward name and as much of the project as set-up reads."""
    folder = tmp_path / "a clöne"
    folder.mkdir()
    for name in ("Makefile", "CHANGELOG.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    for name in ("requirements", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make there, bounded."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "SOURCE_DATE_EPOCH")
    }
    return subprocess.run(
        ["make", *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def tool(name: str) -> ModuleType:
    """A module of tools/."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_make_alone_lists_every_target(project: Path) -> None:
    listed = re.findall(r"^make ([\w-]+)", make(project).stdout, re.MULTILINE)
    phony = re.findall(r"^\.PHONY: (.*)$", (project / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(" ".join(phony).split())


@pytest.mark.long
def test_a_python_without_venv_is_named_and_mended(project: Path) -> None:
    python = project / "a python"
    python.write_text(f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    half_made = project / ".venv" / "bin" / "python"
    half_made.parent.mkdir(parents=True)
    half_made.write_text("interrupted", "utf-8")
    done = make(project, ".venv/.made", "PYTHON=./a python")
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stderr
    assert make(project, ".venv/.made", f"PYTHON={sys.executable}").returncode == 0
    working = subprocess.run([half_made, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    assert working.returncode == 0, "what was half made was taken for whole"


def test_a_port_in_use_is_said_in_a_sentence(project: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    for stamp in (".made", ".site"):
        (project / ".venv" / stamp).touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = make(project, "serve", f"PORT={port}")
    assert done.returncode != 0
    assert f"Port {port} is in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_clean_removes_what_was_made_and_nothing_else(project: Path) -> None:
    kept = {path for path in project.rglob("*") if path.is_file()}
    made = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    folders = [name for name in made if name not in ("node_modules", "__pycache__")]
    folders += [f"{name}/node_modules" for name in ("tests/node", "tests/implementations", "bench/node")]
    folders += [f"{name}/__pycache__" for name in ("hooks/closecodes", "tests", "tools", "bench")]
    own = project / "notes" / "node_modules" / "mine.txt"
    for file in (*(project / folder / "x" / "y" for folder in folders), own):
        file.parent.mkdir(parents=True)
        file.touch()
    assert make(project, "clean").returncode == 0
    assert {path for path in project.rglob("*") if path.is_file()} == kept | {own}
    assert [folder for folder in folders if (project / folder).exists()] == []


def test_a_tree_without_git_has_the_day_of_its_changelog(project: Path) -> None:
    last_change = tool("last_change").last_change
    (project / "CHANGELOG.md").write_text("# Changes\n\n## 2026-11-21\n\nx\n\n## 2026-01-01\n", "utf-8")
    assert last_change(project) == 1795219200
    git = ["git", "-c", "user.name=x", "-c", "user.email=x", "-C", str(project)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run(
        [*git, "commit", "--quiet", "--allow-empty", "-m", "x"],
        env={**os.environ, "GIT_COMMITTER_DATE": "1600000000 +0000"},
        check=True,
    )
    assert last_change(project) == 1600000000


def test_a_moved_or_copied_folder_runs_its_own_code(tmp_path: Path) -> None:
    install = tool("editable_install")
    wheel = install.build_editable(str(tmp_path))
    with zipfile.ZipFile(tmp_path / wheel) as archive:
        assert sorted(name.partition("/")[2] or name for name in archive.namelist()) == [
            "METADATA",
            "RECORD",
            "WHEEL",
            "closecodes.pth",
        ]
    packages = ROOT / ".venv" / "lib" / "python3.x" / "site-packages"
    lines = install.path_file(packages).splitlines()
    assert [line for line in lines if Path(line).is_absolute()] == []
    assert [Path(os.path.normpath(packages / line)) for line in lines] == [ROOT / "hooks", ROOT / "tests", ROOT]


def test_no_script_with_the_path_of_its_environment_is_run() -> None:
    """The first line of what pip puts into `bin/` names the folder that it was made in; `python -m` does not."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert makefile.count("$(BIN)/python -m ") > 5
    assert re.findall(r"\$\(BIN\)/(?!python )\w+", makefile) == []


def test_nothing_changes_the_path_by_itself() -> None:
    code = [path for folder in ("hooks", "tests", "tools", "bench") for path in (ROOT / folder).rglob("*.py")]
    own = [path for path in code if "node_modules" not in path.parts and path != Path(__file__)]
    assert len(own) > 100
    assert [path.name for path in own if "sys.path" in path.read_text("utf-8")] == []


def test_make_quick_starts_no_browser() -> None:
    quick = re.search(r'^quick:.*\n\t.* -m "([^"]+)" (.+)$', (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert quick and "not browser" in quick[1]
    starters = [
        (node.name, [ast.unparse(mark) for mark in node.decorator_list])
        for folder in quick[2].split()
        for path in sorted((ROOT / folder).rglob("test_*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and BROWSER_STARTS in ast.unparse(node)
    ]
    assert starters, "the test of the browser's snippet is looked for in the wrong place"
    assert not [name for name, marks in starters if "pytest.mark.browser" not in marks]
