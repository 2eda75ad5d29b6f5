"""Make sure there is a browser for the tests: Debian's Chromium where it can be had, else Playwright's own.

`python tests/support/get_browser.py` installs what is missing and prints the browser's path; exit status 1 and
a sentence say what could not be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support import debian

_NAMES = ("chromium", "chromium-browser", "google-chrome")


ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with its sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How tests and measurements start Chromium: without asking the network for anything of its own."""


def installed() -> str | None:
    """The path of a browser on this machine: the system's, else the one Playwright downloaded."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def _install() -> None:
    debian.install(["chromium", "fonts-liberation"])
    if not installed():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, check=False)


def main() -> int:
    """Find or install a browser; gives the exit status."""
    if not installed():
        _install()
    path = installed()
    if not path:
        print("no browser: install Chromium, or set CHROMIUM to the path of one", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
