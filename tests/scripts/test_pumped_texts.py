"""Any 8,000 characters are read in little work, counted against a plain pass over the same text in the same run."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

import pytest

from lookup.real import real_index

RUNNER = Path(__file__).resolve().parents[1] / "support" / "pumping.mjs"
LENGTH = 8000
# A thousand plain passes over 8,000 characters take some 10 ms; 50 ms of work are at most five times as much.
MOST_WORK = 5.0
PUMPED = [
    *[
        "=",
        "-",
        "/",
        "\\",
        "'",
        '"',
        "(",
        "[",
        "{",
        "<",
        "8",
        "0",
        "a",
        " ",
        "\t",
        "\n",
        ".",
        ":",
        ",",
        "|",
        "%",
        "é",
        "\U0001f600",
    ],
    *[
        "88 ",
        "88",
        "88:",
        "0x",
        "0x88, ",
        "03ee ",
        "\\x",
        "\\x41",
        "\\u00",
        "\\0",
        "\\\\",
        "b'",
        "b'\\'",
        "a=",
        "A=",
        "A+4=",
        "%03",
    ],
    *[
        "[3, 238] ",
        "[3,",
        "<Buffer ",
        "<<3,",
        "(byte)",
        "buffer: ArrayBuffer(",
        ", buffer",
        "1006:16,",
        '"0":3,',
        "0: ",
    ],
    *[
        "00000000: 8802\n",
        "0000 ",
        "0000000\n",
        "1006/",
        "1006.html/",
        "iAID7g==",
        "... 7 more bytes ",
        "data:",
        "payload: ",
    ],
    *[
        "1ms ",
        "port 1 ",
        "x-id=",
        "a[1]",
        "1 - 2 ",
        "close code 1006 ",
        "websocket: ",
        "a::",
        "aB",
    ],
]


def pumped_texts() -> list[str]:
    """Each piece repeated, with an end that fits nothing; pairs of pieces; and random mixtures."""
    dice = random.Random(8000)
    units = [*PUMPED, *("".join(dice.choices(PUMPED, k=2)) for _ in range(60))]
    texts = [(unit * LENGTH)[: LENGTH - 1] + "\x00" for unit in units]
    return [*texts, *("".join(dice.choices(PUMPED, k=LENGTH))[:LENGTH] for _ in range(20))]


@pytest.mark.slow
def test_no_text_takes_more_than_its_share_of_work() -> None:
    index = real_index()
    done = subprocess.run(
        ["node", str(RUNNER)],
        input=json.dumps({"texts": pumped_texts(), "index": index, "parts": index["parts"]}),
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    assert {result["name"] for result in results} == {"decoder", "resolver", "both ends", "404 page", "stack"}
    assert [result for result in results if result["ratio"] > MOST_WORK] == []
