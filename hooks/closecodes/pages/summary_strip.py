"""The verdict strip: four questions that the first screen of a number's page answers."""

from __future__ import annotations

from dataclasses import dataclass

from .. import counts
from ..model import CloseCode, CodeRange, Reconnect, Registry

_TONES = {"now": "good", "back-off": "good", "after-change": "warn", "no": "bad", "depends": "warn", "unknown": "warn"}


@dataclass(frozen=True)
class StripCell:
    """One question with its answer; `tone` is good, warn or bad and only colours what the words say."""

    question: str
    answer: str
    tone: str
    detail: str


def of_code(registry: Registry, code: CloseCode) -> list[StripCell]:
    """The strip of an assigned code."""
    return [_wire(code), _sender(registry, code), _permission(registry, code), _reconnect(registry, code.reconnect)]


def of_unassigned(registry: Registry, code_range: CodeRange) -> list[StripCell]:
    """The strip of a number that no registry assigns, by its range."""
    rule = code_range.unassigned
    browser = {"all": "Browser scripts may", "some": "Browser scripts may not", "none": "Browser scripts may not"}
    wire = (
        StripCell("On the wire?", "May be sent", "good", "By agreement of both ends")
        if rule.sendable
        else StripCell("On the wire?", "Should not be", "bad", "It is not a defined close code")
    )
    sender = registry.term["sender", rule.sender]
    who = "Whoever defined it" if rule.sendable else "Nobody should"
    permission = ("Yes", "good") if rule.sendable else ("No", "bad")
    return [
        wire,
        StripCell(
            "Who sends it?",
            sender.label if rule.sendable else who,
            "plain",
            who if rule.sendable else "No end has a reason to",
        ),
        StripCell("May I send it?", *permission, f"{browser[code_range.browser_may_send]}"),
        _reconnect(registry, rule.reconnect),
    ]


def of_range(registry: Registry, code_range: CodeRange) -> list[StripCell]:
    """The strip of a range: that of its unassigned numbers, unless only its assigned codes may be sent."""
    sendable = [code for code in registry.codes_in(code_range.span) if code.sendable]
    if code_range.unassigned.sendable or not sendable:
        return of_unassigned(registry, code_range)
    browser = [str(code.code) for code in sendable if code.browser_may_send]
    scripts = f"browser scripts only {' and '.join(browser)}" if browser else "browser scripts none of them"
    depends = registry.term["verdict", "depends"]
    return [
        StripCell(
            "On the wire?", "Some may be", "warn", f"{len(sendable)} assigned codes; the other numbers are not defined"
        ),
        StripCell("Who sends it?", "Each code says", "plain", "No end has a reason to send the others"),
        StripCell("May I send it?", "Some", "warn", f"The {len(sendable)} assigned codes that may be sent; {scripts}"),
        StripCell("Reconnect?", depends.label, _TONES["depends"], "Each code says"),
    ]


def line(registry: Registry, sendable: bool, reconnect: Reconnect) -> str:
    """The strip in half a line, for lists and search results."""
    wire = "may be sent" if sendable else "never on the wire"
    verdict = registry.term["verdict", reconnect.verdict].label
    return f"{wire} · reconnect: {verdict[0].lower()}{verdict[1:]}"


def _wire(code: CloseCode) -> StripCell:
    if code.sendable:
        return StripCell("On the wire?", "May be sent", "good", "In a Close frame")
    if code.status == "local-only":
        return StripCell("On the wire?", "Never", "bad", "Only reported to the application")
    return StripCell("On the wire?", "Should not be", "bad", "It has no meaning yet")


def _sender(registry: Registry, code: CloseCode) -> StripCell:
    term = registry.term["sender", code.sender]
    detail = {
        "either": "Client or server",
        "client": "Not used by servers",
        "server": "By its meaning; no rule says so",
    }
    local = "Your own side reports it" if code.status == "local-only" else "No end has a reason to"
    return StripCell("Who sends it?", term.label, "plain", detail.get(code.sender, local))


def _permission(registry: Registry, code: CloseCode) -> StripCell:
    if not code.sendable:
        return StripCell(
            "May I send it?",
            "No",
            "bad",
            "Forbidden by RFC 6455" if code.status == "local-only" else "Nothing to say with it",
        )
    browser = "Browser scripts may" if code.browser_may_send else "Browser scripts may not"
    able = counts.sending(registry, code.code)
    count = f"; {len(able.yes)} of {able.established} libraries can" if able else ""
    answer = "As a client" if code.sender == "client" else "Yes"
    return StripCell("May I send it?", answer, "good" if code.browser_may_send else "warn", browser + count)


def _reconnect(registry: Registry, reconnect: Reconnect) -> StripCell:
    label = registry.term["verdict", reconnect.verdict].label
    return StripCell("Reconnect?", label, _TONES[reconnect.verdict], reconnect.how)
