"""Assigned codes and ranges as the lookup index holds them."""

from __future__ import annotations

from typing import Any

from ..model import CloseCode, CodeRange, Registry
from ..pages import summary_strip
from ..text import plain


def code_entry(registry: Registry, code: CloseCode) -> dict[str, Any]:
    """What the box says about an assigned code, and the words that lead to it."""
    names = [code.name, code.title, *(alias.name for alias in code.aliases)]
    entry: dict[str, Any] = {
        "n": code.code,
        "t": code.title,
        "l": plain(code.summary),
        "v": summary_strip.line(registry, code.sendable, code.reconnect),
        "a": list(dict.fromkeys(plain(name) for name in names)),
        "s": [plain(symptom) for symptom in code.symptoms],
        "c": [plain(cause.cause) for cause in code.causes],
        "w": list(code.search),
    }
    if code.status == "local-only":
        entry["o"] = 1
    if code.http:
        entry["h"] = [code.http.status, code.http.basis]
    return entry


def range_entry(registry: Registry, kind: CodeRange) -> dict[str, Any]:
    """What the box says about a range and about a number in it that means nothing by itself."""
    browser = kind.browser_may_send != "none"
    rule = kind.unassigned
    return {
        "f": kind.span.first,
        "z": kind.span.last,
        "t": kind.name,
        "l": plain(kind.summary),
        "v": "may be sent" if browser else "never on the wire",
        "u": plain(rule.summary),
        "uv": summary_strip.line(registry, rule.sendable, rule.reconnect),
        "w": list(kind.search),
    }
