"""The names in data/libraries/ are those that the installed libraries really define.

PyPI libraries are imported; npm libraries are asked by tests/node/constants.mjs.  The versions in the data
must be the installed ones: a name is a fact about a version.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closecodes.model import Registry

NODE = Path(__file__).parents[1] / "node" / "constants.mjs"


def enum(module: str, name: str) -> dict[int, str]:
    """The members of an enumeration, as `Name.MEMBER` by number."""
    return {int(member.value): f"{name}.{member.name}" for member in getattr(importlib.import_module(module), name)}


def variables(owner: Any, prefix: str, shown: str) -> dict[int, str]:
    """The numbers among the attributes of a module or class that start with `prefix`, as `shown.NAME`."""
    found = {name: value for name, value in vars(owner).items() if name.startswith(prefix)}
    return {value: f"{shown}.{name}" for name, value in found.items() if type(value) is int}


def module_variables(module: str, prefix: str, shown: str) -> dict[int, str]:
    """The same for a module given by name."""
    return variables(importlib.import_module(module), prefix, shown)


def autobahn() -> dict[int, str]:
    """The class attributes of Autobahn's protocol."""
    protocol = importlib.import_module("autobahn.websocket.protocol").WebSocketProtocol
    return variables(protocol, "CLOSE_STATUS_CODE_", "WebSocketProtocol")


# By the id of the library: its name on PyPI, and what reads its names.
PYPI: dict[str, tuple[str, Callable[[], dict[int, str]]]] = {
    "websockets": ("websockets", lambda: enum("websockets", "CloseCode")),
    "aiohttp": ("aiohttp", lambda: enum("aiohttp", "WSCloseCode")),
    "wsproto": ("wsproto", lambda: enum("wsproto.frame_protocol", "CloseReason")),
    "starlette": ("starlette", lambda: module_variables("starlette.status", "WS_", "status")),
    "websocket-client": ("websocket-client", lambda: module_variables("websocket", "STATUS_", "websocket")),
    "autobahn-python": ("autobahn", autobahn),
}
NPM = ("ws", "undici", "websocket-node", "faye-websocket")


@pytest.fixture(scope="module")
def npm() -> dict[str, Any]:
    """What Node finds in the npm libraries, by the id of the library."""
    done = subprocess.run(["node", str(NODE)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def recorded(registry: Registry, library: str) -> dict[int, str]:
    """The names that data/libraries/ gives, codes and local values together."""
    entry = next(entry for entry in registry.libraries if entry.id == library)
    return {**(entry.constants or {}), **(entry.local_values or {})}


def differing(registry: Registry, library: str, installed: str) -> str | None:
    """What to say when the data speaks of another version than the installed one."""
    entry = next(entry for entry in registry.libraries if entry.id == library)
    if installed in re.findall(r"\d+(?:\.\d+)+", entry.version):
        return None
    return f"data/libraries/{library}.yml: version: is {entry.version!r}, but {installed} is installed; check and update the file"


@pytest.mark.parametrize("library", PYPI)
def test_the_names_are_those_of_the_python_library(registry: Registry, library: str) -> None:
    assert recorded(registry, library) == PYPI[library][1]()


@pytest.mark.parametrize("library", NPM)
def test_the_names_are_those_of_the_npm_library(registry: Registry, npm: dict[str, Any], library: str) -> None:
    assert recorded(registry, library) == {int(number): name for number, name in npm[library]["names"].items()}


def test_the_versions_in_the_data_are_the_installed_ones(registry: Registry, npm: dict[str, Any]) -> None:
    installed = {library: importlib.metadata.version(name) for library, (name, _) in PYPI.items()}
    installed |= {library: found["version"] for library, found in npm.items()}
    assert [text for library, version in installed.items() if (text := differing(registry, library, version))] == []
