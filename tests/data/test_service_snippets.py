"""The reconnect snippets of the services run in Node and say what the rows of the same file say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from closecodes.load import read_registry
from closecodes.model import Service

NODE = """
const snippets = JSON.parse(require("fs").readFileSync(0, "utf8"));
const result = {};
for (const [id, source] of Object.entries(snippets)) {
  try {
    const shouldReconnect = new Function('"use strict";' + source + "; return shouldReconnect;")();
    result[id] = Array.from({ length: 65536 }, (_, code) => shouldReconnect(code));
  } catch (error) {
    throw new Error(`${id}: ${error}`);
  }
}
console.log(JSON.stringify(result));
"""
ANSWERS = {"now", "back-off", "no"}
EXPECTED = {"now": "now", "back-off": "back-off", "no": "no", "after-change": "no"}  # unchanged, it fails again

SERVICES = [s for s in read_registry(Path(__file__).resolve().parents[2] / "data").services if s.reconnect_snippet]
each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.id)


@pytest.fixture(scope="module")
def answers() -> dict[str, list[Any]]:
    """What each snippet answers for each number from 0 to 65535, by service id; Node runs once for all."""
    snippets = json.dumps({service.id: service.reconnect_snippet for service in SERVICES})
    done = subprocess.run(["node", "-e", NODE], input=snippets, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_there_are_snippets() -> None:
    assert 10 <= len(SERVICES) <= 30


@each_service
def test_a_snippet_is_short(service: Service) -> None:
    lines = (service.reconnect_snippet or "").splitlines()
    assert lines[0] == "function shouldReconnect(code) {"
    assert len(lines) < 12
    assert max(map(len, lines)) <= 84


@each_service
def test_a_snippet_has_an_answer_for_every_number(service: Service, answers: dict[str, list[Any]]) -> None:
    assert set(answers[service.id]) <= ANSWERS


@each_service
def test_a_snippet_tells_numbers_apart(service: Service, answers: dict[str, list[Any]]) -> None:
    assert len(set(answers[service.id])) > 1


@each_service
def test_a_snippet_agrees_with_every_row(service: Service, answers: dict[str, list[Any]]) -> None:
    rows = [(row.code, row.reconnect) for row in service.codes if row.reconnect in EXPECTED]
    wrong = [(code, verdict) for code, verdict in rows if answers[service.id][code] != EXPECTED[verdict]]
    assert wrong == []


@each_service
def test_a_snippet_agrees_with_every_band(service: Service, answers: dict[str, list[Any]]) -> None:
    own = {row.code for row in service.codes}
    wrong = [
        (code, band.reconnect)
        for band in service.bands
        if band.reconnect in EXPECTED
        for code in range(band.span.first, band.span.last + 1)
        if code not in own and answers[service.id][code] != EXPECTED[band.reconnect]
    ]
    assert wrong == []


@each_service
def test_a_snippet_rests_on_stated_advice(service: Service) -> None:
    assert "stated" in {row.basis for row in service.codes} | {band.basis for band in service.bands}
