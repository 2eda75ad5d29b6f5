"""One reader of bytes: every spelling gives the same bytes, for the decoder and the lookup."""

from __future__ import annotations

import base64
import random

from scripts.spellings import BYTES_1006, NO_BYTES
from support import decoding

TEXTS = [(text, spelling) for spelling, texts in BYTES_1006.items() for text in texts]


def test_every_spelling_is_read() -> None:
    results = decoding.run([{"job": "readings", "text": text} for text, _ in TEXTS])
    wrong = [
        (text, found)
        for (text, spelling), found in zip(TEXTS, results, strict=True)
        if len(found) != 1
        or found[0]["spelling"] != spelling
        or (found[0]["close"] or {}).get("code") != 1006
        or found[0]["close"]["reason"]
    ]
    assert len(TEXTS) >= 90
    assert wrong == []


def test_what_spells_no_bytes_is_left_alone() -> None:
    results = decoding.run([{"job": "readings", "text": text} for text in NO_BYTES])
    assert [(text, found) for text, found in zip(NO_BYTES, results, strict=True) if found] == []


def test_the_place_of_the_bytes_is_told() -> None:
    text = "first b'\\x03\\xe9' and then 88 02 03 e8 came"
    [found] = decoding.run([{"job": "readings", "text": text}])
    places = [(read["close"]["code"], text[read["at"] : read["at"] + read["length"]]) for read in found]
    assert places == [(1000, "88 02 03 e8"), (1001, r"\x03\xe9")]


def spelled(bytes_: bytes) -> list[str]:
    """The same bytes in the spellings of common programs."""
    listed = list(bytes_)
    base64_text = base64.b64encode(bytes_).decode()
    return [
        "0x" + bytes_.hex(),
        bytes_.hex(" "),
        repr(bytes_),
        str(listed),
        str([byte - 256 if byte > 127 else byte for byte in listed]),
        f"<<{','.join(map(str, listed))}>>",
        f"<Buffer {bytes_.hex(' ')}>",
        "{" + ", ".join(f"0x{byte:02x}" for byte in listed) + "}",
        "".join(f"\\{byte:03o}" for byte in listed),
        "".join(f"%{byte:02X}" for byte in listed),
        *([base64_text] if base64_text.endswith("=") or bytes_[0] == 0x88 else []),  # else a word may look the same
    ]


def random_closes(count: int) -> list[bytes]:
    """Payloads and frames, masked or not, with codes that may be somebody's and reasons in UTF-8."""
    dice = random.Random(6455)
    found = []
    for _ in range(count):
        reason = "".join(dice.choices("ab e\u0301\u20ac\U0001f600\"'\\,", k=dice.randint(0, 12)))
        payload = dice.randint(1000, 4999).to_bytes(2, "big") + reason.encode()
        key = dice.choice([b"", dice.randbytes(4)])
        masked = bytes(byte ^ key[i % 4] for i, byte in enumerate(payload)) if key else payload
        found.append(dice.choice([payload, bytes([0x88, len(payload) | (0x80 if key else 0)]) + key + masked]))
    return found


def test_random_closes_are_read_alike_in_every_spelling() -> None:
    pairs = [(close, text) for close in random_closes(150) for text in spelled(close)]
    results = decoding.run([{"job": "readings", "text": text} for _, text in pairs])
    wrong = [
        (close.hex(), text, found)
        for (close, text), found in zip(pairs, results, strict=True)
        if not found or bytes(found[0]["bytes"]) != close
    ]
    assert len(pairs) > 1500
    assert wrong == []
