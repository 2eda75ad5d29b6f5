"""The opening handshake on a plain socket, as client and as server (RFC 6455 4)."""

from __future__ import annotations

import base64
import hashlib
import os
import socket

from .peer import Peer

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

BUSY = 30.0
"""How many seconds a handshake may take while the machine is busy; it is waited for no longer than it takes."""


class Refused(Exception):
    """The server answered the handshake with this HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(f"http {status}")
        self.status = status


def connect(port: int, path: str, patience: float = BUSY) -> Peer:
    """Open a connection as a client.  Raises `Refused`, or `OSError` when there is no answer in time."""
    sock = socket.create_connection(("127.0.0.1", port), timeout=patience)
    key = base64.b64encode(os.urandom(16)).decode()
    lines = (f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade",
             f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", "")  # fmt: skip
    sock.sendall("\r\n".join(lines).encode())
    try:
        head, rest = _read_head(sock)
    except BaseException:
        sock.close()
        raise
    status = int(head.split(b" ", 2)[1])
    if status != 101:
        sock.close()
        raise Refused(status)
    return Peer(sock, is_client=True, received=rest)


def accept(listener: socket.socket, patience: float = BUSY) -> Peer:
    """Wait for one connection and open it as a server.  Raises `OSError` when none comes in time."""
    listener.settimeout(patience)
    sock, _ = listener.accept()
    sock.settimeout(patience)
    head, rest = _read_head(sock)
    fields = (line.split(b":", 1) for line in head.split(b"\r\n")[1:])
    key = next(value.strip() for name, value in fields if name.lower() == b"sec-websocket-key")
    token = base64.b64encode(hashlib.sha1(key + _GUID).digest())
    sock.sendall(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + token + b"\r\n\r\n"
    )
    return Peer(sock, is_client=False, received=rest)


def _read_head(sock: socket.socket) -> tuple[bytes, bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = sock.recv(4096)
        if not chunk:
            raise ConnectionError("the connection ended within the handshake")
        data += chunk
    head, rest = data.split(b"\r\n\r\n", 1)
    return head, rest
