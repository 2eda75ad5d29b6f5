"""What Python drivers share: reading tasks and reporting."""

from __future__ import annotations

import importlib.metadata
import json
import os
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

LIMIT = 1024
PING = 0.3 if "--ping" in sys.argv else None
"""The ping interval and timeout in seconds when the run is about ping timeouts, else None."""


LONGER = 90
"""Seconds for what an application waits for without end: longer than the harness does (`NO_ANSWER` of cases.py)."""


class ApplicationError(Exception):
    """What a handler raises when it is told to fail."""


@dataclass(frozen=True)
class Task:
    """One connection: `close` it, `wait` for its end, `raise`, `leave`, `return`, `drop`, `exit` or `refuse`."""

    id: str
    do: str
    url: str = ""
    arguments: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_path(cls, path: str) -> Task:
        """The task in the path of a server's connection."""
        return cls(**json.loads(parse_qs(urlsplit(path).query)["task"][0]))


def tasks() -> Iterator[Task]:
    """The tasks of a client driver, as they come in."""
    for line in sys.stdin:
        yield Task(**json.loads(line))


def ready(package: str, *using: str, port: int | None = None) -> None:
    """Say that the driver is up, which version of the package it drives, and what that stands on."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in using]
    say(version=importlib.metadata.version(package), using=versions, port=port)


def saw(task: Task, **app: Any) -> None:
    """Report what the application was told; `code=None` means that it was given a null code."""
    say(id=task.id, app={key: value for key, value in app.items() if value not in ("", b"")})


def refused(task: Task, error: BaseException) -> None:
    """Report that the close call refused."""
    say(id=task.id, refused=text(error))


def refused_as(task: Task, words: str) -> None:
    """Report that the close call refused, in these words."""
    say(id=task.id, refused=words)


def nothing(task: Task) -> None:
    """Report that there is nothing to report."""
    say(id=task.id)


def text(error: BaseException) -> str:
    """An exception as logs show it: package, class and message."""
    package = type(error).__module__.split(".")[0]
    prefix = "" if package in ("builtins", "__main__") else f"{package}."
    return f"{prefix}{type(error).__name__}: {error}"


def listener() -> socket.socket:
    """A listening socket on a free loopback port."""
    sock = socket.create_server(("127.0.0.1", 0))
    sock.setblocking(False)
    return sock


def leave_process() -> None:
    """End the program as an operating system does when nobody tidies up."""
    sys.stdout.flush()
    os._exit(0)


def say(**what: Any) -> None:
    """Write one line of the protocol."""
    print(json.dumps(what), flush=True)
