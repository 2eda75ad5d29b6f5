"""Cases for rules/wire.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_exactly_1005_1006_and_1015_are_local_only(data: DataFolder) -> list[str]:
    return [data.set("codes/1004.yml", "status", "local-only"), data.set("codes/1015.yml", "status", "reserved")]


def keeps_exactly_1005_1006_and_1015_are_local_only(data: DataFolder) -> None:
    data.set("codes/1014.yml", "status", "reserved")


def breaks_local_codes_are_never_in_a_close_frame(data: DataFolder) -> list[str]:
    return [data.set(f"codes/{code}.yml", "sendable", True) for code in (1005, 1006, 1015)]


def keeps_local_codes_are_never_in_a_close_frame(data: DataFolder) -> None:
    data.set("codes/1004.yml", "sendable", True)


def breaks_code_1004_is_reserved(data: DataFolder) -> list[str]:
    return [data.set("codes/1004.yml", "status", "registered")]


def keeps_code_1004_is_reserved(data: DataFolder) -> None:
    data.set("codes/1003.yml", "status", "reserved")


def breaks_codes_can_be_sent_exactly_when_they_are_registered(data: DataFolder) -> list[str]:
    return [data.set("codes/1000.yml", "sendable", False), data.set("codes/1004.yml", "sendable", True)]


def keeps_codes_can_be_sent_exactly_when_they_are_registered(data: DataFolder) -> None:
    data.set("codes/1004.yml", "sendable", True)
    data.set("codes/1004.yml", "status", "registered")
    data.set("codes/1005.yml", "sendable", True)  # another rule's concern


def breaks_code_1010_comes_from_clients_only(data: DataFolder) -> list[str]:
    return [data.set("codes/1010.yml", "sender", "either")]


def keeps_code_1010_comes_from_clients_only(data: DataFolder) -> None:
    data.set("codes/1009.yml", "sender", "server")


def breaks_code_1011_comes_from_either_end(data: DataFolder) -> list[str]:
    return [data.set("codes/1011.yml", "sender", "server")]


def keeps_code_1011_comes_from_either_end(data: DataFolder) -> None:
    data.set("codes/1012.yml", "sender", "server")


def breaks_codes_have_a_sender_exactly_when_they_can_be_sent(data: DataFolder) -> list[str]:
    return [data.set("codes/1000.yml", "sender", "nobody"), data.set("codes/1006.yml", "sender", "server")]


def keeps_codes_have_a_sender_exactly_when_they_can_be_sent(data: DataFolder) -> None:
    data.set("codes/1000.yml", "sender", "client")


def breaks_scripts_may_send_only_1000_and_3000_to_4999(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1000.yml", "browser_may_send", False),
        data.set("codes/1001.yml", "browser_may_send", True),
        data.set("codes/3000.yml", "browser_may_send", False),
    ]


def keeps_scripts_may_send_only_1000_and_3000_to_4999(data: DataFolder) -> None:
    data.set("codes/3000.yml", "browser_may_send", False)
    data.set("codes/3000.yml", "sendable", False)
