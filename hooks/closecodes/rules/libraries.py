"""Rules about libraries: their names for codes and what they do with them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..model.behaviour import Absent, Receiving, SendRule
from ..model.protocol import LOCAL_ONLY
from ..shape import Problem
from .rule import rule

LONGEST_MEANING = 200
"""Characters: one line of a search result on a phone is about 50, and four lines are read."""


@rule
def constants_stand_for_assigned_codes(registry: Registry) -> Iterator[Problem]:
    """IANA: a library's name for any other number is its own affair and marked as such."""
    for library in registry.libraries:
        for field in ("constants", "aliases"):
            for number in getattr(library, field) or {}:
                if number not in registry.code_by_number:
                    yield library.origin.problem(
                        f"{field}.{number}", "is no assigned code; write the name under local_values"
                    )


@rule
def local_values_are_no_assigned_codes(registry: Registry) -> Iterator[Problem]:
    """The name of an assigned code belongs into the table of names."""
    for library in registry.libraries:
        for number in library.local_values or {}:
            if number in registry.code_by_number:
                yield library.origin.problem(
                    f"local_values.{number}", "is an assigned code; write the name under constants"
                )


@rule
def shared_constants_come_from_another_library(registry: Registry) -> Iterator[Problem]:
    """`same_constants_as` saves repeating a table that stands in another file."""
    libraries = {library.id: library for library in registry.libraries}
    for library in registry.libraries:
        owner = library.same_constants_as
        if owner is None:
            continue
        if owner not in libraries:
            yield library.origin.problem(
                "same_constants_as", f"data/libraries/{owner}.yml does not exist; name a file that does"
            )
        elif libraries[owner].same_constants_as is not None:
            yield library.origin.problem(
                "same_constants_as", f"{owner} borrows its names too; name the file that holds them"
            )
        elif library.constants:
            yield library.origin.problem("constants", f"stands beside same_constants_as: {owner}; keep one of the two")


@rule
def what_a_library_is_built_on_has_a_behaviour(registry: Registry) -> Iterator[Problem]:
    """One step leads from a framework to what decides about its close codes."""
    libraries = {library.id: library for library in registry.libraries}
    for library in registry.libraries:
        for i, base in enumerate(library.built_on):
            place = f"built_on.{i}"
            if base == library.id:
                yield library.origin.problem(place, "is this library itself; name what it is built on")
            elif base not in libraries:
                yield library.origin.problem(place, f"data/libraries/{base}.yml does not exist; name a file that does")
            elif base in library.built_on[:i]:
                yield library.origin.problem(place, f"{base} stands there twice; name it once")
            elif libraries[base].built_on:
                yield library.origin.problem(place, f"{base} is built on another; name {libraries[base].built_on[0]}")


_BEHAVIOUR = ("constants", "same_constants_as", "aliases", "sends", "receives", "absent", "emits", "pings")


@rule
def libraries_built_on_others_say_what_they_add(registry: Registry) -> Iterator[Problem]:
    """What the base does stands in its own file, so that no comparison counts it twice."""
    empty = {"sends": SendRule(), "receives": Receiving(), "absent": Absent()}
    for library in registry.libraries:
        if not library.built_on:
            continue
        for key in _BEHAVIOUR:
            value = getattr(library, key)
            if value and value != empty.get(key):
                yield library.origin.problem(key, "belongs to what it is built on; say in notes what differs")
        if not library.notes:
            yield library.origin.problem("notes", "is missing; say what it adds to what it is built on, or changes")


@rule
def libraries_name_their_evidence(registry: Registry) -> Iterator[Problem]:
    """What is said about an implementation was read or measured somewhere."""
    for library in registry.libraries:
        for key in ("evidence", "sources", "roles"):
            if not getattr(library, key):
                yield library.origin.problem(key, "is empty; write what the entry rests on and for which roles")


@rule
def sending_a_local_code_is_claimed_by_source_or_measurement(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1, forbids 1005, 1006 and 1015; documentation alone does not prove a breach."""
    for library in registry.libraries:
        for i, span in enumerate(library.sends.allowed or ()):
            claimed = sorted(number for number in LOCAL_ONLY if number in span)
            if claimed and not {"source", "measured"} & set(library.evidence):
                yield library.origin.problem(
                    f"sends.allowed.{i}",
                    f"claims that {claimed[0]} is sent; add source or measured to evidence, or divide the span",
                )


@rule
def spans_of_libraries_follow_one_another(registry: Registry) -> Iterator[Problem]:
    """Spans in order are spans without doubt."""
    for library in registry.libraries:
        for key, spans in (("sends.allowed", library.sends.allowed), ("receives.refused", library.receives.refused)):
            previous = -1
            for i, span in enumerate(spans or ()):
                if span.first <= previous:
                    yield library.origin.problem(
                        f"{key}.{i}",
                        f"{span} begins before the span in front of it ends; order and divide them",
                    )
                previous = span.last


@rule
def codes_that_libraries_send_are_legal_or_local(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: in `emits`, 1005 and 1006 stand for no code and no frame; no other oddity is sent."""
    for library in registry.libraries:
        for i, emission in enumerate(library.emits):
            number = emission.code
            if number is None or (emission.local and number <= 65535) or number in (1005, 1006):
                continue
            if not registry.may_be_sent(number):
                yield library.origin.problem(
                    f"emits.{i}.code", f"{number} may not be sent; write local: true, or the code that is sent"
                )


@rule
def log_texts_go_with_a_number_that_means_something(registry: Registry) -> Iterator[Problem]:
    """The lookup leads from a log text to the page of its number, or to the library's own page."""
    for library in registry.libraries:
        for i, message in enumerate(library.messages):
            number = message.code
            if number is None or number in registry.code_by_number or number in registry.uses_by_number:
                continue
            if number > 65535 or number not in (library.local_values or {}):
                yield library.origin.problem(
                    f"messages.{i}.code", f"{number} has no page; name it under local_values or write null"
                )


@rule
def log_texts_are_given_once(registry: Registry) -> Iterator[Problem]:
    """The same text with the same number is one entry."""
    for library in registry.libraries:
        seen: set[tuple[str, int | None]] = set()
        for i, message in enumerate(library.messages):
            if (message.text, message.code) in seen:
                yield library.origin.problem(f"messages.{i}.text", f"{message.text[:60]!r} stands twice; remove one")
            seen.add((message.text, message.code))


@rule
def log_texts_are_explained_whole_or_not_at_all(registry: Registry) -> Iterator[Problem]:
    """The lookup reads a log line aloud: who speaks, what happened, what it means.  A part of that misleads."""
    parts = ("side", "event", "meaning")
    for library in registry.libraries:
        for i, message in enumerate(library.messages):
            missing = [part for part in parts if getattr(message, part) is None]
            if 0 < len(missing) < len(parts):
                yield library.origin.problem(
                    f"messages.{i}",
                    f"explains {message.text[:60]!r} without {' and '.join(missing)}; write all of {', '.join(parts)}",
                )


@rule
def meanings_of_log_texts_are_one_short_sentence(registry: Registry) -> Iterator[Problem]:
    """An answer below a search box is read at a glance."""
    for library in registry.libraries:
        for i, message in enumerate(library.messages):
            meaning = message.meaning
            if meaning is None:
                continue
            place = f"messages.{i}.meaning"
            if len(meaning) > LONGEST_MEANING:
                yield library.origin.problem(place, f"has {len(meaning)} characters; say it in {LONGEST_MEANING}")
            if not meaning.endswith(".") or ". " in meaning:
                yield library.origin.problem(place, "is not one sentence; write one, with a full stop at its end")
