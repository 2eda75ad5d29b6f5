"""Values of the library and measurement data in words."""

from __future__ import annotations

from ..model import Observation, Outcome, Span
from ..model.case import CASES

_NOT_KNOWN = "not established"
_CASES = {case: text for part in CASES.values() for case, text in part.items()}
_WIRE = {"empty": "Close frame without a code", "fin": "TCP ends, no Close frame", "reset": "TCP reset, no Close frame",
         "open": "nothing; the connection stays open"}  # fmt: skip


def spans(allowed: tuple[Span, ...] | None) -> str:
    """Runs of codes, such as `1000-1003, 3000-4999`."""
    if allowed is None:
        return _NOT_KNOWN
    return ", ".join(map(str, allowed)) or "none"


def sent(code: int | None) -> str:
    """What a number in the data stands for on the wire: 1005 and 1006 mean no code and no frame."""
    return {None: "nothing", 1005: "no code", 1006: "no frame"}.get(code, str(code))


def outcome(value: Outcome | None) -> str:
    """What the application is given, in a word or two."""
    if value is None:
        return _NOT_KNOWN
    words = {"none": "no number", "error": "an error", "depends": "depends"}
    return " or ".join(words.get(str(item), str(item)) for item in value.reported)


def subject(row: Observation) -> str:
    """What a measured row is about: codes and cases."""
    return ", ".join([*map(str, row.codes), *(_CASES.get(case, case) for case in row.cases)])


def outcome_of(row: Observation) -> str:
    """What happened in a measured row, in one line."""
    parts = []
    if row.app:
        told = {"code": f"application told {row.app.number}", "same": "application told the same code"}
        parts.append(told.get(row.app.kind, "application told no code"))
    if row.app_reason:
        parts.append(f"with the reason “{row.app_reason}”")
    if row.refused:
        parts.append(f"refused: {row.refused}")
    if row.wire:
        parts.append(_on_the_wire(row))
    return "; ".join(parts) or "nothing"


def _on_the_wire(row: Observation) -> str:
    assert row.wire is not None
    kind = row.wire.kind
    if kind == "http":
        return f"HTTP {row.wire.number}"
    text = {"code": f"on the wire {row.wire.number}", "same": "on the wire the same code"}.get(kind) or _WIRE[kind]
    return f"{text} “{row.wire_reason}”" if row.wire_reason else text
