"""No query throws, none gives markup, and none takes long, however odd it is."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from lookup.asking import ask
from lookup.real import real_index
from support.chance import ROUNDS, draw

PATH = re.compile(
    r"(?:\d+(?:-\d+)?|[a-z-]+(?:/[a-z0-9][a-z0-9.-]*)?)/(?:\?n=\d+|\?[a-z-]+=[\w.-]+(?:&[a-z-]+=[\w.-]+)*|#[a-z0-9-]+)?\Z"
)
FIELDS = {"path", "title", "line", "why", "verdict", "kind", "score", "rule"}
MORE = {"excerpt", "text", "relative"}
REPEATED = [
    "a", "1", "-", ".", "a-", "a.", "1.", "ws://", "[", "[:", "(", "{", "<<", "\\x", "\\x03", '"', "'", "88 ",
    "8802",
    "0x", "_", "::", "a::", "aB", "A_", "1006 ", "code ", "close ", "1,", "1/", "-1 ", "12:", "::1", "#", "é", "中",
    "\u0301", "😀", "\u202e", "\n", "=", "<script>", "received ", "sent 1011 (", "+-", "is ", "---- ", "...", '{"reason":',
    "websocket: close 1006 ",
]  # fmt: skip
pytestmark = pytest.mark.attack

MOST_WORK = 1000  # ms of processor time; fifty are promised, this only catches what grows without bound


def hostile() -> list[str]:
    """The same queries each time: repeated pieces up to a megabyte, shuffled vocabulary, random characters."""
    chance = draw("queries")
    vocabulary = sorted(set(re.findall(r"[\w:.]+", str(real_index()))))
    repeated = [(piece * (length // len(piece) + 1))[:length] for piece in REPEATED for length in (1, 40, 8000)]
    repeated += [f"{run}{end}" for run in repeated for end in ("+1006", "1006!")]  # a number that ends a pumped run
    shuffled = [" ".join(chance.choices(vocabulary, k=chance.choice([3, 30, 900]))) for _ in range(200 * ROUNDS)]
    characters = ["".join(map(chr, odd_numbers(chance))) for _ in range(300 * ROUNDS)]
    log = "2026-11-20 10:15:32 INFO connection from 10.0.0.1:4004 closed, code 1006, 1500 ms\n"
    single = ["x" * 1_000_000, log * 12_000, "", " ", "\x00", '<img src=x onerror="alert(1006)">']
    return [*repeated, *shuffled, *characters, *single]


def odd_numbers(chance: random.Random) -> list[int]:
    """Up to 59 character numbers, half of them ASCII."""
    return [chance.choice([chance.randrange(128), chance.randrange(0xD800)]) for _ in range(chance.randrange(60))]


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    return ask(real_index(), hostile())


def test_nothing_throws_and_each_answer_is_whole(given: dict[str, Any]) -> None:
    for answers in given["answers"]:
        for answer in answers:
            assert FIELDS <= set(answer) <= FIELDS | MORE
            assert PATH.match(answer["path"]), answer
            assert 0 < answer["score"] <= 100, answer
            assert answer["title"] and answer["line"], answer


def test_answers_come_best_first_and_each_page_once(given: dict[str, Any]) -> None:
    for answers in given["answers"]:
        scores = [answer["score"] for answer in answers if "relative" not in answer]
        pages = [answer["path"].split("?")[0] for answer in answers]
        assert scores == sorted(scores, reverse=True)
        assert len(pages) == len(set(pages)) <= 8


def test_nothing_of_a_query_is_repeated_but_a_close_reason_and_numbers(given: dict[str, Any]) -> None:
    for query, answers in zip(hostile(), given["answers"], strict=True):
        for answer in answers:
            said = answer["title"] + answer["line"] + answer["verdict"]
            assert "<script" not in said and "onerror=" not in said, query[:80]
            assert not re.search(r"[\x00-\x1f]|undefined|NaN|\[object", said + answer["why"]), answer


def test_no_query_grows_without_bound(given: dict[str, Any]) -> None:
    assert max(given["spent"]) < MOST_WORK


def test_of_a_long_paste_only_the_two_ends_are_read() -> None:
    long = "close code 1008\n" + "x 1006 " * 200_000 + "\nclosed with code 1012"
    ends = long[:4000] + "\n" + long[-4000:]
    [whole, cut] = ask(real_index(), [long, ends])["answers"]
    assert whole == cut
    assert {"1008/", "1012/"} <= {answer["path"] for answer in whole}


@pytest.mark.parametrize("reason", ["<b>bye</b>", "</script><script>alert(1)</script>", "a\nb"])
def test_a_reason_in_bytes_stays_text(reason: str) -> None:
    body = bytes([0x03, 0xE8]) + reason.encode()
    frame = bytes([0x88, len(body)]) + body
    [answers] = ask(real_index(), [frame.hex()])["answers"]
    assert answers[0]["path"] == "1000/"
    assert "\n" not in answers[0]["why"]
