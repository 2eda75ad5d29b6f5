"""Debian packages for programs that tests and measurements drive: installed where that can be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable


def install(packages: Iterable[str]) -> None:
    """Install packages as root; for anybody else, or where there is no apt-get, say what to install.

    All at once; when that fails one after another, so that one which is not to be had keeps no other away.
    """
    names = sorted(packages)
    if not names:
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(f"To have all, as root: apt-get install {' '.join(names)}", file=sys.stderr, flush=True)
        return
    command = ["install", "-qy", "--no-install-recommends"]
    _apt_get("update", "-q")
    if not _apt_get(*command, *names) and len(names) > 1:
        for name in names:
            _apt_get(*command, name)


def _apt_get(*arguments: str) -> bool:
    """Whether apt-get could do it; another apt-get that is at work is waited for."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=600", *arguments]
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0
