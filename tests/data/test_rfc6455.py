"""The data against RFC 6455, its errata and the browser's API, written out by hand.

Nothing here comes from the rules; when a rule and this file disagree, one of them is wrong.
"""

from __future__ import annotations

import pytest

from closecodes.model import CloseCode, CodeRange, Registry

# number: IANA's name, may be in a Close frame, sender, a browser script may send it
CODES = {
    1000: ("Normal Closure", True, "either", True),
    1001: ("Going Away", True, "either", False),
    1002: ("Protocol error", True, "either", False),
    1003: ("Unsupported Data", True, "either", False),
    1004: ("Reserved", False, "nobody", False),
    1005: ("No Status Rcvd", False, "nobody", False),
    1006: ("Abnormal Closure", False, "nobody", False),
    1007: ("Invalid frame payload data", True, "either", False),
    1008: ("Policy Violation", True, "either", False),
    1009: ("Message Too Big", True, "either", False),
    1010: ("Mandatory Ext.", True, "client", False),
    1011: ("Internal Error", True, "either", False),
    1015: ("TLS handshake", False, "nobody", False),
}

# Section 7.4.2, and section 11.7 for the policies; the last range is not mentioned anywhere.
RANGES = [
    ("0-999", "not-used", "none"),
    ("1000-2999", "specification", "some"),
    ("3000-3999", "first-come", "all"),
    ("4000-4999", "private", "all"),
    ("5000-65535", "undefined", "none"),
]

# The sections of RFC 6455 that concern a connection's life, from its table of contents.
SECTIONS = {
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2", "2.1", "3", "4", "4.1", "4.2", "4.2.1", "4.2.2",
    "4.3", "4.4", "5", "5.1", "5.2", "5.3", "5.4", "5.5", "5.5.1", "5.5.2", "5.5.3", "5.6", "5.7", "5.8", "6", "6.1",
    "6.2", "7", "7.1", "7.1.1", "7.1.2", "7.1.3", "7.1.4", "7.1.5", "7.1.6", "7.1.7", "7.2", "7.2.1", "7.2.2", "7.2.3",
    "7.3", "7.4", "7.4.1", "7.4.2", "8", "8.1", "9", "9.1", "9.2", "10", "10.1", "10.2", "10.3", "10.4", "10.5", "10.6",
    "10.7", "10.8", "11", "11.1", "11.2", "11.3", "11.3.1", "11.3.2", "11.3.3", "11.3.4", "11.3.5", "11.4", "11.5",
    "11.6", "11.7", "11.8", "11.9", "12",
}  # fmt: skip


@pytest.fixture(params=CODES, ids=str)
def code(request: pytest.FixtureRequest, registry: Registry) -> CloseCode:
    assert request.param in registry.code_by_number, f"RFC 6455 defines {request.param}"
    return registry.code_by_number[request.param]


def test_a_code_has_its_registered_name(code: CloseCode) -> None:
    assert code.name == CODES[code.code][0]


def test_a_code_may_be_in_a_close_frame_as_section_7_4_1_says(code: CloseCode) -> None:
    assert code.sendable is CODES[code.code][1]


def test_a_code_comes_from_the_side_that_section_7_4_1_says(code: CloseCode) -> None:
    assert code.sender == CODES[code.code][2]


def test_a_script_may_send_only_1000_of_these(code: CloseCode) -> None:
    assert code.browser_may_send is CODES[code.code][3]


def test_a_code_is_credited_to_the_rfc(code: CloseCode) -> None:
    assert ("rfc6455", "7.4.1") in {(c.reference, c.section) for c in code.defined_by}


@pytest.fixture(scope="module")
def later(registry: Registry) -> list[CloseCode]:
    """The codes that came after the RFC, by IANA alone; their number grows."""
    codes = [code for code in registry.codes if code.code not in CODES]
    assert len(codes) >= 6
    return codes


def test_a_later_code_is_not_credited_to_the_rfc(later: list[CloseCode]) -> None:
    assert [code.code for code in later if "rfc6455" in {c.reference for c in code.defined_by}] == []


def test_a_later_code_may_be_sent(later: list[CloseCode]) -> None:
    assert [code.code for code in later if not code.sendable] == []


def test_a_script_may_send_the_later_codes_from_3000(later: list[CloseCode]) -> None:
    assert {code.code: code.browser_may_send for code in later} == {code.code: code.code >= 3000 for code in later}


def test_only_three_codes_must_not_be_sent(registry: Registry) -> None:
    assert [code.code for code in registry.codes if code.status == "local-only"] == [1005, 1006, 1015]


def test_only_1004_is_reserved(registry: Registry) -> None:
    assert [code.code for code in registry.codes if code.status == "reserved"] == [1004]


def test_what_must_not_be_sent_is_explained_and_has_nothing_to_copy(registry: Registry) -> None:
    shown = {code.code: code.sending.reason for code in registry.codes if not code.sendable}
    assert shown == {1004: None, 1005: None, 1006: None, 1015: None}


def test_the_registry_itself_names_one_http_status(registry: Registry) -> None:
    named = [(code.code, code.http.status) for code in registry.codes if code.http and code.http.basis == "registered"]
    assert named == [(1014, 502)]


@pytest.mark.parametrize(("number", "status"), [(3000, 401), (3003, 403), (3008, 408)])
def test_the_http_analogues_from_3000_are_folk_usage(number: int, status: int, registry: Registry) -> None:
    http = registry.code_by_number[number].http
    assert http is not None
    assert (http.status, http.basis) == (status, "folk")


def test_the_ranges_are_those_of_section_7_4_2(registry: Registry) -> None:
    assert [(kind.slug, kind.policy, kind.browser_may_send) for kind in registry.ranges] == RANGES


@pytest.mark.parametrize(
    ("number", "sendable"),
    [(0, False), (999, False), (1099, False), (2999, False), (3001, True), (3999, True), (4000, True), (4999, True),
     (5000, False), (65535, False)],
)  # fmt: skip
def test_a_number_without_a_meaning_may_be_sent_only_from_3000_to_4999(
    number: int, sendable: bool, registry: Registry
) -> None:
    assert registry.range_of(number).unassigned.sendable is sendable
    assert registry.may_be_sent(number) is (sendable or number in registry.code_by_number)


def test_a_number_beyond_two_bytes_may_not_be_sent(registry: Registry) -> None:
    assert not registry.may_be_sent(65536)
    assert not registry.may_be_sent(-1)


def test_every_cited_section_of_the_rfc_exists(registry: Registry) -> None:
    things: tuple[CloseCode | CodeRange, ...] = (*registry.codes, *registry.ranges)
    cited = {
        f"{thing.origin.path}: {key}: {citation.section}"
        for thing in things
        for key, cite in thing.claims
        for citation in cite
        if citation.reference == "rfc6455" and citation.section not in SECTIONS
    }
    assert not cited, "RFC 6455 has no such section"


def test_reasons_fit_into_a_control_frame_with_their_code(registry: Registry) -> None:
    bodies = {code.code: code.code.to_bytes(2, "big") + (code.sending.reason or "").encode() for code in registry.codes}
    assert {code: len(body) for code, body in bodies.items() if len(body) > 125} == {}


def test_erratum_3227_is_not_called_verified(registry: Registry) -> None:
    told = [event.what for event in registry.code_by_number[1011].history] + [
        claim.text for claim in registry.code_by_number[1011].meaning
    ]
    assert any("3227" in text for text in told), "tell of erratum 3227, which widened 1011 to either end"
    assert not any("3227" in text and "verified" in text.lower() and "held" not in text.lower() for text in told)


def test_1005_is_not_called_a_missing_frame(registry: Registry) -> None:
    summary = registry.code_by_number[1005].summary.lower()
    assert "without a close frame" not in summary
    assert "no close frame" not in summary


def test_a_number_without_a_file_has_the_status_of_its_range(registry: Registry) -> None:
    told = [kind.unassigned_status for kind in registry.ranges]
    assert told == ["not-used", "unassigned", "unassigned", "private-use", "undefined"]
