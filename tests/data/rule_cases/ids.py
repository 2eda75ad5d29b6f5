"""Cases for rules/ids.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_ids_leave_the_addresses_of_other_pages_free(data: DataFolder) -> list[str]:
    data.copy("services/bee.yml", "services/index.yml")
    names = ("events", "index", "measured", "names")
    for name in names:
        data.copy("libraries/ant.yml", f"libraries/{name}.yml")
    return [*(f"data/libraries/{name}.yml: " for name in names), "data/services/index.yml: "]


def keeps_ids_leave_the_addresses_of_other_pages_free(data: DataFolder) -> None:
    data.copy("services/bee.yml", "services/names.yml")
    data.copy("libraries/ant.yml", "libraries/name.yml")


def breaks_names_of_libraries_and_services_are_given_once(data: DataFolder) -> list[str]:
    data.copy("services/bee.yml", "services/wasp.yml")
    data.set("libraries/ant.yml", "name", "Aphid")
    return ["data/libraries/aphid.yml: name", data.set("services/wasp.yml", "name", "BEE")]


def keeps_names_of_libraries_and_services_are_given_once(data: DataFolder) -> None:
    data.set("libraries/ant.yml", "name", "Bee")  # a library and the service built on it may share one
