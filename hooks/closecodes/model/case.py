"""What is tried with an implementation: the codes, and the cases besides plain codes."""

from __future__ import annotations

from typing import Literal, get_args

from ..shape import InvalidValue

Part = Literal["send", "receive", "answered", "absent", "defaults"]

PARTS: tuple[Part, ...] = get_args(Part)

TESTED = (
    0, 1, 125, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015,
    1016, 1100, 1500, 1999, 2000, 2500, 2999, 3000, 3001, 3003, 3008, 3999, 4000, 4001, 4404, 4999, 5000, 9999, 32768,
    65535,
)  # fmt: skip
"""The codes that were sent and received; 65536 and 66536 were sent as well."""

CASES: dict[Part, dict[str, str]] = {
    "send": {
        "minus-1": "close with code -1",
        "no-code": "close without a code",
        "no-code-reason": "close with a reason and no code",
        "empty-reason": "close with 1000 and an empty reason",
        "reason": "close with 1000 and the reason 'why'",
        "reason-4000": "close with 4000 and the reason 'why'",
        "reason-1005": "close with 1005 and the reason 'why'",
        "reason-123-ascii": "reason of 123 ASCII characters (fits)",
        "reason-124-ascii": "reason of 124 ASCII characters (1 byte too long)",
        "reason-123-utf8": "reason of 41 euro signs, 123 bytes (fits)",
        "reason-124-utf8": "reason of 'a' and 41 euro signs, 124 bytes (1 byte too long)",
        "reason-126-utf8": "reason of 42 euro signs, 126 bytes (3 bytes too long)",
    },
    "receive": {
        "empty-body": "Close frame without a code",
        "one-byte-body": "Close frame with a body of 1 byte",
        "no-reason-1000": "1000 without a reason",
        "no-reason-1005": "1005 without a reason",
        "no-reason-1006": "1006 without a reason",
        "no-reason-1015": "1015 without a reason",
        "reason-123-ascii": "reason of 123 bytes (fits)",
        "reason-124-ascii": "reason of 124 bytes (an illegal 126-byte control frame)",
        "reason-cut-utf8": "reason cut within a character",
        "reason-bad-utf8": "reason that is not UTF-8",
        "fragmented-close": "Close frame with FIN=0",
    },
    "answered": {
        "same": "peer answers our Close 4000 with 4000",
        "normal": "peer answers our Close 4000 with 1000",
        "empty": "peer answers our Close 4000 with a Close frame without a code",
        "no-code-empty": "peer answers our Close without a code with one without a code",
        "no-code-normal": "peer answers our Close without a code with 1000",
    },
    "absent": {
        "fin": "peer ends TCP (FIN) without a Close frame",
        "rst": "peer resets TCP (RST) without a Close frame",
        "fin-mid-frame": "peer ends TCP in the middle of a frame",
        "close-then-rst": "peer sends Close 1000 and resets TCP at once (a race; one of its outcomes)",
        "fin-instead-of-answer": "peer ends TCP instead of answering our Close 4000",
        "no-answer": "peer never answers our Close 4000",
    },
    "defaults": {
        "bad-utf8": "text message that is not UTF-8",
        "too-big": "message over the configured limit",
        "too-big-fragmented": "fragmented message over the configured limit",
        "wrong-masking": "frame masked the wrong way",
        "reserved-opcode": "frame with reserved opcode 3",
        "rsv1": "RSV1 set without an extension",
        "stray-continuation": "continuation frame without a start",
        "long-ping": "ping of 126 bytes",
        "ping-timeout": "peer answers no ping (timeout set to 0.3 s)",
        "exception": "exception in the application's handler",
        "scope-end": "the connection's scope ends",
        "handler-returns": "the handler returns",
        "object-deleted": "the connection object is dropped",
        "process-exit": "the program exits",
        "refused": "handler refuses before accepting",
        "sigterm": "server is told to stop (SIGTERM)",
        "sigint": "server is interrupted (SIGINT)",
    },
}
"""What was tried besides plain codes: per part, the id used in `cases` and its label."""


_ABOUT: dict[str, dict[str, int]] = {
    "send": {
        "minus-1": -1,
        "reason-4000": 4000,
        "reason-1005": 1005,
        **dict.fromkeys(("empty-reason", "reason", "reason-123-ascii", "reason-124-ascii"), 1000),
        **dict.fromkeys(("reason-123-utf8", "reason-124-utf8", "reason-126-utf8"), 1000),
    },
    "answered": dict.fromkeys(("same", "normal", "empty"), 4000),
    "receive": {"no-reason-1000": 1000, "no-reason-1005": 1005, "no-reason-1006": 1006, "no-reason-1015": 1015},
}


def about(part: str, case: int | str) -> int | None:
    """The code that a case is about, which `same` stands for in its row; None when it is about no code."""
    return case if isinstance(case, int) else _ABOUT.get(part, {}).get(case)


class Case(str):
    """The id of something that was tried, one of `CASES`."""

    @classmethod
    def parse(cls, raw: object) -> Case:
        """Read a case id; raises `InvalidValue` for anything else."""
        if not isinstance(raw, str) or not any(raw in cases for cases in CASES.values()):
            raise InvalidValue("write a case of hooks/closecodes/model/case.py")
        return cls(raw)
