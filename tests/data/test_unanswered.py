"""Unanswered Close frames: every measured time stands in the guide's table, once and in order."""

from __future__ import annotations

from closecodes.guide_tables import with_tables
from closecodes.model import Registry
from closecodes.pages import wording
from closecodes.unanswered import CASE, seconds_after, unanswered
from support.building import ROOT

GUIDE = ROOT / "docs" / "guide" / "close-frame.md"


def test_every_measured_time_is_in_one_group(registry: Registry) -> None:
    timed = {m.id for m in registry.measurements if (row := m.find("absent", CASE)) and row.waited}
    grouped = [m.id for found in unanswered(registry) for m in found.measurements]
    assert sorted(grouped) == sorted(timed)
    assert timed, "nothing was measured"


def test_the_quickest_come_first_and_those_that_never_tell_last(registry: Registry) -> None:
    order = [found.told_after for found in unanswered(registry)]
    told = [seconds for seconds in order if seconds is not None]
    assert order == sorted(told) + [None] * (len(order) - len(told))


def test_the_guide_names_each_library_with_its_time(registry: Registry) -> None:
    table = with_tables(GUIDE.read_text("utf-8"), registry)
    for found in unanswered(registry):
        seconds = "not within" if found.told_after is None else seconds_after(found.told_after)
        for measurement in found.measurements:
            assert any(
                line.startswith(f"| {seconds}") and f"[{measurement.name}](" in line for line in table.splitlines()
            ), f"{measurement.id}: {seconds}"


def test_a_library_page_says_when_the_application_is_told(registry: Registry) -> None:
    row = next(m for m in registry.measurements if m.id == "ws.client").find("absent", CASE)
    assert row is not None
    assert wording.outcome_of(row).endswith("application told after 30 s; TCP ended after 30 s")
