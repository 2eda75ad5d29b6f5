"""`make serve` while somebody edits: pages follow, and a mistake is shown without losing the site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.building import ROOT

PATIENCE = 60  # seconds, for a machine that is busy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project to edit."""
    for name in ("data", "docs", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    leave_what_editors_do(tmp_path)
    return tmp_path


def leave_what_editors_do(project: Path) -> None:
    """Locks of emacs, which lead nowhere; swap files of vim; copies of either; what macOS leaves."""
    for folder, name in (
        ("data/codes", "1006.yml"),
        ("docs/guide", "choosing.md"),
        ("docs/scripts", "site.js"),
        ("hooks/theme", "404.html"),
        ("hooks/closecodes/templates", "code.j2"),
    ):
        (project / folder / f".#{name}").symlink_to("somebody@a-host.1234:1700000000")
        for left in (f".{name}.swp", f"{name}~", f"#{name}#", ".DS_Store"):
            (project / folder / left).write_bytes(b"\x00b0VIM")


@pytest.fixture
def served(project: Path) -> Iterator[tuple[str, Path]]:
    """The address of the served copy, and the file that its messages go to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "log.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("w", encoding="utf-8") as output:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield f"http://127.0.0.1:{port}/", log
        finally:
            process.terminate()
            process.wait(10)


def page(address: str) -> str:
    """The text of a page; empty while the server does not answer."""
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def wait_until(holds: Callable[[], bool], what: str, log: Path) -> None:
    """Poll, at most for as long as a busy machine may need."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.3)
    pytest.fail(f"{what} did not happen:\n{log.read_text('utf-8')[-2000:]}")


def test_edits_show_and_mistakes_do_not_lose_the_site(served: tuple[str, Path], project: Path) -> None:
    address, log = served
    file = project / "data" / "codes" / "1006.yml"
    good = file.read_text("utf-8")
    wait_until(lambda: "Abnormal Closure" in page(f"{address}1006/"), "serving", log)
    file.write_text(good.replace("status: local-only", "status: lonely"), "utf-8")
    wait_until(lambda: "status: is text ('lonely'); write one of" in log.read_text("utf-8"), "the message", log)
    assert page(f"{address}guide/choosing.md~") == page(f"{address}guide/%23choosing.md%23") == ""
    assert "data/codes/1006.yml:" in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
    wait_until(lambda: "Abnormal Closure" in page(f"{address}1006/"), "serving on", log)
    file.write_text(good.replace("\nsummary: ", "\nsummary: Edited. "), "utf-8")
    wait_until(lambda: "Edited. " in page(f"{address}1006/"), "the edit", log)
