"""The decoder's other half makes the bytes that a Close frame must have, and says why when there can be none."""

from __future__ import annotations

from typing import Any

import pytest
from websockets.frames import Frame, Opcode

from closecodes.model import Registry
from support import decoding
from support.chance import draw
from support.fixture_registry import UNASSIGNED

KEY = [0x37, 0xFA, 0x21, 0x3D]
ALPHABET = "ab ~\"'\\\n\x00éß€中😀🇨\u202e"


def is_sendable(registry: Registry, number: int) -> bool:
    """Whether our data says that a number may be in a Close frame."""
    if number in registry.code_by_number:
        return registry.code_by_number[number].sendable
    [kind] = [kind for kind in registry.ranges if kind.span.first <= number <= kind.span.last]
    return kind.unassigned.sendable


def test_the_decoder_allows_the_codes_that_the_registry_allows(registry: Registry) -> None:
    [standing] = decoding.run([{"job": "standing"}])
    wrong = [n for n in range(65536) if (standing[n]["fault"] is None) != is_sendable(registry, n)]
    assert wrong == []


def test_every_number_leads_to_its_page_or_its_range(registry: Registry) -> None:
    [standing] = decoding.run([{"job": "standing"}])
    slugs = {number: kind.slug for kind in registry.ranges for number in range(kind.span.first, kind.span.last + 1)}
    pages = set(registry.numbers)
    wanted = [f"{n}/" if n in pages else f"{slugs[n]}/?n={n}" for n in range(65536)]
    assert [number["page"] for number in standing] == wanted


def test_a_browser_may_send_1000_and_3000_to_4999() -> None:
    [standing] = decoding.run([{"job": "standing"}])
    assert [n for n in range(65536) if standing[n]["browser"]] == [1000, *range(3000, 5000)]


def random_reasons(count: int) -> list[str]:
    """Reasons of every length up to the limit, of letters that take one to four bytes."""
    dice = draw("reasons")
    reasons = ["", "a" * 123, "é" * 61, "€" * 41, "😀" * 30]
    while len(reasons) < count:
        reason = "".join(dice.choices(ALPHABET, k=dice.randint(0, 60)))
        if len(reason.encode()) <= 123:
            reasons.append(reason)
    return reasons


@pytest.fixture(scope="module")
def wishes(registry: Registry) -> list[dict[str, Any]]:
    """Every code that may be sent, from both ends, each with some reason and some key."""
    dice = draw("masking keys")
    codes = [number for number in range(1000, 5000) if is_sendable(registry, number)]
    reasons = random_reasons(len(codes))
    return [
        {"job": "build", "code": str(code), "reason": reason, "from": sender, "key": list(dice.randbytes(4))}
        for sender in ("server", "client")
        for code, reason in zip(codes, reasons, strict=True)
    ]


@pytest.fixture(scope="module")
def frames(wishes: list[dict[str, Any]]) -> list[list[int]]:
    """The bytes that the wishes are granted with."""
    built = decoding.run(wishes)
    assert [result["problems"] for result in built if result["problems"]] == []
    return [result["bytes"] for result in built]


def test_a_built_frame_is_what_the_websockets_library_sends(
    wishes: list[dict[str, Any]], frames: list[list[int]]
) -> None:
    for wish, frame in zip(wishes, frames, strict=True):
        # Not Close.serialize(): it refuses codes that were registered after the library's release.
        payload = int(wish["code"]).to_bytes(2, "big") + wish["reason"].encode()
        if wish["from"] == "server":
            assert bytes(frame) == Frame(Opcode.CLOSE, payload).serialize(mask=False)
        else:
            masked = bytes(byte ^ wish["key"][i % 4] for i, byte in enumerate(payload))
            assert bytes(frame) == bytes([0x88, 0x80 | len(payload), *wish["key"]]) + masked


def test_a_built_frame_reads_back_and_breaks_no_rule(wishes: list[dict[str, Any]], frames: list[list[int]]) -> None:
    jobs = [{"job": "decode", "bytes": f, "sender": w["from"]} for w, f in zip(wishes, frames, strict=True)]
    for wish, result in zip(wishes, decoding.run(jobs), strict=True):
        assert (str(result["code"]), result["reason"]["text"]) == (wish["code"], wish["reason"])
        assert [rule["state"] for rule in result["rules"]] == ["kept"] * 9


def test_every_notation_that_is_offered_reads_back(frames: list[list[int]]) -> None:
    sample = frames[::37]
    written = decoding.run([{"job": "write", "bytes": frame} for frame in sample])
    pairs = [(frame, text) for frame, texts in zip(sample, written, strict=True) for text in texts]
    results = decoding.run([{"job": "read", "text": text} for _, text in pairs])
    wrong = [text for (frame, text), result in zip(pairs, results, strict=True) if result.get("bytes") != frame]
    assert len(pairs) > 500
    assert wrong == []


def test_the_python_literal_is_what_python_means() -> None:
    every = list(range(256))
    [[_, _, literal, _, _]] = decoding.run([{"job": "write", "bytes": every}])
    assert eval(literal) == bytes(every)  # a constant made by our own code


def test_no_code_makes_an_empty_frame() -> None:
    assert decoding.build("")["bytes"] == [0x88, 0]
    assert decoding.build("", sender="client", key=KEY)["bytes"] == [0x88, 0x80, *KEY]


@pytest.mark.parametrize(
    ("wish", "field", "words"),
    [
        ({"code": "70000"}, "code", "whole number from 0 to 65535"),
        ({"code": "-1"}, "code", "whole number"),
        ({"code": "1e3"}, "code", "whole number"),
        ({"code": "1000.5"}, "code", "whole number"),
        ({"code": "<b>"}, "code", "whole number"),
        ({"code": "", "reason": "bye"}, "code", "cannot come without a code"),
        ({"code": "1000", "reason": "a" * 124}, "reason", "1 byte too long"),
        ({"code": "1000", "reason": "😀" * 31}, "reason", "1 byte too long"),
        ({"code": "1000", "sender": "client", "key": KEY[:3]}, "key", "four bytes"),
    ],
)
def test_what_cannot_be_is_refused_in_words(wish: dict[str, Any], field: str, words: str) -> None:
    result = decoding.build(**wish)
    assert result["bytes"] is None
    assert [(problem["field"], words in problem["text"]) for problem in result["problems"]] == [(field, True)]


@pytest.mark.parametrize(
    ("code", "sender", "words"),
    [
        ("1006", "server", "must never be in a Close frame"),
        ("1004", "client", "reserved"),
        ("999", "server", "not used"),
        (str(UNASSIGNED), "server", "not assigned"),
        ("5000", "server", "no range"),
        ("1010", "server", "for clients"),
        ("1011", "client", "in a browser cannot send"),
    ],
)
def test_a_frame_that_should_not_be_sent_comes_with_a_warning(code: str, sender: str, words: str) -> None:
    result = decoding.build(code, sender=sender, key=KEY)
    assert result["bytes"] is not None
    assert [words in warning["text"] for warning in result["warnings"]] == [True]


@pytest.mark.parametrize(
    ("code", "sender"), [("1000", "server"), ("1011", "server"), ("1000", "client"), ("4004", "client")]
)
def test_an_ordinary_frame_comes_without_a_warning(code: str, sender: str) -> None:
    assert decoding.build(code, "bye", sender, KEY)["warnings"] == []


def test_a_reason_is_counted_in_bytes() -> None:
    assert [decoding.build("1000", reason)["used"] for reason in ("bye", "é", "€", "😀")] == [3, 2, 3, 4]


def test_cutting_keeps_whole_characters_and_as_many_as_fit() -> None:
    dice = draw("reasons to cut")
    texts = ["".join(dice.choices(ALPHABET, k=200)) for _ in range(200)]
    for text, cut in zip(texts, decoding.run([{"job": "cut", "text": t, "room": 123} for t in texts]), strict=True):
        assert text.startswith(cut)
        assert len(cut.encode()) <= 123 < len(text[: len(cut) + 1].encode())
