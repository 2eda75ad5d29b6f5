"""Cases for rules/names.py."""

from __future__ import annotations

from support.data_folder import DataFolder
from support.fixture_registry import UNASSIGNED


def breaks_names_are_those_of_the_iana_registry(data: DataFolder) -> list[str]:
    return [data.set("codes/1002.yml", "name", "Protocol Error"), data.renumber(1003, UNASSIGNED)]


def keeps_names_are_those_of_the_iana_registry(data: DataFolder) -> None:
    data.set("codes/1002.yml", "aliases.0.name", "Protocol Error")


def breaks_labels_stand_where_the_registry_has_a_sentence(data: DataFolder) -> list[str]:
    data.set("codes/1001.yml", "name", "x" * 40)
    return [
        data.set("codes/1000.yml", "label", "Normal"),
        data.set("codes/1001.yml", "label", "Short"),
        data.drop("codes/1014.yml", "label"),
    ]


def keeps_labels_stand_where_the_registry_has_a_sentence(data: DataFolder) -> None:
    data.set("codes/1014.yml", "label", "Any short name")
    data.set("codes/1000.yml", "name", "x" * 40)
    data.set("codes/1001.yml", "name", "x" * 41)
    data.set("codes/1001.yml", "label", "Short")


def breaks_aliases_are_given_once(data: DataFolder) -> list[str]:
    return [data.set("codes/1006.yml", "aliases.0.name", "abnormal closure")]


def keeps_aliases_are_given_once(data: DataFolder) -> None:
    data.set("codes/1006.yml", "aliases.0.name", "ABNORMAL_CLOSURE")


def breaks_symptoms_lead_to_one_code(data: DataFolder) -> list[str]:
    data.set("codes/1006.yml", "symptoms", ["it broke", "It broke"])
    data.set("codes/1007.yml", "symptoms", ["IT BROKE"])
    return ["data/codes/1006.yml: symptoms.1", "data/codes/1007.yml: symptoms.0"]


def keeps_symptoms_lead_to_one_code(data: DataFolder) -> None:
    data.set("codes/1006.yml", "symptoms", ["it broke", "it broke down"])


def breaks_search_words_are_given_once(data: DataFolder) -> list[str]:
    data.set("codes/1006.yml", "search", ["eof", "lost", "EOF"])
    data.set("ranges.yml", "0.search", ["zero", "zero"])
    return ["data/codes/1006.yml: search.2", "data/ranges.yml: search.1"]


def keeps_search_words_are_given_once(data: DataFolder) -> None:
    data.set("codes/1006.yml", "search", ["eof", "unexpected eof"])


def breaks_identifiers_tell_programs_apart(data: DataFolder) -> list[str]:
    data.set("libraries/ant.yml", "search_names", ["ant socket"])
    data.set(
        "libraries/ant.yml",
        "identifiers",
        ["fly", "1006", "ant::X", "ANT::X", "hive.sting", "Ant Socket", "アリの巣箱"],
    )
    for name in ("aphid", "bee"):
        folder = "services" if name == "bee" else "libraries"
        data.set(f"{folder}/{name}.yml", "identifiers", ["hive.sting"])
    data.copy("libraries/aphid.yml", "libraries/flea.yml")
    return [
        *(f"data/libraries/ant.yml: identifiers.{place}" for place in (0, 1, 3, 4, 5, 6)),
        "data/libraries/aphid.yml: identifiers.0",
        "data/libraries/flea.yml: identifiers.0",
        "data/services/bee.yml: identifiers.0",
    ]


def keeps_identifiers_tell_programs_apart(data: DataFolder) -> None:
    data.set("libraries/ant.yml", "identifiers", ["ant_", "hive.sting"])
    data.set("libraries/aphid.yml", "identifiers", ["hive.sting"])
    data.set("services/bee.yml", "identifiers", ["hive.sting"])
