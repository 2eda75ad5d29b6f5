"""Outcomes become rows that say the same, and the same bytes when nothing changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from closecodes.model.case import TESTED

from . import rows, writer
from .compare import _varied
from .pair import Pair

REFUSED = {"refused": "invalid status code"}


def outcome(case: int) -> dict[str, Any]:
    """A library that sends 1000-1003 and refuses the rest."""
    return {"wire": case} if 1000 <= case <= 1003 else REFUSED


def test_codes_become_runs_of_tested_codes() -> None:
    assert rows.rows("send", {case: outcome(case) for case in TESTED}) == [
        {"codes": ["0-999", "1004-65535"], **REFUSED},
        {"codes": ["1000-1003"], "wire": "same"},
    ]


def test_code_and_its_name_in_a_text_stand_as_placeholders() -> None:
    texts = {1000: "received 1000 (OK) why", 1001: "received 1001 (going away) why"}
    found = rows.rows("receive", {case: {"app": case, "text": text} for case, text in texts.items()})
    assert found == [{"codes": ["1000-1001"], "app": "same", "text": "received <code> (<name>) why"}]


def test_constant_outcome_stays_a_number() -> None:
    found = rows.rows("receive", {case: {"wire": 1002} for case in (1002, 1004, 1005)})
    assert found == [{"codes": [1002, "1004-1005"], "wire": 1002}]


def test_every_outcome_is_found_again() -> None:
    outcomes: dict[int | str, Any] = {case: outcome(case) for case in TESTED} | {"no-code": {"wire": "empty"}}
    found = rows.rows("send", outcomes)
    assert all(rows.agrees("send", case, given, rows.find(found, case)) for case, given in outcomes.items())
    assert not rows.agrees("send", 1000, {"wire": 1001}, rows.find(found, 1000))
    assert not rows.agrees("send", 1000, REFUSED, rows.find(found, 1000))
    assert rows.find(found, "reason") is None


def test_times_may_be_a_second_or_a_tenth_off() -> None:
    stored = {"app": 1006, "waited": 65, "told_after": 2, "ended_after": 30}
    for seen in ({"told_after": 3, "ended_after": 30}, {"told_after": 2, "ended_after": 33}):
        assert rows.agrees("absent", "no-answer", stored | seen, stored)
        assert rows.with_times_of(stored, stored | seen) == stored
    for seen in ({"told_after": 4, "ended_after": 30}, {"told_after": 2, "ended_after": 34}, {"app": 1005}):
        assert not rows.agrees("absent", "no-answer", stored | seen, stored)
    never = {key: value for key, value in stored.items() if key != "ended_after"}
    assert not rows.agrees("absent", "no-answer", never, stored)
    assert not rows.agrees("absent", "no-answer", stored, never)


def test_texts_lose_what_varies() -> None:
    text = "ws://127.0.0.1:43145/?task=%7B%22id%22%7D: read\x00 " + "a" * 123
    assert rows.tidy({"text": text}) == {"text": "ws://127.0.0.1:<port>/: read\\x00 aaa…"}


def test_file_changes_only_with_its_content(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    assert writer.write(path, {"name": "a", "measured": 1, "send": []})
    before = path.read_bytes()
    assert not writer.write(path, {"name": "a", "measured": 2, "send": []})
    assert path.read_bytes() == before
    assert writer.write(path, {"name": "b", "measured": 2, "send": []})


def test_only_what_is_known_to_vary_may_differ() -> None:
    varies = (("receive", "wire", (1002, "fin")),)
    pair = Pair(id="ant.client", name="Ant", language="C", driver=("ant",), varies=varies)
    stored = {"wire": "fin", "text": "illegal code"}
    assert _varied(pair, ("receive", 1016), {**stored, "wire": 1002}, stored)
    for part, outcome in (
        ("receive", {**stored, "wire": "open"}),
        ("receive", {"wire": 1002, "text": "another"}),
        ("defaults", {**stored, "wire": 1002}),
    ):
        assert not _varied(pair, (part, 1016), outcome, stored)
