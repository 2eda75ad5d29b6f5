"""A WebSocket peer on a plain socket, without a WebSocket library.

It says exactly the bytes it is told to, well-formed or not, and reports what the other side did.
Every wait is bounded.
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from .frame import CLOSE, Frame, decode, encode

_SLICE = 0.05

End = Literal["fin", "reset", "open", "stopped"]


class Peer:
    """One open connection.

    `http`: the status line of an HTTP response that came where a frame was due; what follows is no frame either.
    """

    def __init__(self, sock: socket.socket, *, is_client: bool, received: bytes = b"") -> None:
        self.sock, self.is_client, self._data = sock, is_client, received
        self.http = ""

    def send(self, opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0, mask_rightly: bool = True) -> None:
        """Send one frame, masked as the role demands or the other way round."""
        self.send_bytes(encode(opcode, payload, fin=fin, rsv=rsv, masked=self.is_client is mask_rightly))

    def send_bytes(self, data: bytes) -> None:
        """Send bytes; an implementation that is gone already is no error here."""
        with suppress(OSError):
            self.sock.sendall(data)

    def await_close(self, patience: float, stop: Callable[[], bool] = lambda: False) -> Frame | End:
        """The Close frame of the other side, or how it ended without one; other frames are passed over."""
        deadline = time.monotonic() + patience
        while True:
            if self.http or self._data.startswith(b"HTTP/"):
                self.http = self.http or self._data.partition(b"\r\n")[0].decode(errors="replace")
                self._data = b""
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

    def await_end(self, patience: float) -> bool:
        """Wait until the other side ends TCP, or patience does; says whether TCP ended."""
        deadline = time.monotonic() + patience
        while (seen := self.await_close(deadline - time.monotonic())) not in ("fin", "reset", "open"):
            pass
        return seen != "open"

    def end(self) -> None:
        """End our direction of TCP (FIN)."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Reset TCP (RST)."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def close(self) -> None:
        """End TCP in both directions."""
        self.end()
        self.sock.close()
