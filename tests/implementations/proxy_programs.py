"""What it takes to start one of Debian's proxies: its program, a configuration filled in, and a port of its own."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Mapping

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin"
"""Where programs are looked for; not everybody's PATH has the folder for servers."""


def found(program: str) -> str | None:
    """The path of a program, when it is installed."""
    return shutil.which(program, path=PATH)


def filled(text: str, words: Mapping[str, str]) -> str:
    """A configuration or an argument with its words in capitals, such as PORT, replaced."""
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def free_port() -> int:
    """A loopback port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


def listens(port: int) -> bool:
    """Whether something listens on a loopback port."""
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0
