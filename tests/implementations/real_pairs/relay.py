"""A TCP relay on loopback between client and server that does one thing wrong."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Literal

from ..frame import TEXT, decode, encode

Fault = Literal["bad-utf8-to-server", "bad-utf8-to-client", "no-pong-from-client", "no-pong-from-server", "silence"]

PONG = 0xA
BAD_UTF8 = b"\xff\xfe\xfd"


class Relay:
    """Forwards one connection; from `fail` on it inserts a bad frame, drops Pongs, or forwards nothing at all."""

    def __init__(self, port: int, fault: Fault) -> None:
        self._server_port, self._fault = port, fault
        self._failing = False
        self._tasks: list[asyncio.Task[None]] = []
        self._writers: dict[str, asyncio.StreamWriter] = {}

    async def start(self) -> int:
        """Listen; gives the port."""
        self._listening = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return int(self._listening.sockets[0].getsockname()[1])

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        beyond = await asyncio.open_connection("127.0.0.1", self._server_port)
        self._writers = {"client": writer, "server": beyond[1]}
        self._tasks = [
            asyncio.create_task(self._forward("client", reader, beyond[1])),
            asyncio.create_task(self._forward("server", beyond[0], writer)),
        ]

    async def _forward(self, source: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held = b""
        pongs = self._fault == f"no-pong-from-{source}"
        shaken = False
        try:
            while data := await reader.read(65536):
                if self._failing and self._fault == "silence":
                    continue
                if pongs:
                    held += data
                    if not shaken and b"\r\n\r\n" in held:
                        shaken = True
                        head, mark, held = held.partition(b"\r\n\r\n")
                        writer.write(head + mark)
                    data, held = _without_pongs(held) if shaken else (b"", held)
                writer.write(data)
                await writer.drain()
            if not (self._failing and self._fault == "silence"):
                writer.write_eof()
        except OSError:
            if not (self._failing and self._fault == "silence"):
                _reset(writer)

    def fail(self) -> None:
        """Do what is wrong from now on."""
        self._failing = True
        if self._fault.startswith("bad-utf8"):
            to = self._fault.rpartition("-")[2]
            self._writers[to].write(encode(TEXT, BAD_UTF8, masked=to == "server"))

    async def stop(self) -> None:
        """Close all."""
        self._listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in self._writers.values():
            writer.transport.abort()


def _without_pongs(data: bytes) -> tuple[bytes, bytes]:
    """The whole frames that are no Pong, and the rest."""
    kept = b""
    while found := decode(data):
        frame, size = found
        if frame.opcode != PONG:
            kept += data[:size]
        data = data[size:]
    return kept, data


def _reset(writer: asyncio.StreamWriter) -> None:
    """End TCP with a reset, as the other side did."""
    sock = writer.get_extra_info("socket")
    if sock.fileno() >= 0:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
