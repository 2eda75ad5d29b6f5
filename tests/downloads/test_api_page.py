"""The examples of the API's page run, against the files as they are served."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.exporting import DOCS
from support.serving import serve

PAGE = (DOCS / "api.md").read_text("utf-8")
EXAMPLE = "https://close-codes.example/"
BLOCKS = re.findall(r"```(python|js)\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
RUN = {"python": [sys.executable, "-c"], "js": ["node", "--input-type=module", "-e"]}


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """The address of the built site."""
    with serve(built) as address:
        yield address


def test_there_is_an_example_in_each_language() -> None:
    assert [language for language, _, _ in BLOCKS] == ["python", "js"]


@pytest.mark.parametrize(("language", "code", "output"), BLOCKS, ids=[block[0] for block in BLOCKS])
def test_the_example_prints_what_the_page_says(language: str, code: str, output: str, site: str) -> None:
    assert EXAMPLE in code
    done = subprocess.run(
        [*RUN[language], code.replace(EXAMPLE, site)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == (output, "")


def test_every_address_of_the_page_is_there(built: Path) -> None:
    addresses = re.findall(re.escape(EXAMPLE) + r"([\w./-]+)", PAGE)
    assert addresses
    assert [path for path in addresses if not (built / path).exists()] == []


def test_the_page_lists_every_file(built: Path) -> None:
    files = {path.name for path in (built / "api" / "v1").iterdir() if path.is_file()}
    assert files == set(re.findall(r"\]\(api/v1/([\w.]+)\)", PAGE))
    schemas = {path.name for path in (built / "api" / "v1" / "schemas").iterdir()}
    assert schemas == set(re.findall(r"\]\(api/v1/schemas/([\w.-]+)\)", PAGE))
