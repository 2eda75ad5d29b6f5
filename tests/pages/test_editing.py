"""While pages are served an edit shows on every page that shows the fact: as if everything had been built anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from closecodes.guides import read_guides
from closecodes.links import Links
from closecodes.model import Registry
from closecodes.pages import render
from support.building import ROOT
from support.exporting import DOCS
from support.project_copy import copy_project

pytestmark = pytest.mark.xdist_group("editing")  # all edits are made once, by one worker

EDITS = {
    "a code": ("data/codes/1006.yml", "\nsummary: ", "\nsummary: Edited one. "),
    "what a code means": ("data/services/discord-gateway.yml", "meaning: The client", "meaning: Edited The client"),
    "the name of a service": ("data/services/discord-gateway.yml", "name: Discord", "name: Edited two"),
    "a library": ("data/libraries/ws.yml", "\nname: ws", "\nname: edited-three"),
    "a term": ("data/terms.yml", 'label: "Yes, now"', 'label: "Edited four"'),
    "a reference": ("data/references.yml", "RFC 6455: The WebSocket Protocol", "Edited five"),
    "a template": ("hooks/closecodes/templates/code.j2", "Facts and history", "Edited six"),
    "building blocks": (
        "hooks/closecodes/templates/html.j2",
        '<p class="cc-lead">',
        '<p class="cc-lead">Edited seven ',
    ),
    "the theme": ("hooks/theme/partials/footer.html", "No cookies", "Edited eight"),
    "a guide": ("docs/guide/abnormal-closure.md", "find the cause", "edited nine"),
    "the configuration": ("mkdocs.yml", "site_name: ", "site_name: Edited ten "),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """For each edit, made one after the other: the files that changed, and those that a cold build makes otherwise."""
    project = copy_project(tmp_path_factory.mktemp("editing") / "project")
    command = [sys.executable, str(ROOT / "tests" / "support" / "edit_and_build.py"), str(project), json.dumps(EDITS)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    outcomes: dict[str, dict[str, list[str]]] = json.loads(done.stdout.splitlines()[-1])
    return outcomes


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_shows_everywhere_and_nothing_else_changes(
    edit: str, outcomes: dict[str, dict[str, list[str]]]
) -> None:
    assert outcomes[edit]["changed"], "the edit changed nothing"
    assert outcomes[edit]["other than cold"] == []


def test_unchanged_pages_are_not_rendered_again(outcomes: dict[str, dict[str, list[str]]], registry: Registry) -> None:
    assert set(outcomes["a code"]["rendered"]) == {"1006.md", "1006/libraries.md", "1000-2999.md", "index.md"}
    articles = render(registry, Links(directories=True), guides=read_guides(DOCS))
    rendered = set(outcomes["what a code means"]["rendered"])
    assert {"services/discord-gateway.md", "4004.md"} <= rendered
    assert len(rendered) < len(articles) / 4, "pages that show none of the service's numbers stay as they are"


def test_where_an_edit_shows(outcomes: dict[str, dict[str, list[str]]]) -> None:
    assert {"1006/index.html", "1006.md", "index.html", "1000-2999/index.html", "api/v1/codes/1006.json"} <= set(
        outcomes["a code"]["changed"]
    )
    assert {"services/discord-gateway/index.html", "4004/index.html", "services/index.html"} <= set(
        outcomes["the name of a service"]["changed"]
    )
    assert {"libraries/ws/index.html", "libraries/events/index.html", "1006/index.html"} <= set(
        outcomes["a library"]["changed"]
    )
