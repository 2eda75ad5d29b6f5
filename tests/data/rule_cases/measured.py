"""Cases for rules/measured.py."""

from __future__ import annotations

from support.data_folder import DataFolder

ANT = "measured/ant-1.0-client.yml"


def breaks_measurements_belong_to_a_library(data: DataFolder) -> list[str]:
    return [data.set(ANT, "library", "bee")]


def keeps_measurements_belong_to_a_library(data: DataFolder) -> None:
    data.drop(ANT, "library")


def breaks_measured_sending_agrees_with_the_library_or_is_explained(data: DataFolder) -> list[str]:
    data.set(ANT, "send", [{"codes": ["1000-1004"], "wire": "same"}, {"codes": ["3000-3001"], "refused": "no"}])
    return [f"data/{ANT}: send"] * 3  # 1004 was sent; 3000 and 3001 were not


def keeps_measured_sending_agrees_with_the_library_or_is_explained(data: DataFolder) -> None:
    unlike = [{"codes": ["1000-1004"], "wire": 1000}]
    for name, why in (("old", "2.0 exists"), ("using", ["something else"]), ("notes", ["It depends."])):
        data.copy(ANT, f"measured/{name}.yml")
        data.set(f"measured/{name}.yml", "send", unlike)
        data.set(f"measured/{name}.yml", name, why)
    data.copy(ANT, "measured/alone.yml")
    data.set("measured/alone.yml", "send", unlike)
    data.drop("measured/alone.yml", "library")
    data.copy(ANT, "measured/aphid.yml")
    data.set("measured/aphid.yml", "send", unlike)
    data.set("measured/aphid.yml", "library", "aphid")  # whose file does not say what it sends
    data.set(ANT, "send", [{"codes": ["1000-1003"], "wire": "same"}, {"codes": [1004], "wire": 1000}])


SILENCE = {"cases": ["no-answer"], "wire": 4000, "app": 1006, "waited": 65, "told_after": 30}


def breaks_measured_times_are_those_of_an_unanswered_close(data: DataFolder) -> list[str]:
    wrong = [
        {**SILENCE, "cases": ["fin", "no-answer"]},
        {**SILENCE, "ended_after": 66},
        {"cases": ["rst"], "told_after": 1},
    ]
    data.set(ANT, "absent", wrong)
    return [f"data/{ANT}: absent.{index}" for index in range(len(wrong))]


def keeps_measured_times_are_those_of_an_unanswered_close(data: DataFolder) -> None:
    data.set(ANT, "absent", [{**SILENCE, "ended_after": 65}, {"cases": ["rst"], "app": 1006}])
