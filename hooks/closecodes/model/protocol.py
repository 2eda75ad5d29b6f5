"""What RFC 6455 and the WebSockets Standard fix for good; what IANA adds to is in `data/iana/`.

`tests/data/test_rfc6455.py` writes the same facts out again, by hand.
"""

from __future__ import annotations

from typing import Literal

from .span import Span

Policy = Literal["not-used", "specification", "first-come", "private", "undefined"]
BrowserMaySend = Literal["all", "some", "none"]

EVERY_NUMBER = Span(0, 65535)
"""RFC 6455, section 5.5.1: a code is an unsigned integer of two bytes."""

REGISTRABLE = Span(1000, 4999)
"""RFC 6455, section 11.7: the numbers that the registry takes."""

BY_SPECIFICATION = Span(1000, 2999)
FIRST_COME = Span(3000, 3999)
PRIVATE = Span(4000, 4999)

POLICIES: dict[Span, Policy] = {
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


def span_for_scripts(span: Span) -> BrowserMaySend:
    """How many numbers of a span a browser script may send."""
    allowed = sum(map(script_may_send, range(span.first, min(span.last, PRIVATE.last) + 1)))
    if not allowed:
        return "none"
    return "all" if allowed == len(span) else "some"


CHOOSABLE: frozenset[Policy] = frozenset({"first-come", "private"})
"""RFC 6455, sections 5.5.1 and 7.4.2: where libraries and applications may send a number that nobody assigned."""
