"""The data against a snapshot of IANA's table, row by row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from closecodes.model import Registry

COLUMNS = ["Status Code", "Meaning", "Contact", "Reference", "Change Controller"]
SNAPSHOT = Path(__file__).parents[2] / "data" / "iana" / "close-code-number.csv"
with SNAPSHOT.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
ASSIGNED = [row for row in ROWS if row["Meaning"] not in ("Unassigned", "Reserved for Private Use")]
BLOCKS = [row for row in ROWS if row not in ASSIGNED]


def number(row: dict[str, str]) -> str:
    return row["Status Code"]


def ends(row: dict[str, str]) -> tuple[int, int]:
    first, _, last = row["Status Code"].partition("-")
    return int(first), int(last or first)


def test_the_snapshot_has_the_columns_and_rows_of_the_table() -> None:
    assert list(ROWS[0]) == COLUMNS
    assert len(ASSIGNED) >= 19 and len(BLOCKS) >= 5, "codes are added, not taken away"


def test_the_snapshot_covers_1000_to_4999_without_gap_or_overlap() -> None:
    numbers = [n for row in ROWS for n in range(ends(row)[0], ends(row)[1] + 1)]
    assert numbers == list(range(1000, 5000))


def test_the_snapshot_holds_no_mail_address() -> None:
    assert "@" not in SNAPSHOT.read_text(encoding="utf-8")
    assert "mailto" not in SNAPSHOT.read_text(encoding="utf-8")


def test_the_assigned_rows_are_our_codes_and_no_others(registry: Registry) -> None:
    assert sorted(registry.code_by_number) == [int(number(row)) for row in ASSIGNED]


@pytest.mark.parametrize("row", ASSIGNED, ids=number)
def test_a_name_is_spelled_as_in_the_table(row: dict[str, str], registry: Registry) -> None:
    assert registry.code_by_number[int(number(row))].name == row["Meaning"]


@pytest.mark.parametrize("row", ASSIGNED, ids=number)
def test_a_code_cites_the_registry(row: dict[str, str], registry: Registry) -> None:
    assert "iana" in {citation.reference for citation in registry.code_by_number[int(number(row))].defined_by}


@pytest.mark.parametrize("row", ASSIGNED, ids=number)
def test_a_code_is_credited_to_rfc_6455_when_the_table_does_so(row: dict[str, str], registry: Registry) -> None:
    ours = {citation.reference for citation in registry.code_by_number[int(number(row))].defined_by}
    assert ("rfc6455" in ours) == ("[RFC6455]" in row["Reference"])


@pytest.mark.parametrize("row", [row for row in ASSIGNED if "mailarchive" in row["Reference"]], ids=number)
def test_a_mail_that_the_table_cites_is_among_the_citations(row: dict[str, str], registry: Registry) -> None:
    cited = {c.reference for _, cite in registry.code_by_number[int(number(row))].claims for c in cite}
    assert row["Reference"].strip("[]") in {registry.reference[reference].url for reference in cited}


def test_the_erratum_of_1011_is_among_its_citations(registry: Registry) -> None:
    assert "[RFC Errata 3227]" in next(row["Reference"] for row in ASSIGNED if number(row) == "1011")
    cited = {(c.reference, c.section) for _, cite in registry.code_by_number[1011].claims for c in cite}
    assert ("erratum", "3227") in cited


def test_the_unassigned_blocks_are_those_between_our_codes(registry: Registry) -> None:
    wanted = [ends(row) for row in BLOCKS if row["Meaning"] == "Unassigned"]
    kinds = [kind for kind in registry.ranges if kind.policy in ("specification", "first-come")]
    ours = [(block.first, block.last) for kind in kinds for block in registry.unassigned_in(kind.span)]
    assert ours == wanted != []


def test_private_use_is_one_block(registry: Registry) -> None:
    wanted = [ends(row) for row in BLOCKS if row["Meaning"] == "Reserved for Private Use"]
    ours = [(kind.span.first, kind.span.last) for kind in registry.ranges if kind.policy == "private"]
    assert ours == wanted == [(4000, 4999)]
