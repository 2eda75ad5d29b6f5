"""The build backend of `pip install --editable .` (PEP 660): puts our own code on the environment's path.

Setuptools and Hatchling write the folder's absolute path, so that a copy of the project with its environment runs the
code of the original, unnoticed, and a moved one runs none.  A `.pth` file may hold paths relative to itself; this
writes such a one, and needs no package to do it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import sysconfig
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("hooks", "tests", ".")
"""What can be imported: the core, the tests' helpers, and `bench`."""


def build_editable(
    wheel_directory: str, config_settings: dict[str, str] | None = None, metadata_directory: str | None = None
) -> str:
    """Write the wheel that the environment gets; gives its file name."""
    del config_settings, metadata_directory  # the interface has them; there is nothing to choose
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    name, version, needed = project["name"], project["version"], project["requires-python"]
    about = f"{name}-{version}.dist-info"
    files = {
        f"{name}.pth": path_file(Path(sysconfig.get_path("purelib"))),
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nRequires-Python: {needed}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: closecodes\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{about}/RECORD"] = "".join(map(_recorded, files, files.values())) + f"{about}/RECORD,,\n"
    wheel = f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def path_file(packages: Path) -> str:
    """The `.pth` file of an environment whose packages lie in the given folder: our folders, seen from there."""
    return "".join(f"{os.path.relpath(ROOT / folder, packages)}\n" for folder in FOLDERS)


def _recorded(path: str, text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(text.encode())}\n"
