"""Cases for rules/libraries.py."""

from __future__ import annotations

from support.data_folder import DataFolder
from support.fixture_registry import UNASSIGNED

ANT, APHID = "libraries/ant.yml", "libraries/aphid.yml"


def breaks_constants_stand_for_assigned_codes(data: DataFolder) -> list[str]:
    return [data.set(ANT, "aliases.4000", ["OWN"]), data.set(ANT, "constants.0", "NOTHING")]


def keeps_constants_stand_for_assigned_codes(data: DataFolder) -> None:
    data.set(ANT, "constants.3008", "TIMEOUT")


def breaks_local_values_are_no_assigned_codes(data: DataFolder) -> list[str]:
    return [data.set(ANT, "local_values.1006", "LOST")]


def keeps_local_values_are_no_assigned_codes(data: DataFolder) -> None:
    data.set(ANT, f"local_values.{UNASSIGNED}", "OWN")


def breaks_shared_constants_come_from_another_library(data: DataFolder) -> list[str]:
    for name, owner in (("wasp", "wasp"), ("gnat", "bee"), ("flea", "aphid")):
        data.copy(APHID, f"libraries/{name}.yml")
        data.set(f"libraries/{name}.yml", "same_constants_as", owner)
    return [
        data.set(APHID, "constants", {1000: "NORMAL"}),
        *(f"data/libraries/{name}.yml: same_constants_as" for name in ("flea", "gnat", "wasp")),
    ]


def keeps_shared_constants_come_from_another_library(data: DataFolder) -> None:
    data.set(APHID, "constants", {})


def _built_on_ant(data: DataFolder) -> None:
    data.drop(APHID, "same_constants_as")
    data.set(APHID, "built_on", ["ant"])
    data.set(APHID, "notes", ["It reconnects."])


def breaks_what_a_library_is_built_on_has_a_behaviour(data: DataFolder) -> list[str]:
    _built_on_ant(data)
    data.copy(APHID, "libraries/wasp.yml")
    data.set("libraries/wasp.yml", "name", "Wasp")
    data.set("libraries/wasp.yml", "built_on", ["ant", "bee", "wasp", "aphid", "ant"])
    return [f"data/libraries/wasp.yml: built_on.{i}" for i in (1, 2, 3, 4)]


def keeps_what_a_library_is_built_on_has_a_behaviour(data: DataFolder) -> None:
    _built_on_ant(data)


def breaks_libraries_built_on_others_say_what_they_add(data: DataFolder) -> list[str]:
    data.set(APHID, "built_on", ["ant"])
    return [
        f"data/{APHID}: same_constants_as",
        *(
            data.set(APHID, key, value)
            for key, value in (
                ("aliases", {1000: ["OWN"]}),
                ("sends", {"default": 1000}),
                ("receives", {"refused": []}),
                ("absent", {"no_code": {"reported": [1000], "text": "1000."}}),
                ("emits", [{"code": 1000, "event": "close", "when": "It closes"}]),
            )
        ),
        f"data/{APHID}: notes",
    ]


def keeps_libraries_built_on_others_say_what_they_add(data: DataFolder) -> None:
    _built_on_ant(data)
    data.set(APHID, "messages", [{"text": "gone with <n>"}])


def breaks_libraries_name_their_evidence(data: DataFolder) -> list[str]:
    return [data.set(ANT, key, []) for key in ("evidence", "roles", "sources")]


def keeps_libraries_name_their_evidence(data: DataFolder) -> None:
    data.set(ANT, "evidence", ["docs"])


def breaks_sending_a_local_code_is_claimed_by_source_or_measurement(data: DataFolder) -> list[str]:
    data.set(APHID, "sends", {"allowed": ["1000-4999"]})
    return [f"data/{APHID}: sends.allowed.0"]


def keeps_sending_a_local_code_is_claimed_by_source_or_measurement(data: DataFolder) -> None:
    data.copy(APHID, "libraries/wasp.yml")
    data.set("libraries/wasp.yml", "sends", {"allowed": ["1000-1003"]})
    data.set(APHID, "sends", {"allowed": ["1000-4999"]})
    data.set(APHID, "evidence", ["docs", "measured"])


def breaks_spans_of_libraries_follow_one_another(data: DataFolder) -> list[str]:
    data.set(ANT, "receives.refused", ["5000-65535", "0-999"])
    return [f"data/{ANT}: receives.refused.1", data.set(ANT, "sends.allowed.1", "1003-1014")]


def keeps_spans_of_libraries_follow_one_another(data: DataFolder) -> None:
    data.set(ANT, "receives.refused", ["0-999", "5000-65535"])
    data.set(ANT, "sends.allowed.1", "1004-1014")


def breaks_codes_that_libraries_send_are_legal_or_local(data: DataFolder) -> list[str]:
    data.set(ANT, "emits.1.local", True)
    return [data.set(ANT, "emits.0.code", 1015), data.set(ANT, "emits.1.code", 65536)]


def keeps_codes_that_libraries_send_are_legal_or_local(data: DataFolder) -> None:
    data.set(ANT, "emits.0.code", 2007)
    data.set(ANT, "emits.0.local", True)
    data.set(ANT, "emits.1.code", 4999)
    data.set(APHID, "emits", [{"code": None, "when": "never", "event": "close"}])


def breaks_log_texts_go_with_a_number_that_means_something(data: DataFolder) -> list[str]:
    data.set(APHID, "messages", [{"text": "odd", "code": -1}])
    data.set(ANT, "local_values", {-1: "NONE", 65536: "FAR"})
    places = [data.set(ANT, "messages.0.code", UNASSIGNED), data.set(ANT, "messages.1.code", 65536)]
    return [*places, f"data/{APHID}: messages.0.code"]


def keeps_log_texts_go_with_a_number_that_means_something(data: DataFolder) -> None:
    data.set(ANT, "messages.0.code", 4000)  # which a service uses
    data.set(ANT, "messages.2.code", 1000)


def breaks_log_texts_are_given_once(data: DataFolder) -> list[str]:
    data.set(ANT, "messages.2", {"text": "never connected", "code": -1})
    return [f"data/{ANT}: messages.2.text"]


def keeps_log_texts_are_given_once(data: DataFolder) -> None:
    data.set(ANT, "messages.2", {"text": "never connected", "code": 1006})


def breaks_log_texts_are_explained_whole_or_not_at_all(data: DataFolder) -> list[str]:
    data.set(ANT, "messages.0.event", "connection-lost")
    data.set(ANT, "messages.1.side", "this-end")
    data.set(ANT, "messages.1.meaning", "No connection came about.")
    return [f"data/{ANT}: messages.0", f"data/{ANT}: messages.1"]


def keeps_log_texts_are_explained_whole_or_not_at_all(data: DataFolder) -> None:
    data.set(ANT, "messages.0.side", "peer")
    data.set(ANT, "messages.0.event", "close-received")
    data.set(ANT, "messages.0.meaning", "The peer closed.")


def breaks_meanings_of_log_texts_are_one_short_sentence(data: DataFolder) -> list[str]:
    return [
        data.set(ANT, "messages.0.meaning", "a" * 200 + "."),
        data.set(ANT, "messages.1.meaning", "The connection is lost"),
        data.set(ANT, "messages.2.meaning", "The peer closed. It said why."),
    ]


def keeps_meanings_of_log_texts_are_one_short_sentence(data: DataFolder) -> None:
    data.set(ANT, "messages.0.meaning", "a" * 199 + ".")
    data.set(ANT, "messages.1.meaning", "The wait of 0.5 s ended.")
