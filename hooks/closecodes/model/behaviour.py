"""What an implementation does with close codes, in words that tables can sort and compare.

A missing key or null always means: not established.  It never means "no"; what was looked for and
is not there is written as an empty list, or as one of the words below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .scalars import CloseCodeNumber, Prose
from .span import Span

# What the application is given: a number, or one of these.
#   none: it is told that the connection ended, without a number (None, nil, a callback without a code)
#   error: an exception or error value without a number;  depends: on what runs below it
Reported = Literal[-1, 0, 1000, 1001, 1002, 1005, 1006, 1015, "none", "error", "depends"]

# What becomes of a code that the close call does not put on the wire.
#   error: the call fails and nothing is written;  replaced: another code, or none, is written
#   dropped: TCP is closed without a Close frame;  ignored: nothing is written and nobody is told
SendEffect = Literal["error", "replaced", "dropped", "ignored"]

# What becomes of a reason that does not fit into 123 bytes.
#   error: the call fails;  cut: at a character boundary;  broken: inside a character, which the peer then refuses
#   oversized: sent as a control frame over 125 bytes, which no peer accepts
#   omitted: the code goes out without it;  replaced: another code goes out
LongReason = Literal["error", "cut", "broken", "oversized", "omitted", "replaced"]

# What a refused code on the wire leads to.
#   failed: the connection fails and the peer is told, mostly by 1002;  dropped: it fails without a Close frame
#   rewritten: the application is given another number;  error: the application is given an error, nothing is sent
#   replied: only the answer differs, the application is not told
ReceiveEffect = Literal["failed", "dropped", "rewritten", "error", "replied"]

# How an accepted Close frame is answered.
#   full: same code and reason;  code: same code, no reason;  normal: always 1000
#   application: only by the application;  never: not at all
Echo = Literal["full", "code", "normal", "application", "never"]

# What happened: why an implementation closes by itself, or what a log text reports.
#   close-unanswered: our Close frame was not answered in time;  connection-lost: TCP ended without a Close frame
#   connect-failed: no connection to the host;  handshake-refused: an HTTP status other than the one for success
#   handshake-failed: an unusable answer to the opening handshake, or none in time
#   invalid-code: a Close frame held a code that may not be sent;  api-misuse: the program called at the wrong time
Event = Literal[
    "close", "close-received", "close-unanswered", "reply", "handler-return", "handler-exception", "shutdown",
    "ping-timeout", "idle-timeout", "navigation", "protocol-error", "invalid-code", "bad-utf8", "too-big",
    "wrong-type", "io-error", "connection-lost", "connect-failed", "handshake-refused", "handshake-failed",
    "tls-failure", "api-misuse", "other",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SendRule:
    """Which codes the public close call puts on the wire, and how a refusal reads.

    `default` is what a call without a code sends; 1005 stands for a Close frame without a code,
    1006 for none at all.
    """

    allowed: tuple[Span, ...] | None = None
    effect: SendEffect | None = None
    refusal: Prose | None = None
    default: CloseCodeNumber | None = None
    long_reason: LongReason | None = None
    long_reason_text: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Receiving:
    """Which codes on the wire are refused or rewritten, and what happens then.

    `empty_reply` is the answer to a Close frame without a code; 1005 stands for another one without.
    """

    refused: tuple[Span, ...] | None = None
    effect: ReceiveEffect | None = None
    response: Prose | None = None
    echo: Echo | None = None
    empty_reply: CloseCodeNumber | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the application is given, several values where the circumstances decide, and how it gets it."""

    reported: tuple[Reported, ...]
    text: Prose


@dataclass(frozen=True, kw_only=True)
class Absent:
    """What the application sees when there is no Close frame, no code in it, or no TLS."""

    no_frame: Outcome | None = None
    no_code: Outcome | None = None
    tls_failure: Outcome | None = None


@dataclass(frozen=True, kw_only=True)
class Emission:
    """What the implementation sends by itself, and when.

    1005 is a Close frame without a code, 1006 none at all, null nothing: the connection stays open.
    A `local` code is only given to its own application and never sent.
    """

    code: int | None
    event: Event
    when: Prose
    local: bool = False
