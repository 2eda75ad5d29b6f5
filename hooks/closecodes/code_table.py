"""What the scripts of the site have to know of each number, made from the registry, so that no script repeats it."""

from __future__ import annotations

from typing import TypedDict

from .model import Registry


class CodeTable(TypedDict):
    """The assigned codes and the ranges, in order; lists instead of objects, to be small in JSON.

    `codes`: number, short name, status (`registered`, `reserved` or `local-only`).
    `ranges`: first and last number, registration policy, and whether a number in it that is not assigned may be sent.
    """

    codes: list[tuple[int, str, str]]
    ranges: list[tuple[int, int, str, bool]]


def code_table(registry: Registry) -> CodeTable:
    """The table for `docs/scripts`.  An assigned code may be sent when it is `registered`."""
    return {
        "codes": [(code.code, code.title, code.status) for code in registry.codes],
        "ranges": [
            (kind.span.first, kind.span.last, kind.policy, kind.unassigned.sendable) for kind in registry.ranges
        ],
    }
