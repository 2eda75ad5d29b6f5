"""Install what drivers need and build those in compiled languages, where that can be done here."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable

from support import debian, firefox, get_browser

from .pair import BUILT, HERE, Pair

Why = str


def prepare(pairs: Iterable[Pair]) -> dict[str, Why]:
    """Prepare the drivers; gives the ids of those that cannot be run here, with the reason."""
    wanted = list(pairs)
    absent = _missing(wanted)
    if absent:
        debian.install(absent)
        absent = _missing(wanted)
    return {pair.id: why for pair in wanted if (why := _unfit(pair, absent) or _unbuilt(pair))}


def _missing(pairs: list[Pair]) -> set[str]:
    """The Debian packages that are not installed; none is looked for where there is no dpkg."""
    wanted = {package for pair in pairs for package in pair.packages}
    if not wanted or not shutil.which("dpkg-query"):
        return wanted
    command = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *sorted(wanted)]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    return wanted - {line.split()[0] for line in lines if line.endswith(" installed")}


_BROWSERS = {"chromium": get_browser.installed, "firefox": firefox.installed}


def _unfit(pair: Pair, absent: set[str]) -> Why:
    if pair.library in _BROWSERS and not _BROWSERS[pair.library]():
        return f"{pair.library} is not installed"
    needed = [package for package in pair.packages if package in absent]
    if needed:
        return f"apt-get install {' '.join(needed)}"
    return "" if pair.build or shutil.which(pair.driver[0]) else f"{pair.driver[0]} is not installed"


def _unbuilt(pair: Pair) -> Why:
    """Why the driver could not be built; empty when it was, or needs no building."""
    if not pair.build:
        return ""
    if pair.build not in _built:
        BUILT.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "GOCACHE": str(BUILT / "go"), "GOFLAGS": "-buildvcs=false"}
        done = subprocess.run(pair.build, cwd=HERE / "drivers", env=environment, capture_output=True, text=True)
        lines = done.stderr.strip().splitlines()
        _built[pair.build] = "" if done.returncode == 0 else f"not built: {lines[-1] if lines else done.returncode}"
    return _built[pair.build]


_built: dict[tuple[str, ...], Why] = {}
