"""Every manifest has a lock that fits it, and whatever renews locks knows every manifest."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


def manifests(pattern: str) -> list[Path]:
    """The manifests in the tree, without those of installed packages."""
    found = [*ROOT.glob(f"*/{pattern}"), *ROOT.glob(f"*/*/{pattern}")]
    return sorted(path for path in found if not {"node_modules", "build", "site"} & set(path.parts[len(ROOT.parts) :]))


PYTHON = manifests("*.in")
NPM = manifests("package.json")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def canonical(name: str) -> str:
    """A name as indexes compare it (https://packaging.python.org/en/latest/specifications/name-normalization/)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def test_the_manifests_are_found() -> None:
    assert {name_of(path) for path in PYTHON} == {
        "requirements/site.in",
        "requirements/test.in",
        "requirements/uv.in",
        "tests/implementations/requirements.in",
    }
    assert {name_of(path.parent) for path in NPM} == {"bench/node", "tests/implementations", "tests/node"}


@pytest.mark.parametrize("manifest", PYTHON, ids=name_of)
def test_python_is_locked_as_it_is_asked_for(manifest: Path) -> None:
    lock = manifest.with_suffix(".txt").read_text("utf-8")
    locked = {canonical(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE)}
    wanted = re.findall(r"^([A-Za-z][\w.-]*)(?:==([\w.]+))?", manifest.read_text("utf-8"), re.MULTILINE)
    assert wanted
    assert [name for name, _ in wanted if canonical(name) not in locked] == []
    assert [name for name, version in wanted if version and locked[canonical(name)] != version] == []
    blocks = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", lock, flags=re.MULTILINE).strip())
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("manifest", NPM, ids=name_of)
def test_npm_is_locked_as_it_is_asked_for(manifest: Path) -> None:
    asked, packages = read(manifest), read(manifest.with_name("package-lock.json"))["packages"]
    for kind in ("dependencies", "optionalDependencies", "devDependencies"):
        assert packages[""].get(kind, {}) == asked.get(kind, {}), "run make lock"
        for name, version in asked.get(kind, {}).items():
            assert packages[f"node_modules/{name}"]["version"] == version, "versions are exact"


@pytest.mark.parametrize("manifest", NPM, ids=name_of)
def test_no_npm_package_asks_for_a_moving_version(manifest: Path) -> None:
    """`npm ci` compares such a wish, for example "latest", with what the index has today, and stops once that moved."""
    overrides = read(manifest).get("overrides", {})
    packages: dict[str, Any] = read(manifest.with_name("package-lock.json"))["packages"]
    moving = [
        f"{name} of {path.rpartition('node_modules/')[2]}: {wish}"
        for path, package in packages.items()
        for name, wish in package.get("dependencies", {}).items()
        if re.fullmatch(r"[a-z]+", wish) and name not in overrides.get(path.rpartition("node_modules/")[2], {})
    ]
    assert moving == [], "pin them in overrides"


@pytest.mark.parametrize("manifest", NPM, ids=name_of)
def test_overrides_are_what_is_locked(manifest: Path) -> None:
    packages: dict[str, Any] = read(manifest.with_name("package-lock.json"))["packages"]
    for pinned in read(manifest).get("overrides", {}).values():
        assert {name: packages[f"node_modules/{name}"]["version"] for name in pinned} == pinned


def test_make_lock_renews_them_all() -> None:
    done = subprocess.run(["make", "-n", "lock"], cwd=ROOT, capture_output=True, text=True, check=True)
    renewed = done.stdout
    assert [name_of(path) for path in PYTHON if name_of(path.with_suffix("")) not in renewed] == []
    assert [name_of(path) for path in NPM if name_of(path.parent) not in renewed.partition("npm update")[0]] == []


def test_whatever_pip_installs_is_locked_with_hashes_or_our_own() -> None:
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    installs = [line for line in lines if "pip install" in line and not line.startswith("PIP ")]
    installs = [
        line for line in [*installs, *(line for line in lines if "$(PIP)" in line)] if "apt install" not in line
    ]
    assert len(installs) >= 4
    assert [line for line in installs if not ("--require-hashes -r " in line or "--no-index " in line)] == []


def test_dependabot_watches_them_all() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    watched = {update["package-ecosystem"]: set(update.get("directories", ())) for update in updates}
    assert watched == {
        "github-actions": set(),
        "pip": {f"/{name_of(path.parent)}" for path in PYTHON},
        "npm": {f"/{name_of(path.parent)}" for path in NPM},
    }
