"""One implementation in one role, and the command that starts its driver."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent
BUILT = HERE.parents[1] / ".tools" / "measure" / "built"
"""Where drivers in compiled languages are built."""

OLD = {
    "distribution": "the version in {system}; later releases may behave differently",
    "ended": "a release line that has ended; later lines may behave differently",
}

Role = Literal["client", "server"]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One implementation in one role.

    `actions`: the cases of the application that apply to it.  `without`: cases that its interface cannot express, such
    as a close call without a code.  `packages`: the Debian packages that its driver needs; `versioned`: the one whose
    version the driver is told, because the library does not tell its own.  `old`: why an old version is measured, a
    sentence of `OLD`.  `build`: the command that builds the
    driver, run in `drivers/`.  `varies`: what differs from run to run in the same case: a part of the cases, a key of
    the outcome and the values that were seen; one of them is as good as another.  `races`: cases whose whole outcome differs from run to run.
    """

    id: str
    name: str
    language: str
    driver: tuple[str, ...]
    library: str | None = None
    options: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    versioned: str = ""
    old: Literal["", "distribution", "ended"] = ""
    build: tuple[str, ...] = ()
    varies: tuple[tuple[str, str, tuple[int | str, ...]], ...] = ()
    races: tuple[str, ...] = ()

    @property
    def role(self) -> Role:
        """The last part of the id."""
        return "server" if self.id.endswith(".server") else "client"

    def command(self) -> list[str]:
        """The command that starts the driver."""
        versions = [upstream_version(self.versioned)] if self.versioned else []
        return [*self.driver, self.role, *self.options, *versions]


def why_old(pair: Pair) -> str:
    """Why an old version is measured on this system, in words; empty for others."""
    if not pair.old:
        return ""
    system = platform.freedesktop_os_release()
    return OLD[pair.old].format(system=f"{system['ID'].capitalize()} {system.get('VERSION_ID', '')}".strip())


def upstream_version(package: str) -> str:
    """The version of what an installed Debian package holds, without Debian's own parts; empty when there is none."""
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${source:Upstream-Version}", package], capture_output=True, text=True
    )
    return asked.stdout.partition("+")[0]


def python(module: str) -> tuple[str, ...]:
    """The command of a Python driver."""
    return (python_program(), "-m", f"drivers.{module}")


def python_program() -> str:
    """The Python with the packages of requirements.txt: MEASURE_PYTHON, else the one that runs the harness."""
    return str(Path(os.environ.get("MEASURE_PYTHON", sys.executable)).absolute())


def harness(module: str) -> tuple[str, ...]:
    """The command of a driver that needs what the harness needs: Playwright, or websockets for WebDriver BiDi."""
    return (sys.executable, "-m", f"drivers.{module}")


def debian_python(module: str) -> tuple[str, ...]:
    """The command of a Python driver that needs Debian's packages of Python modules."""
    return ("env", f"PYTHONPATH={HERE.parent}", "/usr/bin/python3", "-m", f"drivers.{module}")


def node(script: str) -> tuple[str, ...]:
    """The command of a Node.js driver."""
    return (node_program(), "--expose-gc", f"drivers/{script}.mjs")


def node_program() -> str:
    """The pinned Node.js when it is installed, else the one on the path."""
    return _installed("node-*/bin/node", "node")


def deno(script: str) -> tuple[str, ...]:
    """The command of a Deno driver."""
    return (_installed("@deno/*/deno", "deno"), "run", "--quiet", "--allow-all", "--v8-flags=--expose-gc",
            f"drivers/{script}.mjs")  # fmt: skip


def bun(script: str) -> tuple[str, ...]:
    """The command of a Bun driver."""
    return (_installed("@oven/*/bin/bun", "bun"), "--expose-gc", f"drivers/{script}.mjs")


def _installed(pattern: str, name: str) -> str:
    found = next(HERE.glob(f"node_modules/{pattern}"), None)
    return str(found) if found else name


def built(name: str) -> tuple[str, ...]:
    """The command of a driver that `build` made."""
    return (str(BUILT / name),)


def cpp(name: str, *libraries: str) -> tuple[str, ...]:
    """The command that builds a C++ driver."""
    return ("g++", "-O1", "-std=c++17", "-pthread", "-o", str(BUILT / name), f"{name}.cpp", *libraries)


def java(main: str, *jars: str) -> tuple[str, ...]:
    """The command of a Java driver, with the names of Debian's jars that it needs."""
    return ("java", "-cp", _class_path(str(BUILT / "java"), *jars), main)


def javac(main: str, *jars: str) -> tuple[str, ...]:
    """The command that builds a Java driver."""
    path = ("-cp", _class_path(*jars)) if jars else ()
    return ("javac", "-nowarn", "-d", str(BUILT / "java"), *path, "java/Task.java", f"java/{main}.java")


def _class_path(*places: str) -> str:
    return ":".join(place if place.startswith("/") else f"/usr/share/java/{place}.jar" for place in places)
