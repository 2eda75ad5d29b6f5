"""Run the tools that make the offline bundle and the docset."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://close-codes.test/sub/"


@dataclass(frozen=True)
class Packed:
    """What the tools left in their build folder and in their dist folder."""

    build: Path
    dist: Path

    @property
    def pages(self) -> Path:
        """The flat pages."""
        return self.build / "offline" / "websocket-close-codes"

    @property
    def zip(self) -> Path:
        """The offline bundle."""
        return self.dist / "websocket-close-codes-offline.zip"

    @property
    def tgz(self) -> Path:
        """The docset."""
        return self.dist / "WebSocket_Close_Codes.tgz"


def pack(folder: Path, root: Path = ROOT, **environment: str) -> Packed:
    """Make bundle and docset of the project in `root`, below a folder."""
    packed = Packed(folder / "build", folder / "dist")
    own = os.pathsep.join(str(root / part) for part in ("hooks", "tests", "."))  # a copy runs its own code
    settings = {"SITE_URL": SITE, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONPATH": own, **environment}
    for tool in ("offline.py", "docset.py"):
        command = [sys.executable, str(root / "tools" / tool), str(packed.build), str(packed.dist)]
        done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return packed
