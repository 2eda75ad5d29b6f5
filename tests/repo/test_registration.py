"""Registering a code touches the table, one file and the changes; everything that is made from them knows it."""

from __future__ import annotations

import json
import shutil

import pytest

from closecodes.code_table import code_table
from closecodes.links import Links
from closecodes.load import load
from closecodes.model import Registry
from closecodes.pages import Renderer
from closecodes.site import files_of
from support.registration import ROOT, Registered

NEW = (Registered(1016, "Fictional Overload", "zorble"), Registered(3010, "Fictional Quota", "quabble"))


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


def test_the_blocks_around_it_are_divided(grown: Registry) -> None:
    blocks = [(b.first, b.last) for kind in grown.ranges for b in grown.unassigned_in(kind.span)]
    assert (1017, 2999) in blocks
    assert {(3009, 3009), (3011, 3999)} <= set(blocks)
