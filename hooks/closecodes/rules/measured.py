"""Rules about measurements."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Measurement, Observation, Registry, Span
from ..model.case import PARTS, TESTED
from ..shape import Problem
from .rule import rule


@rule
def measurements_belong_to_a_library(registry: Registry) -> Iterator[Problem]:
    """A measurement names the library it is about by its file, or says null when there is no page."""
    known = {library.id for library in registry.libraries}
    for measurement in registry.measurements:
        if measurement.library is not None and measurement.library not in known:
            yield measurement.origin.problem(
                "library",
                f"data/libraries/{measurement.library}.yml does not exist; name a file or write null",
            )


@rule
def measured_sending_agrees_with_the_library_or_is_explained(registry: Registry) -> Iterator[Problem]:
    """What was measured is what the library's file claims, unless the version, the set-up or a note says why not."""
    libraries = {library.id: library for library in registry.libraries}
    for measurement in registry.measurements:
        library = libraries.get(measurement.library or "none")
        if library is None or library.sends.allowed is None:
            continue
        if measurement.old or measurement.using or measurement.notes:
            continue
        for number, sent in _disagreements(measurement, library.sends.allowed):
            told = "was sent" if sent else "was not sent"
            yield measurement.origin.problem(
                "send",
                f"{number} {told}, but libraries/{library.id}.yml says otherwise; mend one of the two or add notes",
            )


@rule
def measured_times_are_those_of_an_unanswered_close(registry: Registry) -> Iterator[Problem]:
    """A row with times is about a Close frame that is not answered, and nothing in it came after the waiting."""
    for measurement in registry.measurements:
        for part in PARTS:
            for index, row in enumerate(getattr(measurement, part)):
                if told := _wrong_times(row):
                    yield measurement.origin.problem(f"{part}.{index}", told)


def _wrong_times(row: Observation) -> str:
    times = [time for time in (row.told_after, row.ended_after) if time is not None]
    if row.waited is None:
        return "has a time without waited; write how long the peer kept silent" if times else ""
    if row.cases != ("no-answer",) or row.codes:
        return "has times, but is not about no-answer alone; give no-answer a row of its own"
    if any(time > row.waited for time in times):
        return f"has a time after {row.waited} s, when the peer ended TCP; leave it out"
    return ""


def _disagreements(measurement: Measurement, allowed: tuple[Span, ...]) -> Iterator[tuple[int, bool]]:
    for number in TESTED:
        row = measurement.find("send", number)
        if row is None:
            continue
        sent = row.wire is not None and row.wire.code(number) == number
        if sent != any(number in span for span in allowed):
            yield number, sent
