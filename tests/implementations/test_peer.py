"""The raw-socket peer says and understands frames as RFC 6455 writes them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from .frame import CLOSE, TEXT, Frame, close_body, decode, encode
from .handshake import Refused, accept, connect
from .peer import Peer


def test_frames_are_those_of_rfc6455_5_7() -> None:
    assert encode(TEXT, b"Hello") == bytes.fromhex("810548656c6c6f")
    assert decode(bytes.fromhex("818537fa213d7f9f4d5158")) == (Frame(TEXT, b"Hello", masked=True), 11)
    assert encode(TEXT, b"Hel", fin=False) == bytes.fromhex("010348656c")
    assert encode(2, bytes(256))[:4] == bytes.fromhex("827e0100")
    assert encode(2, bytes(65536))[:10] == bytes.fromhex("827f0000000000010000")


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536])
@pytest.mark.parametrize("masked", [False, True])
def test_frame_comes_back_as_it_went(size: int, masked: bool) -> None:
    data = encode(TEXT, b"a" * size, masked=masked)
    assert decode(data + b"rest") == (Frame(TEXT, b"a" * size, masked=masked), len(data))
    assert decode(data[:-1]) is None


def test_close_body_is_a_big_endian_code_and_a_reason() -> None:
    assert close_body(None) == b""
    assert close_body(1006, b"why") == b"\x03\xeewhy"


@pytest.fixture
def both() -> Iterator[tuple[Peer, Peer]]:
    """A client and a server that have shaken hands."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        opened: list[Peer] = []
        thread = threading.Thread(target=lambda: opened.append(connect(listener.getsockname()[1], "/")))
        thread.start()
        server = accept(listener, 5)
        thread.join(5)
    yield opened[0], server
    opened[0].close()
    server.close()


def test_client_masks_and_server_does_not(both: tuple[Peer, Peer]) -> None:
    client, server = both
    client.send(CLOSE, close_body(1000))
    server.send(CLOSE, close_body(4000))
    assert server.await_close(2) == Frame(CLOSE, close_body(1000), masked=True)
    assert client.await_close(2) == Frame(CLOSE, close_body(4000))


def test_frames_before_a_close_are_passed_over(both: tuple[Peer, Peer]) -> None:
    client, server = both
    client.send(TEXT, b"x")
    client.send(CLOSE, close_body(1000), mask_rightly=False)
    assert server.await_close(2) == Frame(CLOSE, close_body(1000))


def test_end_and_reset_of_tcp_are_told_apart(both: tuple[Peer, Peer]) -> None:
    client, server = both
    assert server.await_close(0.1) == "open"
    assert server.await_close(2, stop=lambda: True) == "stopped"
    server.end()
    assert client.await_close(2) == "fin"
    client.reset()
    assert server.await_close(2) == "reset"


def test_refused_handshake_gives_its_status() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def refuse() -> None:
            sock, _ = listener.accept()
            with sock:
                sock.recv(4096)
                sock.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")

        thread = threading.Thread(target=refuse)
        thread.start()
        with pytest.raises(Refused, match="http 403"):
            connect(listener.getsockname()[1], "/")
        thread.join(5)
