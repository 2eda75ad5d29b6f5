"""Cases for rules/citations.py."""

from __future__ import annotations

from support.data_folder import DataFolder


def breaks_cited_references_exist(data: DataFolder) -> list[str]:
    data.set("ranges.yml", "0.purpose.0.cite", ["rfc6456 7.4"])
    data.set("codes/1006.yml", "causes.1.cite", ["iana", "ianna"])
    return ["data/codes/1006.yml: causes.1.cite.1", "data/ranges.yml: purpose.0.cite.0"]


def keeps_cited_references_exist(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.1.cite", ["iana", "rfc6455 99"])


def breaks_references_are_cited(data: DataFolder) -> list[str]:
    spare = {"title": "Spare", "publisher": "Nobody", "url": "https://example.org/"}
    data.set("references.yml", "spare", spare)
    return ["data/references.yml: "]


def keeps_references_are_cited(data: DataFolder) -> None:
    breaks_references_are_cited(data)
    data.set("codes/1006.yml", "http.cite", ["spare"])


def breaks_cited_libraries_and_services_have_a_file(data: DataFolder) -> list[str]:
    data.set("codes/1006.yml", "causes.1.cite", ["library bee", "service"])
    data.set("codes/1007.yml", "meaning.0.cite", ["service ant"])
    return [
        "data/codes/1006.yml: causes.1.cite.0",
        "data/codes/1006.yml: causes.1.cite.1",
        "data/codes/1007.yml: meaning.0.cite.0",
    ]


def keeps_cited_libraries_and_services_have_a_file(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.1.cite", ["libraries", "service bee", "library aphid"])


def breaks_claims_have_a_source(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1006.yml", "meaning.0.cite", []),
        data.set("ranges.yml", "4.unassigned.reconnect.cite", []),
    ]


def keeps_claims_have_a_source(data: DataFolder) -> None:
    data.set("codes/1006.yml", "causes.0.cite", [])


def breaks_rfcs_are_cited_with_a_section(data: DataFolder) -> list[str]:
    data.set("codes/1006.yml", "reconnect.cite", ["rfc6455"])
    return ["data/codes/1006.yml: reconnect.cite.0"]


def keeps_rfcs_are_cited_with_a_section(data: DataFolder) -> None:
    data.set("codes/1006.yml", "reconnect.cite", ["iana", "whatwg"])


def breaks_codes_below_3000_are_defined_by_an_rfc_or_iana(data: DataFolder) -> list[str]:
    return [data.set("codes/1012.yml", "defined_by", ["whatwg"])]


def keeps_codes_below_3000_are_defined_by_an_rfc_or_iana(data: DataFolder) -> None:
    data.set("codes/1000.yml", "defined_by", ["rfc6455 7.4.1"])
    data.set("codes/1012.yml", "defined_by", ["whatwg", "iana"])
    data.set("codes/3000.yml", "defined_by", ["whatwg"])  # the next rule's concern


def breaks_codes_from_3000_are_defined_by_iana(data: DataFolder) -> list[str]:
    return [data.set("codes/3000.yml", "defined_by", ["rfc6455 7.4.2"])]


def keeps_codes_from_3000_are_defined_by_iana(data: DataFolder) -> None:
    data.set("codes/1000.yml", "defined_by", ["rfc6455 7.4.1"])
    data.set("codes/3000.yml", "defined_by", ["whatwg", "iana"])


def breaks_rfc_6455_is_credited_with_its_own_codes_only(data: DataFolder) -> list[str]:
    return [
        data.set("codes/1000.yml", "defined_by", ["iana"]),
        data.set("codes/1013.yml", "defined_by", ["rfc6455 7.4.1", "iana"]),
        data.set("codes/3000.yml", "defined_by", ["rfc6455 7.4.2", "iana"]),
    ]


def keeps_rfc_6455_is_credited_with_its_own_codes_only(data: DataFolder) -> None:
    data.set("codes/1013.yml", "meaning.0.cite", ["rfc6455 7.4.2"])


def breaks_http_statuses_are_registered_where_iana_names_them(data: DataFolder) -> list[str]:
    return [data.set("codes/1013.yml", "http.basis", "registered")]


def keeps_http_statuses_are_registered_where_iana_names_them(data: DataFolder) -> None:
    data.set("codes/1014.yml", "http.basis", "registered")
    data.set("codes/1013.yml", "http.basis", "documented")
    data.drop("codes/1012.yml", "http")
