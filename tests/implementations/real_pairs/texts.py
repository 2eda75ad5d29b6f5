"""Texts of implementations without what differs from run to run."""

from __future__ import annotations

import re

LONGEST = 120
"""At how many characters a text is cut."""

_VARIABLE = (
    (re.compile(r"(?:ws|http)s?://127\.0\.0\.1[^\s'\"]*"), "<address>"),
    (re.compile(r"127\.0\.0\.1(?:[:,]\s*|', )\d+"), "127.0.0.1:<port>"),
    (re.compile(r"\b[0-9A-F]{16}:"), ""),  # OpenSSL puts a thread's number first
    (re.compile(r" ?-\+-\+-.*"), ""),  # websocket-client adds all headers, with a date
)


def tidied(text: str) -> str:
    """A text without addresses, ports and what else differs from run to run, on one line and cut."""
    for pattern, shown in _VARIABLE:
        text = pattern.sub(shown, text)
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
