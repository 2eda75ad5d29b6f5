"""What the documents for contributors name is there: files, commands, forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md")]
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
FOLDERS = "bench|data|docs|hooks|requirements|schemas|tests|tools"


def named(document: Path) -> set[str]:
    """The paths in the project that a document names, without those with a gap to fill in."""
    return set(re.findall(rf"`((?:{FOLDERS})/[\w./-]*)`", document.read_text("utf-8")))


def test_paths_are_found() -> None:
    assert sum(len(named(document)) for document in DOCUMENTS) > 40


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_is_named_exists(document: Path) -> None:
    assert [path for path in sorted(named(document)) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(document: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = set(re.findall(r"(?:`|^)(?:\w+=\S+ )*make ([\w-]+)", document.read_text("utf-8"), re.MULTILINE))
    assert commands - targets == set()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_can_be_filled_in(path: Path) -> None:
    """The keys that GitHub asks for; a form without them is not offered, and nothing says so."""
    form = yaml.safe_load(path.read_text("utf-8"))
    assert {"name", "description", "title", "labels", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)
