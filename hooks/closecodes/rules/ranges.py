"""Rules about the ranges and the codes in them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..model.protocol import EVERY_NUMBER, POLICIES
from ..shape import Problem
from .place import data_file
from .rule import rule


@rule
def ranges_follow_one_another(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 5.5.1 and 7.4.2: the ranges divide 0-65535 without gap or overlap."""
    expected = EVERY_NUMBER.first
    for kind in registry.ranges:
        if kind.span.first != expected:
            problem = "leaves a gap" if kind.span.first > expected else "overlaps the range before it"
            yield kind.origin.problem("span", f"{kind.span} {problem}; begin it at {expected}")
        expected = kind.span.last + 1
    if expected != EVERY_NUMBER.last + 1:
        last = registry.ranges[-1].origin if registry.ranges else data_file(registry, "ranges.yml")
        yield last.problem("span", f"the ranges end at {expected - 1}; end the last one at {EVERY_NUMBER.last}")


@rule
def ranges_are_those_of_rfc_6455(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 7.4.2 and 11.7: five ranges, which decide the registration policy."""
    wanted = ", ".join(map(str, POLICIES))
    for kind in registry.ranges:
        if kind.span not in POLICIES:
            yield kind.origin.problem("span", f"{kind.span} is no range of RFC 6455; the ranges are {wanted}")


@rule
def codes_lie_in_exactly_one_range(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.2: the ranges tell what every number is for."""
    for code in registry.codes:
        spans = [kind.span for kind in registry.ranges if code.code in kind.span]
        if len(spans) != 1:
            found = " and ".join(map(str, spans)) or "no range"
            yield code.origin.problem("code", f"{code.code} lies in {found}; mend data/ranges.yml or the number")


@rule
def codes_keep_the_policy_of_their_range(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 11.7: codes are assigned by specification or first come first served, or not at all."""
    for code in registry.codes:
        for kind in registry.ranges:
            if code.code in kind.span and kind.policy not in ("specification", "first-come"):
                yield code.origin.problem(
                    "code", f"{code.code} lies in {kind.span}, whose policy is {kind.policy}; remove the file"
                )
            if code.code in kind.span and kind.policy == "first-come" and code.status != "registered":
                yield code.origin.problem(
                    "status", f"is {code.status} in a range that anyone may register in; write registered"
                )
