"""Cases for rules/pairs.py."""

from __future__ import annotations

import yaml

from support.data_folder import DataFolder

PAIRS, PROXIED = "pairs/ant.yml", "pairs/ant.aphid.yml"


def breaks_pairs_are_of_ends_that_were_measured_alone(data: DataFolder) -> list[str]:
    data.path("measured/ant.server.yml").unlink()
    data.copy(PAIRS, "pairs/bee.yml")
    return [f"data/{PAIRS}: servers", data.set("pairs/bee.yml", "client", "bee"), "data/pairs/bee.yml: servers"]


def keeps_pairs_are_of_ends_that_were_measured_alone(data: DataFolder) -> None:
    data.path("measured/ant-1.0-client.yml").unlink()


def breaks_pairs_go_through_a_known_proxy(data: DataFolder) -> list[str]:
    _through_aphid(data, "client")
    data.drop(PROXIED, "proxy_version")
    data.copy(PAIRS, "pairs/bee.yml")
    return [f"data/{PROXIED}: proxy", f"data/{PROXIED}: proxy", "data/pairs/bee.yml: client"]


def keeps_pairs_go_through_a_known_proxy(data: DataFolder) -> None:
    _through_aphid(data, "proxy")


def breaks_pair_rows_name_the_servers_of_the_file(data: DataFolder) -> list[str]:
    return [
        data.set(PAIRS, "rows.0.servers", ["ant", "bee"]),
        data.set(PAIRS, "left_out.0.servers", ["bee"]),
    ]


def keeps_pair_rows_name_the_servers_of_the_file(data: DataFolder) -> None:
    data.drop(PAIRS, "left_out.0.servers")


def breaks_pair_events_have_the_codes_they_are_about(data: DataFolder) -> list[str]:
    data.drop(PAIRS, "rows.0.codes")
    data.set(PAIRS, "rows.1.codes", ["none", 1000])
    data.set(PAIRS, "rows.2.statuses", [404])
    row = {"event": "proxy-idle", "outcomes": []}
    data.set(PAIRS, "rows", [*_rows(data), row])
    return [
        f"data/{PAIRS}: rows.0.codes",
        f"data/{PAIRS}: rows.1.outcomes",
        f"data/{PAIRS}: rows.2.statuses",
        f"data/{PAIRS}: rows.3.outcomes",
        f"data/{PAIRS}: rows.3.event",
    ]


def keeps_pair_events_have_the_codes_they_are_about(data: DataFolder) -> None:
    told = {"code": "error", "text": "HTTP <code>"}
    row = {"event": "http-status", "statuses": [404], "outcomes": [{"client": told, "server": {"code": "nothing"}}]}
    data.set(PAIRS, "rows", [*_rows(data), row])


def breaks_pair_cells_are_given_once(data: DataFolder) -> list[str]:
    data.set(PAIRS, "rows.1.codes", ["none", 1000])
    return [f"data/{PAIRS}: rows.1"]


def keeps_pair_cells_are_given_once(data: DataFolder) -> None:
    rows = _rows(data)
    data.set(PAIRS, "rows", [*rows, {**rows[0], "setting": "at night"}])


def _through_aphid(data: DataFolder, role: str) -> None:
    data.set("libraries/aphid.yml", "roles", [role])
    data.copy(PAIRS, PROXIED)
    for key, value in (("proxy", "aphid"), ("proxy_version", "2.0")):
        data.set(PROXIED, key, value)


def _rows(data: DataFolder) -> list[dict[str, object]]:
    return list(yaml.safe_load(data.path(PAIRS).read_text(encoding="utf-8"))["rows"])
