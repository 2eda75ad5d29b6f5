"""Cases for rules/ranges.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_ranges_follow_one_another(data: DataFolder) -> list[str]:
    return [
        data.set("ranges.yml", "2.span", "2999-3999"),
        data.set("ranges.yml", "3.span", "4001-4999"),
        data.set("ranges.yml", "4.span", "5000-65534"),
    ]


def keeps_ranges_follow_one_another(data: DataFolder) -> None:
    data.set("ranges.yml", "1.span", "1000-1999")
    data.set("ranges.yml", "2.span", "2000-3999")


def breaks_ranges_are_those_of_rfc_6455(data: DataFolder) -> list[str]:
    return [data.set("ranges.yml", "1.span", "1000-1999"), data.set("ranges.yml", "3.span", "4001-4999")]


def keeps_ranges_are_those_of_rfc_6455(data: DataFolder) -> None:
    data.set("ranges.yml", "3.name", "Anything")


def breaks_codes_lie_in_exactly_one_range(data: DataFolder) -> list[str]:
    data.set("ranges.yml", "0.span", "0-1000")
    data.set("ranges.yml", "2.span", "3001-3999")
    return ["data/codes/1000.yml: code", "data/codes/3000.yml: code"]


def keeps_codes_lie_in_exactly_one_range(data: DataFolder) -> None:
    data.set("ranges.yml", "2.span", "2000-3999")  # overlaps 1000-2999, but no code lies there


def breaks_codes_keep_the_policy_of_their_range(data: DataFolder) -> list[str]:
    return [data.set("codes/3003.yml", "status", "reserved"), data.renumber(3000, 4000)]


def keeps_codes_keep_the_policy_of_their_range(data: DataFolder) -> None:
    data.renumber(3000, 3999)
