"""Cases for rules/texts.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_causes_tell_some_side_what_to_change(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "causes.1.fix", {})]


def keeps_causes_tell_some_side_what_to_change(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.1.fix", {"proxy": "Wait."})


def breaks_ids_of_causes_are_given_once(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "causes.1.id", "timeout")]


def keeps_ids_of_causes_are_given_once(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.0.id", "elsewhere")


def breaks_every_code_has_its_parts(data: DataFolder) -> list[str]:
    keys = ("causes", "history", "meaning", "search", "symptoms")
    return [data.set("codes/1006.yml", key, []) for key in keys]


def keeps_every_code_has_its_parts(data: DataFolder) -> None:
    data.set("codes/1006.yml", "see_also", [])
    data.drop("codes/1006.yml", "http")
    data.drop("codes/1006.yml", "aliases")
