"""The weekly comparison with IANA sees every kind of change and mistakes nothing else for one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT = ROOT / "data" / "iana" / "close-code-number.csv"
TEXT = SNAPSHOT.read_text("utf-8")
FORBIDDEN = "3003,Forbidden,[Ada_Young],,"
FIRST, LAST = map(int, re.findall(r"^(\d+)-(\d+),Unassigned,", TEXT, re.MULTILINE)[-1])  # the last block


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """Where a test writes what IANA is to have."""
    return tmp_path / "live.csv"


def compare(live: Path, text: str | bytes) -> subprocess.CompletedProcess[str]:
    live.write_bytes(text if isinstance(text, bytes) else text.encode())
    command = [sys.executable, str(ROOT / "tools" / "compare_registry.py"), str(SNAPSHOT), str(live)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT.replace("invalid response from", "invalid  response\n  from")
        .replace("The server was acting", '"The server was acting')
        .replace("Status Code.,[", 'Status Code.",['),
        TEXT.replace("Change Controller", "Change Controller,Note"),
    ],
    ids=["same", "crlf", "byte order mark", "white space", "a further column"],
)
def test_the_same_table_is_the_same(text: str, live: Path) -> None:
    done = compare(live, text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


CHANGES = {
    "a new code": (
        f"{FIRST}-{LAST},Unassigned,,,",
        f"{FIRST},Quota Exceeded,[Some_Body],,\n{FIRST + 1}-{LAST},Unassigned,,,",
        [
            f"- new row `{FIRST}`: `Quota Exceeded`, `[Some_Body]`, (empty)",
            f"`{FIRST}-{LAST}` is gone",
            f"new row `{FIRST + 1}-{LAST}`",
        ],
    ),
    "a new name": (FORBIDDEN, FORBIDDEN.replace("Forbidden", "Not allowed"), ["`3003`, Meaning: `Forbidden` is now"]),
    "a reference": (FORBIDDEN, "3003,Forbidden,[Ada_Young],[RFC9999],", ["Reference: (empty) is now `[RFC9999]`"]),
    "a contact": (FORBIDDEN, "3003,Forbidden,[Else],,", ["`3003`, Contact: `[Ada_Young]` is now `[Else]`"]),
    "a lost code": (f"{FORBIDDEN}\n", "", ["- row `3003` is gone: `Forbidden`, `[Ada_Young]`, (empty)"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_reported(change: str, live: Path) -> None:
    old, new, wanted = CHANGES[change]
    assert old in TEXT
    done = compare(live, TEXT.replace(old, new))
    assert done.returncode == 1
    assert [part for part in wanted if part not in done.stdout] == []
    assert "What to do:" in done.stdout
    assert done.stdout.count("\n- ") == len(wanted)


def test_what_iana_writes_can_do_nothing_in_the_issue(live: Path) -> None:
    done = compare(live, TEXT.replace("Forbidden", "`@everybody <img src=x>`"))
    assert "`'@everybody <img src=x>'`" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!DOCTYPE html><title>Not found</title>",
        TEXT.splitlines()[0] + "\n",
        "Value,Name\n1000,Normal\n",
        b"\xff\xfe\x00",
    ],
    ids=["nothing", "a web page", "no rows", "other columns", "no text"],
)
def test_something_else_is_an_error_and_no_change(text: str | bytes, live: Path) -> None:
    done = compare(live, text)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "live.csv" in done.stderr


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "compare_registry.py"), str(SNAPSHOT), str(tmp_path / "none.csv")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 2
    assert "none.csv" in done.stderr
