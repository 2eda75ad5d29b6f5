"""A close code written as bytes is read, whole Close frames included (RFC 6455, sections 5.2 and 5.5.1)."""

from __future__ import annotations

import base64

import pytest

from lookup.asking import ask
from lookup.real import real_index, wrong_first


def body(code: int, reason: str = "") -> bytes:
    return code.to_bytes(2, "big") + reason.encode()


def frame(payload: bytes, key: bytes = b"") -> bytes:
    """A Close frame, masked when there is a key."""
    masked = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload)) if key else payload
    return bytes([0x88, len(payload) | (0x80 if key else 0)]) + key + masked


KEY = bytes.fromhex("9adc3711")
HELLO = bytes([0x81, 5]) + b"hello"
WRITTEN = [
    (body(1006).hex(), "1006/"),
    (body(1006).hex(" "), "1006/"),
    (body(4004).hex(":"), "4004/"),
    ("0x" + body(1000).hex(), "1000/"),
    ("0x03, 0xE9", "1001/"),
    (repr(body(1011)), "1011/"),
    (repr(body(1011, "it's over")), "1011/"),
    (repr(frame(body(1009, 'a "b"'))), "1009/"),
    ("\\x03\\xea", "1002/"),
    ('"\\u0003\\u00f0"', "1008/"),
    ("<Buffer 03 eb>", "1003/"),
    ("payload: <Buffer 88 02 03 ec>", "1004/"),
    ("[3, 237]", "1005/"),
    ("[136 2 3 239]", "1007/"),
    ("Uint8Array(2) [ 3, 242 ]", "1010/"),
    ("<<3,244>>", "1012/"),
    (base64.b64encode(body(1013)).decode(), "1013/"),
    (base64.b64encode(frame(body(1014, "x"))).decode(), "1014/"),
    (frame(body(1015)).hex(), "1015/"),
    (frame(body(3000, "auth")).hex(" "), "3000/"),
    (frame(body(3003), KEY).hex(), "3003/"),
    (frame(body(3008, "slow"), KEY).hex(" "), "3008/"),
    (frame(b"").hex(" "), "1005/"),
    (frame(b"", KEY).hex(), "1005/"),
    ((HELLO + frame(body(4001))).hex(), "4001/"),
    (f"sending {frame(body(1001)).hex(' ')} to the peer", "1001/"),
    (frame(body(4321)).hex(), "4000-4999/?n=4321"),
    (body(0x5765).hex(" "), "5000-65535/?n=22373"),
]


def test_each_notation_gives_its_code() -> None:
    assert wrong_first(WRITTEN) == {}


def test_a_frame_says_what_it_is() -> None:
    [answers] = ask(real_index(), [frame(body(1000, "bye"), KEY).hex()])["answers"]
    assert answers[0]["why"] == 'a Close frame, masked, reason "bye"'


@pytest.mark.parametrize("word", ["cafe", "dead", "beef", "face", "1006", "8800", "8802", "abcd", "test", "data"])
def test_words_and_decimals_are_not_bytes(word: str) -> None:
    [answers] = ask(real_index(), [word])["answers"]
    assert not [a for a in answers if "bytes" in a["why"] or "frame," in a["why"]]
