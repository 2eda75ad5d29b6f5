"""The verdict strip: four questions that the first screen of a number's page answers."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import CloseCode, CodeRange, Reconnect, Registry

_TONES = {"now": "good", "back-off": "good", "after-change": "warn", "no": "bad", "depends": "warn", "unknown": "warn"}


@dataclass(frozen=True)
class Cell:
    """One question with its answer; `tone` is good, warn or bad and only colours what the words say."""

    question: str
    answer: str
    tone: str
    detail: str


def of_code(registry: Registry, code: CloseCode) -> list[Cell]:
    """The strip of an assigned code."""
    return [_wire(code), _sender(registry, code), _permission(registry, code), _reconnect(registry, code.reconnect)]


def of_unassigned(registry: Registry, kind: CodeRange) -> list[Cell]:
    """The strip of a number that no registry assigns, by its range."""
    rule = kind.unassigned
    browser = {"all": "Browser scripts may", "some": "Browser scripts may not", "none": "Browser scripts may not"}
    wire = (
        Cell("On the wire?", "May be sent", "good", "By agreement of both ends")
        if rule.sendable
        else Cell("On the wire?", "Should not be", "bad", "It is not a defined close code")
    )
    sender = registry.term["sender", rule.sender]
    who = "Whoever defined it" if rule.sendable else "Nobody should"
    permission = ("Yes", "good") if rule.sendable else ("No", "bad")
    return [
        wire,
        Cell(
            "Who sends it?",
            sender.label if rule.sendable else who,
            "plain",
            who if rule.sendable else "No end has a reason to",
        ),
        Cell("May I send it?", *permission, f"{browser[kind.browser_may_send]}"),
        _reconnect(registry, rule.reconnect),
    ]


def line(registry: Registry, sendable: bool, reconnect: Reconnect) -> str:
    """The strip in half a line, for lists and search results."""
    wire = "may be sent" if sendable else "never on the wire"
    verdict = registry.term["verdict", reconnect.verdict].label
    return f"{wire} · reconnect: {verdict[0].lower()}{verdict[1:]}"


def _wire(code: CloseCode) -> Cell:
    if code.sendable:
        return Cell("On the wire?", "May be sent", "good", "In a Close frame")
    if code.status == "local-only":
        return Cell("On the wire?", "Never", "bad", "Only reported to the application")
    return Cell("On the wire?", "Should not be", "bad", "It has no meaning yet")


def _sender(registry: Registry, code: CloseCode) -> Cell:
    term = registry.term["sender", code.sender]
    detail = {"either": "Client or server", "client": "Servers must not", "server": "Not clients"}
    return Cell("Who sends it?", term.label, "plain", detail.get(code.sender, "Your own side reports it"))


def _permission(registry: Registry, code: CloseCode) -> Cell:
    if not code.sendable:
        return Cell(
            "May I send it?",
            "No",
            "bad",
            "Forbidden by RFC 6455" if code.status == "local-only" else "Nothing to say with it",
        )
    browser = "Browser scripts may" if code.browser_may_send else "Browser scripts may not"
    known = [lib for lib in registry.libraries if lib.sends.allowed is not None and "proxy" not in lib.roles]
    able = [library for library in known if any(code.code in span for span in library.sends.allowed or ())]
    count = f"; {len(able)} of {len(known)} libraries can" if known else ""
    answer = "As a client" if code.sender == "client" else "Yes"
    return Cell("May I send it?", answer, "good" if code.browser_may_send else "warn", browser + count)


def _reconnect(registry: Registry, reconnect: Reconnect) -> Cell:
    label = registry.term["verdict", reconnect.verdict].label
    return Cell("Reconnect?", label, _TONES[reconnect.verdict], reconnect.how)
