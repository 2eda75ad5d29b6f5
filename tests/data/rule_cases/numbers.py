"""Cases for rules/numbers.py."""

from __future__ import annotations

import dataclasses

from closecodes.model import Registry
from support.data_folder import DataFolder
from support.fixture_registry import UNASSIGNED


def breaks_numbers_are_given_once(data: DataFolder) -> tuple[list[str], Registry]:
    # Files cannot say this, their names are unique; whoever builds a registry otherwise can.
    registry = data.read()
    return ["data/codes/1000.yml: code"], dataclasses.replace(registry, codes=(registry.codes[0], *registry.codes))


def keeps_numbers_are_given_once(data: DataFolder) -> None:
    data.renumber(1006, UNASSIGNED)


def breaks_no_code_lies_outside_the_registry(data: DataFolder) -> list[str]:
    return [data.renumber(1006, 999), data.renumber(1007, 5000)]


def keeps_no_code_lies_outside_the_registry(data: DataFolder) -> None:
    data.renumber(1006, 4999)


def breaks_no_private_number_claims_to_be_registered(data: DataFolder) -> list[str]:
    return [data.renumber(3000, 4000)]


def keeps_no_private_number_claims_to_be_registered(data: DataFolder) -> None:
    data.renumber(3000, 3999)


def breaks_the_codes_of_rfc_6455_are_present(data: DataFolder) -> list[str]:
    data.path("codes/1015.yml").unlink()
    return ["data/codes/1015.yml: "]


def keeps_the_codes_of_rfc_6455_are_present(data: DataFolder) -> None:
    data.path("codes/1012.yml").unlink()


def breaks_the_codes_of_the_iana_registry_are_present(data: DataFolder) -> list[str]:
    data.path("codes/1012.yml").unlink()
    return ["data/codes/1012.yml: "]


def keeps_the_codes_of_the_iana_registry_are_present(data: DataFolder) -> None:
    data.path("codes/1000.yml").unlink()  # the other rule's concern


TABLE = "iana/close-code-number.csv"


def breaks_the_iana_table_divides_1000_to_4999(data: DataFolder) -> list[str]:
    data.replace(TABLE, "1003,", "1004,")
    data.replace(TABLE, "4000-4999", "4000-4998")
    rows = data.path(TABLE).read_text("utf-8").splitlines()[1:]
    return [f"data/{TABLE}: {i}" for i in (3, 4, len(rows) - 1)]


def keeps_the_iana_table_divides_1000_to_4999(data: DataFolder) -> None:
    first = UNASSIGNED - 1
    data.replace(TABLE, f"-{UNASSIGNED},Unassigned", f"-{first},Unassigned,,,\n{UNASSIGNED},Unassigned")
