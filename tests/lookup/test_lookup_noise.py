"""What looks like a number in a log is not taken for a close code."""

from __future__ import annotations

from lookup.asking import ask
from lookup.real import real_index, wrong_first

NOISE = [
    "2026-11-20T10:15:32.100Z", "2026/11/20 10:15:32", "20/Nov/2026:10:15:32 +0000", "Nov 20 10:15:32 2026",
    "Fri, 20 Nov 2026 10:15:32 GMT", "10:06", "1732183200", "1732183200.1006", "10.0.0.1:4004", "127.0.0.1",
    "[::1]:4004", "localhost:4004", "example.org:4004", "wss://example.org:4004/1006?code=1008", "port 4004",
    "port: 4004", "remotePort=4004", "pid 1006", "pid=4004", "app[1006]:", "thread 1001", "took 1001 ms", "1006ms",
    "after 1000 ms", "1013 s", "4096 bytes", "1009 bytes", "1003 kB", "v1.1006", "1.1006.0", "chrome/120.0.1006.1",
    "main.go:1006", "file.js:10:1006", "line 1006", "col 1003", "#1006", "gh-1006", "issue 1006", "pull/1006",
    "id=1006", "user_id: 1006", "attempt 1006", "retry=1006", "seq=1006", "offset 1006", "1006 times", "1006%",
    "HTTP/1.1 502", "HTTP 404", "status=502 Bad", "exit code 137", "os error 104", "rfc6455", "RFC 6455",
    "3f1006ab-1006-4004-8008-0123456789ab", "0xc000100600", "$1,006", "size: 1006", "timeout=1006", "1,234,567",
]  # fmt: skip

CODES = [
    ("discord 4004 rate limit", "4004/"),
    ("timeout 1001", "1001/"),
    ("signal 4409", "4409/"),
    ("chrome 1006", "1006/"),
    ("error[1006]", "1006/"),
    ("closed (1001), retry in 3000 ms", "1001/"),
    ("1006 at 10:15", "1006/"),
    ("got 1009, limit 1048576", "1009/"),
    ("ws://localhost:4004 closed: 1012", "1012/"),
]


def asked(noise: str) -> str:
    """A log line with the noise before and behind what was really said."""
    return f"{noise} websocket closed with code 1011 ({noise})"


def test_noise_beside_a_code_changes_nothing() -> None:
    assert wrong_first([(asked(noise), "1011/") for noise in NOISE]) == {}


def test_noise_alone_is_no_code() -> None:
    wordy = [f"request from client {noise} and so on and so forth for a while longer" for noise in NOISE]
    given = ask(real_index(), wordy)["answers"]
    numbers = ("1001/", "1003/", "1006/", "1008/", "1009/", "1013/", "4004/")
    wrong = {
        noise: answers[0]["path"]
        for noise, answers in zip(NOISE, given, strict=True)
        if any(answer["path"] in numbers and "in the text" in answer["why"] for answer in answers)
    }
    assert wrong == {}


def test_a_code_beside_words_that_own_other_numbers_is_found() -> None:
    assert wrong_first(CODES) == {}
