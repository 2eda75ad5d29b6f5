"""Cases for rules/services.py."""

from __future__ import annotations

from support.data_folder import DataFolder

BEE = "services/bee.yml"


def breaks_service_rows_are_given_once(data: DataFolder) -> list[str]:
    data.set(BEE, "codes.0.name", None)
    data.set(BEE, "codes.1.name", None)
    data.set(BEE, "codes.2.name", "honey")
    data.set(BEE, "codes.2.code", 4000)
    return [data.set(BEE, "codes.1.code", 1006), f"data/{BEE}: codes.3.code"]


def keeps_service_rows_are_given_once(data: DataFolder) -> None:
    data.set(BEE, "codes.2.code", 4000)  # the same number under another name


def breaks_services_say_something(data: DataFolder) -> list[str]:
    data.set(BEE, "bands", [])
    return [data.set(BEE, "codes", [])]


def keeps_services_say_something(data: DataFolder) -> None:
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "bands", [])
    data.set(BEE, "codes", [])


def breaks_bands_of_a_service_do_not_overlap(data: DataFolder) -> list[str]:
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "bands.1.span", "4000-4100")
    return [data.set(BEE, "bands.1.span", "4199-4299"), "data/services/wasp.yml: bands.1.span"]


def keeps_bands_of_a_service_do_not_overlap(data: DataFolder) -> None:
    data.set(BEE, "bands.1.span", "4000-4099")


def breaks_numbers_that_are_never_sent_are_local(data: DataFolder) -> list[str]:
    data.set(BEE, "codes.0.note", "Really.")
    data.set(BEE, "codes.1.code", 1015)
    return [data.set(BEE, "codes.0.sender", "server"), f"data/{BEE}: codes.1.sender"]


def keeps_numbers_that_are_never_sent_are_local(data: DataFolder) -> None:
    data.set(BEE, "codes.0.sender", "server")
    data.set(BEE, "codes.0.in_message", True)


def breaks_numbers_that_may_not_be_sent_are_local_or_explained(data: DataFolder) -> list[str]:
    data.set(BEE, "codes.2.sender", "server")
    return [f"data/{BEE}: codes.2.note"]


def keeps_numbers_that_may_not_be_sent_are_local_or_explained(data: DataFolder) -> None:
    data.set(BEE, "codes.2.sender", "server")
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "codes.2.in_message", True)
    data.set(BEE, "codes.2.note", "It breaks the protocol.")


def breaks_services_do_not_rename_registered_codes(data: DataFolder) -> list[str]:
    return [data.set(BEE, "codes.1.name", "going away")]


def keeps_services_do_not_rename_registered_codes(data: DataFolder) -> None:
    data.drop(BEE, "codes.0.name")
    data.set(BEE, "codes.1.name", "Policy Violation")
    data.set(BEE, "codes.2.name", "Unauthorized")  # names from 3000 on are common words
    data.set(BEE, "codes.3.code", 3000)
    data.set(BEE, "codes.3.name", "Going Away")


def breaks_unknown_advice_is_not_called_stated(data: DataFolder) -> list[str]:
    data.set(BEE, "bands.0.reconnect", "unknown")
    return [f"data/{BEE}: bands.0.basis", data.set(BEE, "codes.2.basis", "stated")]


def keeps_unknown_advice_is_not_called_stated(data: DataFolder) -> None:
    data.set(BEE, "codes.2.basis", "stated")
    data.set(BEE, "codes.2.reconnect", "depends")


def breaks_reconnect_snippets_rest_on_stated_advice(data: DataFolder) -> list[str]:
    _forget_who_said_it(data)
    return [f"data/{BEE}: reconnect_snippet"]


def keeps_reconnect_snippets_rest_on_stated_advice(data: DataFolder) -> None:
    _forget_who_said_it(data)
    data.copy(BEE, "services/wasp.yml")
    data.drop("services/wasp.yml", "reconnect_snippet")
    data.set(BEE, "bands.1.basis", "stated")


def _forget_who_said_it(data: DataFolder) -> None:
    for key in ("codes.1", "codes.3", "bands.0", "bands.1"):
        data.set(BEE, f"{key}.basis", "inferred")
