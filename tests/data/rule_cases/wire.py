"""Cases for rules/wire.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_exactly_1005_1006_and_1015_are_local_only(data: DataFolder) -> list[str]:
    return [data.set("codes/1004.yml", "status", "local-only"), data.set("codes/1015.yml", "status", "reserved")]


def keeps_exactly_1005_1006_and_1015_are_local_only(data: DataFolder) -> None:
    data.set("codes/1014.yml", "status", "reserved")


def breaks_code_1004_is_reserved(data: DataFolder) -> list[str]:
    return [data.set("codes/1004.yml", "status", "registered")]


def keeps_code_1004_is_reserved(data: DataFolder) -> None:
    data.set("codes/1003.yml", "status", "reserved")


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
