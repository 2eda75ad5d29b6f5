"""Rules about what may be in a Close frame, and who puts it there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..model.protocol import LOCAL_ONLY
from ..shape import Problem
from .rule import rule


@rule
def exactly_1005_1006_and_1015_are_local_only(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: these three MUST NOT be set in a Close frame by an endpoint."""
    for code in registry.codes:
        if code.code in LOCAL_ONLY and code.status != "local-only":
            yield code.origin.problem(
                "status", f"is {code.status}, but RFC 6455 forbids sending {code.code}; write local-only"
            )
        if code.code not in LOCAL_ONLY and code.status == "local-only":
            yield code.origin.problem(
                "status", "is local-only, which only 1005, 1006 and 1015 are; write registered or reserved"
            )


@rule
def code_1004_is_reserved(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1, and IANA: 1004 is reserved; it has no meaning yet."""
    for code in registry.codes:
        if code.code == 1004 and code.status != "reserved":
            yield code.origin.problem("status", f"is {code.status}; write reserved")


@rule
def code_1010_comes_from_clients_only(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: a server fails the opening handshake instead."""
    for code in registry.codes:
        if code.code == 1010 and code.sender != "client":
            yield code.origin.problem("sender", f"is {code.sender}, but only clients send 1010; write client")


@rule
def code_1011_comes_from_either_end(registry: Registry) -> Iterator[Problem]:
    """Erratum 3227 (held for document update) and IANA: "a remote endpoint", not only a server."""
    for code in registry.codes:
        if code.code == 1011 and code.sender != "either":
            yield code.origin.problem("sender", f"is {code.sender}, but erratum 3227 widened 1011; write either")


@rule
def codes_have_a_sender_exactly_when_they_can_be_sent(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: what must not be in a Close frame comes from nobody."""
    for code in registry.codes:
        if code.sendable and code.sender == "nobody":
            yield code.origin.problem("sender", "is nobody for a code that can be sent; write either, client or server")
        if not code.sendable and code.sender != "nobody":
            yield code.origin.problem("sender", f"is {code.sender} for a code that is never sent; write nobody")
