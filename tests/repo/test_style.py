"""Our own code: linted, formatted, typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("hooks", "tests", "tools", "bench")


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", *FOLDERS), ("ruff", "format", "--check", *FOLDERS), ("mypy",)],
    ids=["lint", "format", "types"],
)
def test_code_keeps_to_the_style(command: tuple[str, ...]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
