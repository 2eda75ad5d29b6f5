"""Cases for rules/links.py."""

from __future__ import annotations

from support.data_folder import DataFolder
from support.fixture_registry import UNASSIGNED


def breaks_see_also_names_another_code_once(data: DataFolder) -> list[str]:
    data.set("codes/1008.yml", "see_also", [{"code": 1001, "difference": text} for text in ("a", "b")])
    return [
        data.set("codes/1006.yml", "see_also.0.code", 1006),
        data.set("codes/1007.yml", "see_also.0.code", 4000),
        "data/codes/1008.yml: see_also.1.code",
    ]


def keeps_see_also_names_another_code_once(data: DataFolder) -> None:
    data.set("codes/1006.yml", "see_also.0.code", 3008)


def breaks_see_also_links_are_mutual(data: DataFolder) -> list[str]:
    one_way = data.set("codes/1006.yml", "see_also.0.code", 1005)
    return ["data/codes/1001.yml: see_also.5.code", one_way]  # 1001 named 1006 and is not named any more


def keeps_see_also_links_are_mutual(data: DataFolder) -> None:
    data.set("codes/1006.yml", "see_also", [{"code": n, "difference": "x"} for n in (1001, 1005)])
    data.set("codes/1005.yml", "see_also", [{"code": n, "difference": "x"} for n in (1006, 1001, 4000)])


def breaks_linked_numbers_have_a_page(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1006.yml", "causes.0.fix.proxy", f"Send [{UNASSIGNED}]."),
        data.set("libraries/ant.yml", "notes.0", "Sends [9999]."),
        data.set("services/bee.yml", "codes.0.meaning", "As [4100] says."),
        data.set("terms.yml", "status.registered.explanation", "As [4001] is."),
    ]


def keeps_linked_numbers_have_a_page(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.0.fix.proxy", f"Send [1011] or [4000], never {UNASSIGNED} or `list[9]`.")
