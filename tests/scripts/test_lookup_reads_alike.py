"""The lookup reads bytes as the decoder does: both read through `docs/scripts/bytes`."""

from __future__ import annotations

import pytest

from lookup.asking import ask
from lookup.real import real_index
from scripts.spellings import BYTES_1006
from scripts.test_one_reader import random_closes, spelled
from support import decoding

TEXTS = [(text, spelling) for spelling, texts in BYTES_1006.items() for text in texts]


def test_the_lookup_reads_every_spelling_as_the_decoder_does() -> None:
    answers = ask(real_index(), [text for text, _ in TEXTS])["answers"]
    wrong = [text for (text, _), found in zip(TEXTS, answers, strict=True) if not found or found[0]["path"] != "1006/"]
    assert wrong == []


@pytest.mark.slow
def test_random_closes_get_the_same_code_from_decoder_and_lookup() -> None:
    texts = [text for close in random_closes(40) for text in spelled(close)]
    read = decoding.run([{"job": "readings", "text": text} for text in texts])
    answers = ask(real_index(), texts)["answers"]
    wrong = []
    for text, found, answer in zip(texts, read, answers, strict=True):
        code = str(found[0]["close"]["code"])
        if not answer or code not in [*answer[0]["title"].split(), answer[0]["path"].split("n=")[-1].rstrip("/")]:
            wrong.append((text, code, answer[0]["path"] if answer else None))
    assert wrong == []
