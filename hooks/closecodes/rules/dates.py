"""Rules about dates.  None looks at the clock: the same data is right or wrong on every day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model import Registry
from ..shape import Problem
from .rule import Entry, rule

_LEEWAY = datetime.timedelta(days=300)


@rule
def history_stands_in_order(registry: Registry) -> Iterator[Problem]:
    """The oldest event comes first."""
    for code in registry.codes:
        for i, (earlier, later) in enumerate(zip(code.history, code.history[1:], strict=False), 1):
            width = min(len(earlier.when), len(later.when))
            if later.when[:width] < earlier.when[:width]:
                yield code.origin.problem(
                    f"history.{i}.when", f"{later.when} stands after {earlier.when}; put the older event first"
                )


@rule
def codes_are_verified_after_their_history(registry: Registry) -> Iterator[Problem]:
    """Who verified a code knew all that its history tells."""
    for code in registry.codes:
        for event in code.history:
            if code.verified.isoformat()[: len(event.when)] < event.when:
                yield code.origin.problem(
                    "verified", f"{code.verified} lies before {event.when} in the history; verify it anew"
                )


@rule
def no_date_runs_ahead_of_the_newest_data(registry: Registry) -> Iterator[Problem]:
    """A date lies at most 300 days after the newest date of all other files.

    That finds a mistyped year.  A registry that slept longer needs two files brought up to date at once.
    """
    dated = sorted(_dates(registry), key=lambda entry: entry[2], reverse=True)
    for thing, key, date in dated:
        newest = next((other for owner, _, other in dated if owner.origin.path != thing.origin.path), None)
        if newest and date - newest > _LEEWAY:
            yield thing.origin.problem(key, f"{date} lies far after the newest other date, {newest}; check the year")


def _dates(registry: Registry) -> Iterator[tuple[Entry, str, datetime.date]]:
    for code in registry.codes:
        yield code, "verified", code.verified
    for library in registry.libraries:
        yield library, "checked", library.checked
    for service in registry.services:
        yield service, "source.date", service.source.date
    for measurement in registry.measurements:
        yield measurement, "measured", measurement.measured
    for run in registry.pairs:
        yield run, "measured", run.measured
