"""What RFC 6455, IANA and WHATWG fix, as the rules need it.  `tests/` writes the same facts out again."""

from __future__ import annotations

from ..model import Span

EVERY_NUMBER = Span(0, 65535)
"""RFC 6455, section 5.5.1: a code is an unsigned integer of two bytes."""

REGISTRABLE = Span(1000, 4999)
"""RFC 6455, section 11.7: the numbers that the registry takes."""

BY_SPECIFICATION = Span(1000, 2999)
FIRST_COME = Span(3000, 3999)
PRIVATE = Span(4000, 4999)

POLICIES = {
    Span(0, 999): "not-used",
    BY_SPECIFICATION: "specification",
    FIRST_COME: "first-come",
    PRIVATE: "private",
    Span(5000, 65535): "undefined",
}
"""RFC 6455, sections 7.4.2 and 11.7; the last range is what they leave over."""

RFC_6455_CODES = frozenset({*range(1000, 1012), 1015})
"""RFC 6455, sections 7.4.1 and 11.7."""

LOCAL_ONLY = frozenset({1005, 1006, 1015})
"""RFC 6455, section 7.4.1: the three that MUST NOT be set in a Close frame."""

REASON_BYTES = 123
"""RFC 6455, sections 5.5 and 5.5.1: a control frame holds 125 bytes, two of them are the code."""


def script_may_send(number: int) -> bool:
    """WHATWG, `close()`: 1000 and 3000-4999; everything else is an InvalidAccessError."""
    return number == 1000 or number in FIRST_COME or number in PRIVATE


REGISTERED_NAMES = {
    1000: "Normal Closure",
    1001: "Going Away",
    1002: "Protocol error",
    1003: "Unsupported Data",
    1004: "Reserved",
    1005: "No Status Rcvd",
    1006: "Abnormal Closure",
    1007: "Invalid frame payload data",
    1008: "Policy Violation",
    1009: "Message Too Big",
    1010: "Mandatory Ext.",
    1011: "Internal Error",
    1012: "Service Restart",
    1013: "Try Again Later",
    1014: "The server was acting as a gateway or proxy and received an invalid response from the upstream "
    "server. This is similar to 502 HTTP Status Code.",
    1015: "TLS handshake",
    3000: "Unauthorized",
    3003: "Forbidden",
    3008: "Timeout",
}
"""IANA, WebSocket Close Code Number Registry, file of 2026-06-10: every assigned row's Meaning."""
