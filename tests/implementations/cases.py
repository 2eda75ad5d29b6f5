"""What is tried with each implementation, as in `closecodes.model.case`: what is said, when, and what is waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from closecodes.model.case import TESTED

from .frame import CLOSE, CONTINUATION, PING, TEXT, close_body
from .peer import Peer

Key = int | str

LIMIT = 1024
"""The message size limit that every driver configures, where its implementation has one."""

NO_ANSWER = 65.0
"""How long the peer keeps silent after a Close frame: longer than any known close timeout, the longest is 60 s."""


@dataclass(frozen=True)
class Close:
    """A close call: the code and reason given to the implementation, None where none is given."""

    code: int | None = None
    reason: str | None = None

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that are given."""
        return {key: value for key, value in vars(self).items() if value is not None}


SEND: dict[Key, Close] = {code: Close(code) for code in (*TESTED, 65536, 66536)} | {
    "minus-1": Close(-1),
    "no-code": Close(),
    "no-code-reason": Close(None, "why"),
    "empty-reason": Close(1000, ""),
    "reason": Close(1000, "why"),
    "reason-4000": Close(4000, "why"),
    "reason-1005": Close(1005, "why"),
    "reason-123-ascii": Close(1000, "a" * 123),
    "reason-124-ascii": Close(1000, "a" * 124),
    "reason-123-utf8": Close(1000, "€" * 41),
    "reason-124-utf8": Close(1000, "a" + "€" * 41),
    "reason-126-utf8": Close(1000, "€" * 42),
}

Say = Callable[[Peer], None]


def _close(code: int | None, reason: bytes = b"", fin: bool = True) -> Say:
    return lambda peer: peer.send(CLOSE, close_body(code, reason), fin=fin)


RECEIVE: dict[Key, Say] = {code: _close(code, b"why") for code in TESTED} | {
    "empty-body": _close(None),
    "one-byte-body": lambda peer: peer.send(CLOSE, b"\x03"),
    "no-reason-1000": _close(1000),
    "no-reason-1005": _close(1005),
    "no-reason-1006": _close(1006),
    "no-reason-1015": _close(1015),
    "reason-123-ascii": _close(1000, b"a" * 123),
    "reason-124-ascii": _close(1000, b"a" * 124),
    "reason-cut-utf8": _close(1000, ("a" + "€" * 41).encode()[:123]),
    "reason-bad-utf8": _close(1000, b"\xff\xfe\xfd"),
    "fragmented-close": _close(1000, b"why", fin=False),
}


def _half_frame_then_fin(peer: Peer) -> None:
    peer.send_bytes(b"\x81" + bytes([peer.is_client << 7 | 10]) + b"half")
    peer.end()


def _close_then_reset(peer: Peer) -> None:
    peer.send(CLOSE, close_body(1000))
    peer.reset()


ABSENT: dict[Key, Say] = {
    "fin": Peer.end,
    "rst": Peer.reset,
    "fin-mid-frame": _half_frame_then_fin,
    "close-then-rst": _close_then_reset,
}
RACES = ("close-then-rst",)
"""Cases in which two things reach the implementation at once; which comes first is chance."""

UNANSWERED = ("fin-instead-of-answer", "no-answer")

ANSWERED: dict[Key, tuple[Close, int | None]] = {
    "same": (Close(4000), 4000),
    "normal": (Close(4000), 1000),
    "empty": (Close(4000), None),
    "no-code-empty": (Close(), None),
    "no-code-normal": (Close(), 1000),
}
"""What the implementation closes with, and the code in the peer's answer."""


def _fragments_over_limit(peer: Peer) -> None:
    peer.send(TEXT, b"a" * 700, fin=False)
    peer.send(CONTINUATION, b"a" * 700)


FAULTS: dict[Key, Say] = {
    "bad-utf8": lambda peer: peer.send(TEXT, b"\xff\xfe\xfd"),
    "too-big": lambda peer: peer.send(TEXT, b"a" * 2000),
    "too-big-fragmented": _fragments_over_limit,
    "wrong-masking": lambda peer: peer.send(TEXT, b"x", mask_rightly=False),
    "reserved-opcode": lambda peer: peer.send(3, b"x"),
    "rsv1": lambda peer: peer.send(TEXT, b"x", rsv=4),
    "stray-continuation": lambda peer: peer.send(CONTINUATION, b"x"),
    "long-ping": lambda peer: peer.send(PING, b"a" * 126),
}
ACTIONS: dict[Key, str] = {
    "ping-timeout": "wait",
    "exception": "raise",
    "scope-end": "leave",
    "handler-returns": "return",
    "object-deleted": "drop",
    "process-exit": "exit",
    "refused": "refuse",
    "sigterm": "wait",
    "sigint": "wait",
}
"""The default cases that start with something the application does, and what its driver is told."""
