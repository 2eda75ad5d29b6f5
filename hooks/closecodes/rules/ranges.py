"""Rules about the ranges and the codes in them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from .facts import EVERY_NUMBER, POLICIES, script_may_send
from .fault import Fault
from .place import data_file


def ranges_follow_one_another(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 5.5.1 and 7.4.2: the ranges divide 0-65535 without gap or overlap."""
    expected = EVERY_NUMBER.first
    for kind in registry.ranges:
        if kind.span.first != expected:
            problem = "leaves a gap" if kind.span.first > expected else "overlaps the range before it"
            yield Fault(kind, "span", f"{kind.span} {problem}; begin it at {expected}")
        expected = kind.span.last + 1
    if expected != EVERY_NUMBER.last + 1:
        last = registry.ranges[-1] if registry.ranges else data_file(registry, "ranges.yml")
        yield Fault(last, "span", f"the ranges end at {expected - 1}; end the last one at {EVERY_NUMBER.last}")


def ranges_are_those_of_rfc_6455(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 7.4.2 and 11.7: five ranges, each with its registration policy."""
    wanted = ", ".join(map(str, POLICIES))
    for kind in registry.ranges:
        if kind.span not in POLICIES:
            yield Fault(kind, "span", f"{kind.span} is no range of RFC 6455; the ranges are {wanted}")
        elif kind.policy != POLICIES[kind.span]:
            yield Fault(kind, "policy", f"is {kind.policy} for {kind.span}; write {POLICIES[kind.span]}")


def codes_lie_in_exactly_one_range(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.2: the ranges tell what every number is for."""
    for code in registry.codes:
        spans = [kind.span for kind in registry.ranges if code.code in kind.span]
        if len(spans) != 1:
            found = " and ".join(map(str, spans)) or "no range"
            yield Fault(code, "code", f"{code.code} lies in {found}; mend data/ranges.yml or the number")


def codes_keep_the_policy_of_their_range(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 11.7: codes are assigned by specification or first come first served, or not at all."""
    for code in registry.codes:
        for kind in registry.ranges:
            if code.code in kind.span and kind.policy not in ("specification", "first-come"):
                yield Fault(
                    code, "code", f"{code.code} lies in {kind.span}, whose policy is {kind.policy}; remove the file"
                )
            if code.code in kind.span and kind.policy == "first-come" and code.status != "registered":
                yield Fault(
                    code, "status", f"is {code.status} in a range that anyone may register in; write registered"
                )


def unassigned_numbers_are_sent_only_where_people_may_choose_them(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 5.5.1 and 7.4.2: only 3000-4999 are open to libraries and applications."""
    for kind in registry.ranges:
        sendable = kind.policy in ("first-come", "private")
        if kind.unassigned.sendable != sendable:
            yield Fault(kind, "unassigned.sendable", f"does not fit {kind.policy}; write {str(sendable).lower()}")
        if (kind.unassigned.sender == "nobody") == sendable:
            wanted = "either" if sendable else "nobody"
            yield Fault(kind, "unassigned.sender", f"is {kind.unassigned.sender} for {kind.policy}; write {wanted}")


def ranges_say_what_browser_scripts_may_send(registry: Registry) -> Iterator[Fault]:
    """WHATWG, `close()`: a script may send 1000 and 3000-4999."""
    for kind in registry.ranges:
        allowed = sum(script_may_send(number) for number in range(kind.span.first, min(kind.span.last, 5000) + 1))
        wanted = {0: "none", len(kind.span): "all"}.get(allowed, "some")
        if kind.browser_may_send != wanted:
            yield Fault(kind, "browser_may_send", f"is {kind.browser_may_send} for {kind.span}; write {wanted}")
