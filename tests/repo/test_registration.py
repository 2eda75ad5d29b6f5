"""Registering a code touches the table, one file and the changes; everything that is made from them knows it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from closecodes.code_table import code_table
from closecodes.links import Links
from closecodes.load import load
from closecodes.model import Registry
from closecodes.pages import Renderer
from closecodes.site import files_of
from support.registration import ROOT, Registered, copy_project

NEW = (Registered(1016, "Fictional Overload", "zorble"), Registered(3010, "Fictional Quota", "quabble"))

LONGEST_RUN = 1800
"""Seconds for all suites in the copy, on a machine that has much else to do."""

GROWING = "tests/pages/test_permalinks.py tests/downloads/test_exports.py tests/repo/test_schemas.py".split()
"""What `UPDATE=1` rewrites."""

SUITES = [f"tests/{name}" for name in "data pages scripts downloads lookup repo implementations".split()]

NOT_RUN = {
    "tests/repo/test_registration.py": "it is this test",
    "tests/repo/test_style.py": "checks all Python by mypy and ruff for a minute, and a registration changes none",
    "tests/repo/test_setup.py": "sets up environments, which hold no data",
    "tests/data/test_bad_builds.py": "damages data and builds it for a minute",
    "tests/pages/test_reproducible.py": "builds the site four times to compare bytes",
    "tests/pages/test_editing.py": "builds the site after each of many edits",
    "tests/pages/test_serve.py": "waits for the server to build after edits",
    "tests/pages/test_guide_snippets.py": "runs the programs of the guides, which read no data",
    "tests/implementations/test_measured.py::test_implementations_do_what_is_stored": "runs libraries, not our data",
    "tests/implementations/test_real_pairs.py": "runs pairs of libraries, not our data",
}
"""What is left out in the copy, with the reason; also what is marked `attack` or `slow`, which damages data at random
or proves that scripts and patterns are sound whatever the data."""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The real data with two codes more, registered as CONTRIBUTING says."""
    project = tmp_path_factory.mktemp("grown")
    shutil.copytree(ROOT / "data", project / "data")
    for code in NEW:
        code.add_to(project)
    return load(project / "data")


@pytest.fixture(scope="module")
def files(grown: Registry) -> dict[str, str]:
    """All that is generated, by path."""
    articles, others = files_of(Renderer(), grown, Links(directories=True), ROOT / "docs", "https://close-codes.test/")
    return {file.path: file.text for file in others} | {f"{article.path}.html": article.html for article in articles}


@pytest.mark.long
@pytest.mark.parametrize("code", NEW, ids=lambda code: str(code.number))
def test_everything_knows_a_newly_registered_code(code: Registered, grown: Registry, files: dict[str, str]) -> None:
    number, name = code.number, code.name
    assert grown.code_by_number[number].browser_may_send == (number >= 3000)
    assert (number, name, "registered") in code_table(grown)["codes"]
    in_lookup = json.dumps(json.loads(files["lookup.json"]))
    assert name in in_lookup and code.word in in_lookup
    entry = json.loads(files[f"api/v1/codes/{number}.json"])
    assert (entry["assigned"]["name"], entry["sendable"]) == (name, True)
    assert f"{number},{name},{name},registered" in files["api/v1/codes.csv"]
    assert f"{number} {name} is registered" in files["feed.xml"]
    pages = {path for path in files if path.startswith(f"{number}.")}
    assert pages, "it has a page"
    assert all(name in files[path] for path in pages)


@pytest.mark.long
def test_the_blocks_around_it_are_divided(grown: Registry) -> None:
    blocks = [(b.first, b.last) for kind in grown.ranges for b in grown.unassigned_in(kind.span)]
    assert (1017, 2999) in blocks
    assert {(3009, 3009), (3011, 3999)} <= set(blocks)


@pytest.mark.slow
@pytest.mark.xdist_group("registration")
def test_every_suite_passes_with_newly_registered_codes(tmp_path: Path) -> None:
    """Two files and two lines per code, and the lists that grow; nothing else is touched."""
    project = copy_project(tmp_path / "project")
    for code in NEW:
        code.add_to(project)
    run(project, *GROWING, UPDATE="1")
    left_out = [argument for test in NOT_RUN for argument in ("--deselect", test)]
    said = run(project, "-n", "2", "--dist", "loadgroup", "-m", "not attack and not slow", *left_out, *SUITES)
    passed = re.search(r"(\d+) passed", said)
    assert passed and int(passed[1]) > 1000, said[-1000:]


def run(project: Path, *arguments: str, **environment: str) -> str:
    """Run the copy's tests with the copy's code; gives what they say.  Fails when one of them fails."""
    path = os.pathsep.join(str(project / folder) for folder in ("hooks", "tests", "tools", "."))
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "UPDATE"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--verbosity=0", "--tb=short", *arguments],
        cwd=project,
        env={**clean, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=LONGEST_RUN,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def test_what_is_left_out_is_there() -> None:
    """Else a renamed test would be left out in name only."""
    files = {test.partition("::")[0] for test in NOT_RUN}
    assert [file for file in files if not (ROOT / file).exists()] == []
