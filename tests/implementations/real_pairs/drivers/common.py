"""What the Python drivers share: commands, tasks and reports."""

from __future__ import annotations

import asyncio
import importlib.metadata
import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

LIMIT = 1024
"""The message size limit in bytes, where there is one to set."""

BIG = 2000
"""The size of a message over the limit, in bytes."""

LATER = 2.0
"""How many seconds `close-later` waits."""

PING = 0.5 if "--ping" in sys.argv else None
"""Ping interval and timeout in seconds in runs about pings, else None: no pings."""

THREADS = 256
"""How many threads a client may have: one for each connection, where its library blocks."""


class ApplicationError(Exception):
    """What a handler raises when it is told to fail."""


@dataclass(frozen=True)
class Task:
    """What a server does with one connection."""

    id: str
    do: str = "wait"
    arguments: dict[str, Any] = field(default_factory=dict)
    status: int = 403

    @classmethod
    def from_path(cls, path: str) -> Task:
        """The task in the path of a connection."""
        return cls(**json.loads(parse_qs(urlsplit(path).query)["task"][0]))


def say(**what: Any) -> None:
    """Write one line of the protocol, in one piece: threads may speak at once."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def ready(package: str, *using: str, port: int | None = None) -> None:
    """Say that the driver is up, which version of the package it drives, and what that stands on."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in using]
    say(version=importlib.metadata.version(package), using=versions, port=port)


def opened(id: str) -> None:
    """Report that the connection is open."""
    say(id=id, event="open")


def told(id: str, **what: Any) -> None:
    """Report that the application was told the end: `code` (None is a null value), `reason`, `clean`, `text`."""
    say(id=id, event="told", **{key: value for key, value in what.items() if value not in ("", b"")})


def failed(id: str, error: BaseException) -> None:
    """Report that the application was told by an exception without a code."""
    say(id=id, event="told", error=True, text=text(error))


def refused(id: str, error: BaseException) -> None:
    """Report that the close call refused."""
    say(id=id, event="refused", text=text(error))


async def when_due(task: Task) -> None:
    """Report `asked` and wait, when the task is to close later."""
    if task.do == "close-later":
        say(id=task.id, event="asked")
        await asyncio.sleep(LATER)


def text(error: BaseException) -> str:
    """An exception as logs show it: package, class and message."""
    package = type(error).__module__.split(".")[0]
    prefix = "" if package in ("builtins", "__main__") else f"{package}."
    return f"{prefix}{type(error).__name__}: {error}"


def listener() -> socket.socket:
    """A listening socket on a free loopback port."""
    sock = socket.create_server(("127.0.0.1", 0), backlog=128)
    sock.setblocking(False)
    return sock


class Link(Protocol):
    """One connection of a client; `in_callback`: the application closes where it is called back."""

    in_callback: bool

    async def follow(self, id: str, url: str) -> None:
        """Connect, report `open`, and report the end."""

    async def close(self, **arguments: Any) -> None:
        """Close as the application does; an exception is a refusal."""

    async def send(self, message: str) -> None:
        """Send a text message."""


async def run_client(link: type[Link]) -> None:
    """Follow the commands of standard input until it ends, each connection on its own."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    links: dict[str, Link] = {}
    running: set[asyncio.Task[None]] = set()
    while line := await asyncio.to_thread(sys.stdin.readline):
        command = json.loads(line)
        if command["do"] == "open":
            links[command["id"]] = link()
            links[command["id"]].in_callback = command.get("in") == "callback"
        task = asyncio.create_task(_obey(links[command["id"]], **command))
        running.add(task)
        task.add_done_callback(running.discard)


async def _obey(link: Link, id: str, do: str, url: str = "", size: int = 2, **more: Any) -> None:
    if do == "open":
        try:
            await link.follow(id, url)
        except Exception as error:
            failed(id, error)
    elif do == "send":
        await link.send("a" * size)
    else:
        try:
            await link.close(**more.get("arguments", {}))
        except Exception as error:
            refused(id, error)
