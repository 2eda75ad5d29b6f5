"""Rules about what may be in a Close frame, and who puts it there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from .facts import LOCAL_ONLY, script_may_send
from .fault import Fault


def exactly_1005_1006_and_1015_are_local_only(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1: these three MUST NOT be set in a Close frame by an endpoint."""
    for code in registry.codes:
        if code.code in LOCAL_ONLY and code.status != "local-only":
            yield Fault(code, "status", f"is {code.status}, but RFC 6455 forbids sending {code.code}; write local-only")
        if code.code not in LOCAL_ONLY and code.status == "local-only":
            yield Fault(
                code, "status", "is local-only, which only 1005, 1006 and 1015 are; write registered or reserved"
            )


def local_codes_are_never_in_a_close_frame(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1: 1005, 1006 and 1015 are reported locally and never sent."""
    for code in registry.codes:
        if code.code in LOCAL_ONLY and code.sendable:
            yield Fault(code, "sendable", f"is true, but RFC 6455 forbids sending {code.code}; write false")


def code_1004_is_reserved(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1, and IANA: 1004 is reserved; it has no meaning yet."""
    for code in registry.codes:
        if code.code == 1004 and code.status != "reserved":
            yield Fault(code, "status", f"is {code.status}; write reserved")


def codes_can_be_sent_exactly_when_they_are_registered(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 5.5.1 and 7.4: what is sent has a meaning, and what has a meaning may be sent."""
    for code in registry.codes:
        if code.code not in LOCAL_ONLY and code.sendable != (code.status == "registered"):
            wanted = str(not code.sendable).lower()
            yield Fault(code, "sendable", f"does not fit the status {code.status}; write {wanted}")


def code_1010_comes_from_clients_only(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1: a server fails the opening handshake instead."""
    for code in registry.codes:
        if code.code == 1010 and code.sender != "client":
            yield Fault(code, "sender", f"is {code.sender}, but only clients send 1010; write client")


def code_1011_comes_from_either_end(registry: Registry) -> Iterator[Fault]:
    """Erratum 3227 (held for document update) and IANA: "a remote endpoint", not only a server."""
    for code in registry.codes:
        if code.code == 1011 and code.sender != "either":
            yield Fault(code, "sender", f"is {code.sender}, but erratum 3227 widened 1011; write either")


def codes_have_a_sender_exactly_when_they_can_be_sent(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1: what must not be in a Close frame comes from nobody."""
    for code in registry.codes:
        if code.sendable and code.sender == "nobody":
            yield Fault(code, "sender", "is nobody for a code that can be sent; write either, client or server")
        if not code.sendable and code.sender != "nobody":
            yield Fault(code, "sender", f"is {code.sender} for a code that is never sent; write nobody")


def scripts_may_send_only_1000_and_3000_to_4999(registry: Registry) -> Iterator[Fault]:
    """WHATWG, `close()`: any other code throws an InvalidAccessError."""
    for code in registry.codes:
        wanted = script_may_send(code.code) and code.sendable
        if code.browser_may_send != wanted:
            yield Fault(code, "browser_may_send", f"is wrong for {code.code}; write {str(wanted).lower()}")
