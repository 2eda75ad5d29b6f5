"""A WebSocket peer on a plain socket, without a WebSocket library (RFC 6455 4 and 5).

It says exactly the bytes it is told to, well-formed or not, and reports what the other side did.
Every wait is bounded.
"""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

CONTINUATION, TEXT, CLOSE, PING = 0x0, 0x1, 0x8, 0x9
_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_SLICE = 0.05

End = Literal["fin", "reset", "open", "stopped"]


@dataclass(frozen=True)
class Frame:
    """A frame as it was on the wire, unmasked."""

    opcode: int
    payload: bytes
    fin: bool = True
    masked: bool = False


def encode(opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0, masked: bool = False) -> bytes:
    """The bytes of one frame (RFC 6455 5.2); nothing is checked, so that illegal frames can be made."""
    head = bytes([fin << 7 | rsv << 4 | opcode])
    size = len(payload)
    if size < 126:
        head += bytes([masked << 7 | size])
    elif size < 0x10000:
        head += bytes([masked << 7 | 126]) + struct.pack("!H", size)
    else:
        head += bytes([masked << 7 | 127]) + struct.pack("!Q", size)
    return head + (b"".join(_mask(payload)) if masked else payload)


def _mask(payload: bytes) -> tuple[bytes, bytes]:
    key = os.urandom(4)
    return key, bytes(byte ^ key[i % 4] for i, byte in enumerate(payload))


def decode(data: bytes) -> tuple[Frame, int] | None:
    """The first frame in `data` and its size in bytes, or None when it is not all there yet."""
    if len(data) < 2:
        return None
    size, at, masked = data[1] & 0x7F, 2, data[1] >= 0x80
    if size >= 126:
        width = 2 if size == 126 else 8
        size, at = int.from_bytes(data[2 : 2 + width]), 2 + width
    start = at + 4 * masked
    if len(data) < start + size:
        return None
    key = data[at:start] or bytes(4)
    payload = bytes(byte ^ key[i % 4] for i, byte in enumerate(data[start : start + size]))
    return Frame(data[0] & 0x0F, payload, data[0] >= 0x80, masked), start + size


def close_body(code: int | None, reason: bytes = b"") -> bytes:
    """The payload of a Close frame (RFC 6455 5.5.1)."""
    return b"" if code is None else struct.pack("!H", code) + reason


class Peer:
    """One open connection."""

    def __init__(self, sock: socket.socket, *, is_client: bool, received: bytes = b"") -> None:
        self.sock, self.is_client, self._data = sock, is_client, received

    def send(self, opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0, mask_rightly: bool = True) -> None:
        """Send one frame, masked as the role demands or the other way round."""
        self.send_bytes(encode(opcode, payload, fin=fin, rsv=rsv, masked=self.is_client is mask_rightly))

    def send_bytes(self, data: bytes) -> None:
        """Send bytes; an implementation that is gone already is no error here."""
        try:
            self.sock.sendall(data)
        except OSError:
            pass

    def await_close(self, patience: float, stop: Callable[[], bool] = lambda: False) -> Frame | End:
        """The Close frame of the other side, or how it ended without one; other frames are passed over."""
        deadline = time.monotonic() + patience
        while True:
            found = decode(self._data)
            if found:
                self._data = self._data[found[1] :]
                if found[0].opcode == CLOSE:
                    return found[0]
                continue
            if stop():
                return "stopped"
            if time.monotonic() > deadline:
                return "open"
            end = self._receive()
            if end:
                return end

    def _receive(self) -> Literal["fin", "reset"] | None:
        self.sock.settimeout(_SLICE)
        try:
            data = self.sock.recv(65536)
        except TimeoutError:
            return None
        except OSError:
            return "reset"
        self._data += data
        return None if data else "fin"

    def await_end(self, patience: float) -> None:
        """Wait until the other side ends TCP, or patience does."""
        while self.await_close(patience) not in ("fin", "reset", "open"):
            pass

    def end(self) -> None:
        """End our direction of TCP (FIN)."""
        try:
            self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def reset(self) -> None:
        """Reset TCP (RST)."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def close(self) -> None:
        """End TCP in both directions."""
        self.end()
        self.sock.close()


class Refused(Exception):
    """The server answered the handshake with this HTTP status."""

    def __init__(self, status: int) -> None:
        super().__init__(f"http {status}")
        self.status = status


def connect(port: int, path: str, patience: float = 5) -> Peer:
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


def accept(listener: socket.socket, patience: float = 10) -> Peer:
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
