"""Whatever is pasted, the decoder answers; and whatever it answers holds together."""

from __future__ import annotations

import base64
import time
from typing import Any

import pytest
from websockets.exceptions import ProtocolError
from websockets.frames import Close

from support import decoding
from support.chance import ROUNDS, draw

pytestmark = pytest.mark.attack

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "__proto__",
    "constructor",
    '{"__proto__":{"x":1}}',
    "\\x",
    "\\x8",
    "\\u00",
    "\\u{}",
    "\\",
    "b'",
    "b'\\",
    "b''",
    "[]",
    "[,]",
    "<Buffer >",
    "<Buffer>",
    "<<>>",
    "=",
    "====",
    "0x",
    "0x0x88",
    "-",
    "-0",
    "1e3",
    "NaN",
    "\x00",
    "\ud800",
    "\u202e880203e8",
    "0000",
    "0000:",
    "0000000 ",
    "8" * 19999,
    "88 " * 6000,
    "[" * 19999,
    "(" * 9999 + ")" * 9999,
    "\\" * 19999,
    "\\x41" * 4999,
    "'" * 19999,
    "b'" + "\\'" * 9000,
    "0x" * 9999,
    "a:" * 9999,
    "<Buffer " + "aa " * 6000,
    "\n" * 19999 + "8",
    "A" * 19998 + "==",
    "885" + " " * 19000 + "x",
    "frame" + ":" * 19000,
]
PIECES = [
    "\\x",
    "\\u00",
    " ",
    "\n",
    "<Buffer ",
    "é",
    "\ud83d",
    *["88", "02", "03", "e8", "0x", "b'", "'", "[", "]", ">", ",", "=", "-", "232"],
    '"',
]


def random_texts(count: int) -> list[str]:
    """Texts of every kind of thing that a decoder meets, well and badly put together."""
    dice = draw("decoder texts")
    texts = []
    for _ in range(count):
        raw = dice.randbytes(dice.randint(0, 40))
        if dice.random() < 0.5:
            raw = bytes([0x88, dice.choice([0, 1, 2, 5, 0x82, 0x85, 0x7E, 0x7F, 0xFE, 0xFF])]) + raw
        texts += [
            raw.hex(),
            raw.hex(" "),
            repr(raw),
            str(list(raw)),
            base64.b64encode(raw).decode(),
            raw.decode("latin-1"),
        ]
        texts.append("".join(dice.choices(PIECES, k=dice.randint(1, 25))))
    return texts


@pytest.fixture(scope="module")
def results() -> list[dict[str, Any]]:
    """What the decoder makes of them all; a throw fails the run."""
    texts = [*HOSTILE, *random_texts(1200 * ROUNDS)]
    dice = draw("decoder forms")
    choices = [
        {"form": dice.choice(["auto", "frame", "payload"]), "sender": dice.choice(["unknown", "server", "client"])}
        for _ in texts
    ]
    jobs = [{"job": "read", "text": text, **choice} for text, choice in zip(texts, choices, strict=True)]
    found: list[dict[str, Any]] = decoding.run(jobs)
    return found


def test_every_text_is_bytes_or_a_problem_in_words(results: list[dict[str, Any]]) -> None:
    assert {("bytes" in result) + ("problem" in result) for result in results} == {1}
    assert all(result["problem"] for result in results if "problem" in result)
    assert sum("bytes" in result for result in results) > 4000


def test_bytes_are_bytes_and_codes_are_codes(results: list[dict[str, Any]]) -> None:
    read = [result for result in results if "bytes" in result]
    assert all(isinstance(byte, int) and 0 <= byte < 256 for result in read for byte in result["bytes"])
    assert all(result["code"] is None or 0 <= result["code"] <= 65535 for result in read)


def test_the_picture_shows_the_bytes_in_their_order(results: list[dict[str, Any]]) -> None:
    short = [result for result in results if 0 < len(result.get("bytes", ())) <= 120]
    assert len(short) > 4000
    for result in short:
        pieces = [piece for piece in result["pieces"] if piece["kind"] != "missing"]
        shown = "".join(cell["wire"] for piece in pieces for cell in piece["cells"])
        assert bytes.fromhex(shown) == bytes(result["bytes"])


def test_hostile_texts_are_answered_at_once() -> None:
    """A pattern that backtracks would take minutes on these; the limit leaves room for a slow machine."""
    started = time.monotonic()
    decoding.run([{"job": "read", "text": text} for text in HOSTILE])
    assert time.monotonic() - started < 10


def test_payloads_are_judged_as_the_websockets_library_judges_them() -> None:
    dice = draw("payloads")
    codes = [*range(998, 1020), 2999, 3000, 3999, 4000, 4999, 5000, 65535]
    tails = [b"", b"bye", "é€😀".encode(), b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80"]
    payloads = [code.to_bytes(2, "big") + tail for code in codes for tail in tails]
    payloads += [
        dice.choice(codes).to_bytes(2, "big") + dice.randbytes(dice.randint(0, 6)) for _ in range(2000 * ROUNDS)
    ]
    results = decoding.run([{"job": "decode", "bytes": list(payload), "form": "payload"} for payload in payloads])
    wrong = [
        p.hex() for p, result in zip(payloads, results, strict=True) if bool(decoding.broken(result)) == accepts(p)
    ]
    assert wrong == []


def accepts(payload: bytes) -> bool:
    """Whether the library takes a payload from the wire."""
    try:
        Close.parse(payload).check()
    except (ProtocolError, UnicodeDecodeError):
        return False
    return True


def test_spaces_anywhere_in_hex_change_nothing() -> None:
    dice = draw("spaces in hex")
    frame = "888537fa213d3412434452"
    texts = [
        "".join(digit + dice.choice(["", "", " ", "\n", "\t", "  "]) for digit in frame) for _ in range(300 * ROUNDS)
    ]
    results = decoding.run([{"job": "read", "text": text} for text in texts])
    assert {bytes(result["bytes"]).hex() for result in results} == {frame}
