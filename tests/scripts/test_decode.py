"""The Close frame decoder reads what people paste, and names each rule that the bytes break."""

from __future__ import annotations

import pytest

from support import decoding
from support.fixture_registry import UNASSIGNED

BYE = "880503e8627965"
MASKED = "888237fa213d3412"

NOTATIONS = {
    "880503e8627965": "hexadecimal",
    "88 05 03 E8 62 79 65": "hexadecimal",
    "88:05:03:e8:62:79:65": "hexadecimal",
    "88-05-03-E8-62-79-65": "hexadecimal",
    "8805 03e8 6279 65": "hexadecimal",
    "0x880503e8627965": "hexadecimal",
    "0x88, 0x05, 0x03, 0xe8, 0x62, 0x79, 0x65": "hexadecimal",
    "{ 0x88, 0x5, 0x3, 0xe8, 0x62, 0x79, 0x65 }": "hexadecimal",
    "[]byte{0x88, 0x5, 0x3, 0xe8, 0x62, 0x79, 0x65}": "hexadecimal",
    "frame: 88 05 03 e8 62 79 65": "hexadecimal",
    "h'880503e8627965'": "hexadecimal",
    r"\x880503e8627965": "hexadecimal",
    "`880503e8627965`": "hexadecimal",
    "<Buffer 88 05 03 e8 62 79 65>": "hexadecimal",
    "received <Buffer 88 05 03 e8 62 79 65> from 10.0.0.1": "hexadecimal",
    "[136, 5, 3, 232, 98, 121, 101]": "decimal bytes",
    "[136 5 3 232 98 121 101]": "decimal bytes",
    "136 5 3 232 98 121 101": "decimal bytes",
    "Uint8Array(7) [ 136, 5, 3, 232, 98, 121, 101 ]": "decimal bytes",
    "<<136,5,3,232,98,121,101>>": "decimal bytes",
    "[-120, 5, 3, -24, 98, 121, 101]": "decimal bytes",
    '{"type":"Buffer","data":[136,5,3,232,98,121,101]}': "decimal bytes",
    '{"0":136,"1":5,"2":3,"3":232,"4":98,"5":121,"6":101}': "decimal bytes",
    r"\x88\x05\x03\xe8bye": "escaped bytes",
    r"b'\x88\x05\x03\xe8bye'": "escaped bytes",
    r'data=b"\x88\x05\x03\xe8bye" at 12:00': "escaped bytes",
    r'{"payload":"\\x88\\x05\\x03\\xe8bye"}': "escaped bytes",
    r'"\u0088\u0005\u0003\u00e8bye"': "escaped bytes",
    r"\210\005\003\350bye": "escaped bytes",
    "'\\x88\\x05\\x03\u00e8bye'": "escaped bytes",
    "iAUD6GJ5ZQ==": "base64",
    "iAUD6GJ5ZQ": "base64",
    "data:application/octet-stream;base64,iAUD6GJ5ZQ==": "base64",
    "iAUD\n6GJ5\nZQ==": "base64",
    "00000000: 8805 03e8 6279 65                        ....bye": "a hex dump",
    "00000000  88 05 03 e8 62 79 65                              |....bye|\n00000007": "a hex dump",
    "0000   88 05 03 e8 62 79 65                              ....bye": "a hex dump",
    "\t0x0000:  8805 03e8 6279 65                        ....bye": "a hex dump",
    "0000000 0588 e803 7962 0065\n0000007": "a hex dump",
    "2026-11-20 12:00:01.123 recv 88 05 03 e8 62 79 65 (7 bytes)": "hexadecimal, found in the text",
    "12:00:01 DEBUG ws in=880503e8627965 peer=10.0.0.1": "hexadecimal, found in the text",
    "\x1b[31m88 05 03 e8 62 79 65\x1b[0m": "hexadecimal",
    "  88 05\n03 e8\t62 79 65\u200b ": "hexadecimal",
    "8 8 0 5 0 3 e 8 6 2 7 9 6 5": "hexadecimal",
}


def test_every_notation_gives_the_same_bytes() -> None:
    results = decoding.run([{"job": "read", "text": text} for text in NOTATIONS])
    wrong = {
        text: result
        for (text, notation), result in zip(NOTATIONS.items(), results, strict=True)
        if (bytes(result.get("bytes", ())).hex(), result.get("spelling")) != (BYE, notation)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("hello", "No bytes found"),
        ("sent 1011 (internal error) keepalive ping timeout; no close frame received", "No bytes found"),
        ("2026-11-20 12:00:00 connection closed", "No bytes found"),
        ("Axis", "No bytes found"),
        ("88 02 03 e", "7 hex digits"),
        ("<Buffer 88 7d 03 e8 61 61 ... 77 more bytes>", "Node left out 77 bytes"),
        ("8" * 20001, "more than 20,000 characters"),
        ("[3, 300]", "No bytes found"),
        ("<img src=x onerror=alert(1)>", "No bytes found"),
        ("", "No bytes found"),
    ],
)
def test_what_is_no_bytes_is_refused_with_a_reason(text: str, problem: str) -> None:
    result = decoding.read(text)
    assert "bytes" not in result
    assert problem in result["problem"]


@pytest.mark.parametrize("number", ["1006", "1000", "4004", "65535", "7"])
def test_a_number_is_not_taken_for_bytes(number: str) -> None:
    assert decoding.read(number) == {"problem": f"{number} is a number, not bytes.", "number": int(number)}


def test_four_digits_that_are_a_whole_frame_are_bytes() -> None:
    assert decoding.read("8800")["code"] == 1005


@pytest.mark.parametrize(
    ("text", "framed", "masked", "code", "reason"),
    [
        (BYE, True, False, 1000, "bye"),
        (MASKED, True, True, 1000, ""),
        ("888537fa213d3412434452", True, True, 1000, "bye"),
        ("8800", True, False, 1005, ""),
        ("88 80 01 02 03 04", True, True, 1005, ""),
        ("03ee", False, False, 1006, ""),
        (r"b'\x0f\xa4caf\xc3\xa9'", False, False, 4004, "café"),
        ("81 05 68 65 6c 6c 6f 88 02 03 e9", True, False, 1001, ""),
        ("08 02 03 e8", True, False, 1000, ""),
        ("880103", True, False, None, ""),
        ("88 02", True, False, None, ""),
        ("81 02 68 69", True, False, None, ""),
    ],
)
def test_bytes_say_code_and_reason(text: str, framed: bool, masked: bool, code: int | None, reason: str) -> None:
    result = decoding.read(text)
    frame = result["frame"]
    assert (frame is not None, bool(frame and frame["masked"])) == (framed, masked)
    assert (result["code"], result["reason"]["text"]) == (code, reason)


@pytest.mark.parametrize(
    ("text", "sender", "sections"),
    [
        (BYE, "unknown", []),
        (BYE, "server", []),
        (BYE, "client", ["5.1"]),
        (MASKED, "client", []),
        (MASKED, "server", ["5.1"]),
        ("8800", "unknown", []),
        ("81026869", "unknown", ["5.5.1"]),
        ("08 02 03e8", "unknown", ["5.5"]),
        ("c8 02 03e8", "unknown", ["5.2"]),
        ("f8 02 03e8", "unknown", ["5.2"]),
        ("887e 0002 03e8", "unknown", ["5.2"]),
        ("887f 0000000000000002 03e8", "unknown", ["5.2"]),
        ("887f 8000000000000002 03e8", "unknown", ["5.5", "5.2"]),
        ("887e 007e 03e8" + "61" * 124, "unknown", ["5.5"]),
        ("887d 03e8" + "61" * 123, "unknown", []),
        ("887e 007d", "unknown", ["5.2"]),
        ("887e ffff", "unknown", ["5.5"]),
        ("887f 000000000000ffff", "unknown", ["5.5", "5.2"]),
        ("887f 0000000000010000", "unknown", ["5.5"]),
        ("880103", "unknown", ["5.5.1"]),
        ("880203ed", "unknown", ["7.4.1"]),
        ("880203ee", "unknown", ["7.4.1"]),
        ("880203f7", "unknown", ["7.4.1"]),
        ("880203ec", "unknown", ["7.4.1"]),
        ("880203e7", "unknown", ["7.4.2"]),
        (f"8802{UNASSIGNED:04x}", "unknown", ["7.4.2"]),
        ("88021388", "unknown", ["5.5.1"]),
        ("880403e8c328", "unknown", ["8.1"]),
        ("880403e8e282", "unknown", ["8.1"]),
        ("880403e8eda0", "unknown", ["8.1"]),
        ("48 04 03ee ff00", "client", ["5.5", "5.2", "5.1", "7.4.1", "8.1"]),
        (r"\x03\xee", "client", ["7.4.1"]),
    ],
)
def test_each_broken_rule_is_named_with_its_section(text: str, sender: str, sections: list[str]) -> None:
    result = decoding.read(text, sender=sender)
    assert [section for section, _ in decoding.broken(result)] == sections
    assert (result["verdict"]["tone"] == "bad") == bool(sections)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("08 02 03e8", "FIN is 0"),
        ("f8 02 03e8", "RSV1 and RSV2 and RSV3 are 1"),
        ("887e 0002 03e8", "The length 2 takes 2 bytes more"),
        ("887e 007e 03e8" + "61" * 124, "126 bytes, 1 too many"),
        ("880103", "one byte"),
        ("880203ee", "1006 must never be in a Close frame"),
        ("880403e8c328", "Byte 2 of the reason, 28"),
        ("880503e861c328", "Byte 3 of the reason, 28"),
        ("880403e8e282", "middle of a character"),
        ("81026869", "The opcode is 1, text"),
    ],
)
def test_a_broken_rule_says_what_is_wrong(text: str, words: str) -> None:
    assert words in " ".join(found for _, found in decoding.broken(decoding.read(text)))


def test_a_payload_alone_leaves_the_rules_for_frames_open() -> None:
    states = [rule["state"] for rule in decoding.read("03e8")["rules"]]
    assert states == ["open"] * 6 + ["kept"] * 3


@pytest.mark.parametrize(
    ("text", "missing"),
    [("880503e8", 3), ("88 02", 2), ("8802 03", 1), ("8882 37fa", 4), ("887e 00", 1), ("887f 0000", 6)],
)
def test_a_frame_that_is_cut_off_is_no_broken_rule(text: str, missing: int) -> None:
    result = decoding.read(text)
    assert result["missing"] == missing
    assert result["verdict"]["tone"] == "warn"
    assert decoding.broken(result) == []


def test_a_reason_that_is_cut_off_with_its_frame_is_not_blamed() -> None:
    assert decoding.broken(decoding.read("880603e8 61e2")) == []


def test_what_stands_around_the_close_frame_is_told() -> None:
    result = decoding.read("8900 880203e8 8a00")
    assert (len(result["earlier"]), bytes(result["after"]).hex()) == (1, "8a00")
    assert [piece["label"] for piece in result["pieces"]] == ["Before it", "Opcode", "Length", "Code", "After it"]
    assert "2 bytes after the frame were not read. No data frame may follow a Close frame." in result["said"]


def test_the_reader_may_say_how_to_take_the_bytes() -> None:
    as_payload, as_frame = (decoding.read("88 02 03 e8", form=form) for form in ("payload", "frame"))
    assert (as_payload["code"], as_frame["code"]) == (0x8802, 1000)
    assert decoding.read("03e8", form="frame")["frame"]["opcode"] == 3


def test_control_characters_are_made_visible() -> None:
    [shown] = decoding.run([{"job": "visible", "text": "a\x00\n\x7f\u202eb\u0085" + "c" * 400}])
    assert shown.startswith("a\u2400\u240a\u2421<202E>b<0085>c")
    assert shown.endswith("…")
    assert len(shown) == 301
