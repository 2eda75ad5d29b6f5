"""Cases for rules/events.py."""

from __future__ import annotations

from support.data_folder import DataFolder

EVENTS = "events.yml"


def breaks_events_are_those_that_pairs_are_run_with(data: DataFolder) -> list[str]:
    text = data.path(EVENTS).read_text(encoding="utf-8")
    data.path(EVENTS).write_text(text.replace("network-gone:", "network-went:"), encoding="utf-8")
    return [f"data/{EVENTS}: ", f"data/{EVENTS}: "]


def keeps_events_are_those_that_pairs_are_run_with(data: DataFolder) -> None:
    data.set(EVENTS, "network-gone.label", "Another label")


def breaks_events_of_proxies_need_a_proxy(data: DataFolder) -> list[str]:
    data.set(EVENTS, "proxy-idle.at", "direct")
    data.set(EVENTS, "network-gone.at", "proxy")
    return [f"data/{EVENTS}: at", f"data/{EVENTS}: at"]


def keeps_events_of_proxies_need_a_proxy(data: DataFolder) -> None:
    data.set(EVENTS, "proxy-idle.label", "Another label")


def breaks_causes_of_events_exist(data: DataFolder) -> list[str]:
    data.set(EVENTS, "network-gone.cause", "1006#no-such-cause")
    data.set(EVENTS, "proxy-idle.cause", "1999#timeout")
    return [f"data/{EVENTS}: cause", f"data/{EVENTS}: cause"]


def keeps_causes_of_events_exist(data: DataFolder) -> None:
    data.set(EVENTS, "network-gone.cause", "1006#timeout")


def breaks_events_tell_some_side_what_to_do(data: DataFolder) -> list[str]:
    data.set(EVENTS, "network-gone.fix", {})
    return [f"data/{EVENTS}: fix"]


def keeps_events_tell_some_side_what_to_do(data: DataFolder) -> None:
    data.set(EVENTS, "network-gone.fix", {"proxy": "Wait."})
