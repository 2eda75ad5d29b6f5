"""WebSocket frames as bytes (RFC 6455 5), well-formed or not."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass

CONTINUATION, TEXT, CLOSE, PING = 0x0, 0x1, 0x8, 0x9


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
