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
    for key in ("own_numbers", "bands"):
        data.drop(BEE, key)
    return [data.set(BEE, "codes", [])]


def keeps_services_say_something(data: DataFolder) -> None:
    for name, keys in {
        "wasp": ("codes", "bands"),
        "fly": ("codes", "own_numbers"),
        "gnat": ("bands", "own_numbers"),
        "moth": ("codes", "bands", "own_numbers"),
    }.items():
        data.copy(BEE, f"services/{name}.yml")
        data.drop(f"services/{name}.yml", "reconnect_snippet")
        for key in keys:
            data.drop(f"services/{name}.yml", key)
    data.set("services/moth.yml", "notes", "It sends no close codes of its own.")


def breaks_bands_of_a_service_do_not_overlap(data: DataFolder) -> list[str]:
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "bands.1.span", "4000-4100")
    return [data.set(BEE, "bands.1.span", "4199-4299"), "data/services/wasp.yml: bands.1.span"]


def keeps_bands_of_a_service_do_not_overlap(data: DataFolder) -> None:
    data.set(BEE, "bands.1.span", "4000-4099")


def breaks_numbers_that_may_not_be_sent_are_local_or_explained(data: DataFolder) -> list[str]:
    data.set(BEE, "codes.2.sender", "server")
    data.set(BEE, "codes.2.carried", "close-frame")
    data.set(BEE, "codes.0.sender", "server")
    data.set(BEE, "codes.0.carried", "close-frame")
    return [f"data/{BEE}: codes.2.note", f"data/{BEE}: codes.0.note"]


def keeps_numbers_that_may_not_be_sent_are_local_or_explained(data: DataFolder) -> None:
    data.set(BEE, "codes.2.sender", "server")
    data.set(BEE, "codes.2.carried", "message")
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "codes.2.carried", "close-frame")
    data.set("services/wasp.yml", "codes.2.note", "It breaks the protocol.")


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


def breaks_local_numbers_are_raised_locally(data: DataFolder) -> list[str]:
    data.set(BEE, "codes.1.sender", "local")
    data.set(BEE, "bands.1.carried", "local")
    return [data.set(BEE, "codes.0.carried", "message"), f"data/{BEE}: codes.1.carried", f"data/{BEE}: bands.1.carried"]


def keeps_local_numbers_are_raised_locally(data: DataFolder) -> None:
    data.set(BEE, "codes.1.sender", "local")
    data.set(BEE, "codes.1.carried", "local")
    data.set(BEE, "codes.3.carried", "message")


def breaks_stated_advice_of_services_names_its_place(data: DataFolder) -> list[str]:
    data.drop(BEE, "source.stated_at")
    data.set(BEE, "codes.1.stated_at", "the second line")
    data.set(BEE, "bands.0.stated_at", "the third line")
    places = [f"data/{BEE}: codes.3.stated_at", f"data/{BEE}: bands.1.stated_at"]
    return [*places, data.set(BEE, "codes.2.stated_at", "nowhere")]


def keeps_stated_advice_of_services_names_its_place(data: DataFolder) -> None:
    data.copy(BEE, "services/wasp.yml")
    _forget_who_said_it(data)
    data.drop(BEE, "reconnect_snippet")
    data.drop(BEE, "source.stated_at")


def breaks_relatives_of_services_have_a_heading(data: DataFolder) -> list[str]:
    data.copy(BEE, "services/wasp.yml")
    data.set("services/wasp.yml", "relatives", "insects")
    return [data.set(BEE, "relatives", "pusher"), "data/services/wasp.yml: relatives"]


def keeps_relatives_of_services_have_a_heading(data: DataFolder) -> None:
    data.copy(BEE, "services/wasp.yml")
    data.set(BEE, "relatives", "pusher")
    data.set("services/wasp.yml", "relatives", "pusher")
