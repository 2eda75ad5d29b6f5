"""Cases for rules/changes.py."""

from __future__ import annotations

from support.data_folder import DataFolder

CHANGE = {"id": "second", "when": "2016-10-10", "title": "Another", "text": "It changed."}


def breaks_anchors_of_changes_are_given_once(data: DataFolder) -> list[str]:
    data.add("changes.yml", CHANGE, {**CHANGE})
    return ["data/changes.yml: id"]


def keeps_anchors_of_changes_are_given_once(data: DataFolder) -> None:
    data.add("changes.yml", CHANGE, {**CHANGE, "id": "second-2"})


def breaks_changes_stand_in_order(data: DataFolder) -> list[str]:
    data.add("changes.yml", {**CHANGE, "when": "2011-11-30"})
    return ["data/changes.yml: when"]


def keeps_changes_stand_in_order(data: DataFolder) -> None:
    data.add("changes.yml", {**CHANGE, "when": "2011-12-01"}, CHANGE, {**CHANGE, "when": "2017"})


def breaks_changes_name_numbers_with_a_page(data: DataFolder) -> list[str]:
    return [data.set("changes.yml", "0.codes", [1000, 2345])[: -len("codes")] + "codes.1"]


def keeps_changes_name_numbers_with_a_page(data: DataFolder) -> None:
    data.set("changes.yml", "0.codes", [1000, 4000])
