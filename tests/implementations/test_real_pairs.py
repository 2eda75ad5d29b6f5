"""The harness for real pairs: it runs pairs, marks races, and writes the same bytes for the same outcomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from closecodes.model.pair import EVENTS as EVENT_IDS
from support.own_loop import in_own_loop

from . import writer
from .real_pairs import events, folding, store
from .real_pairs.cell import Cell, End, Outcome
from .real_pairs.ends import clients
from .real_pairs.measure import cells_of, left_out
from .real_pairs.pool import Pool
from .real_pairs.program import Program
from .real_pairs.proxies import KINDS
from .real_pairs.runner import Runner, distinct
from .real_pairs.texts import tidied

FILES = sorted(store.STORE.glob("*.yml"))
PAIR = Cell(client="websockets-asyncio", server="aiohttp", event="network-gone")
QUICK = [
    replace(PAIR, event="client-closes", code=4001),
    replace(PAIR, event="server-closes", code="none"),
    replace(PAIR, event="server-killed"),
    replace(PAIR, event="bad-utf8-to-server"),
]
"""Cells of one pair, with a fresh program and with a relay among them."""


def test_a_pair_does_what_is_stored() -> None:
    async def run() -> dict[Cell, list[Outcome] | str]:
        async with Pool() as pool:
            return await Runner(pool).outcomes(QUICK, lambda cell: None)

    stored = store.outcomes_of(writer.read(store.path_of(PAIR.client)))
    for cell, seen in in_own_loop(run()).items():
        assert not isinstance(seen, str), seen
        assert store.agree(seen, stored[cell]), f"{cell}: measured {seen}, stored {stored[cell]}"


def test_an_end_that_is_told_nothing_in_time_is_heard_to_be_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("implementations.real_pairs.run.TOLD", 0.5)

    async def run() -> Outcome:
        async with Pool() as pool:
            return await Runner(pool).run(PAIR)

    assert in_own_loop(run()) == Outcome()


def test_a_cell_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(runner: Runner, cell: Cell) -> Outcome:
        if cell == QUICK[0]:
            raise ProcessLookupError("gone before it was killed")
        return Outcome()

    async def outcomes() -> dict[Cell, list[Outcome] | str]:
        async with Pool() as pool:
            return await Runner(pool).outcomes(QUICK, lambda cell: None)

    monkeypatch.setattr(Runner, "run", run)
    found = in_own_loop(outcomes())
    assert found == {QUICK[0]: "gone before it was killed", **{cell: [Outcome()] for cell in QUICK[1:]}}


def test_a_program_that_cannot_start_is_named(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="nowhere is not installed"):
        in_own_loop(Program([str(tmp_path / "nowhere")]).start())


def outcome(client: int | str, server: int | str, text: str | None = None) -> Outcome:
    return Outcome(End(client, text=text), End(server))


def test_runs_that_differ_are_a_race_with_the_most_frequent_outcome_first() -> None:
    seen = [outcome(1000, 1006), outcome(1000, 1000), outcome(1000, 1000, text="again")]
    assert [one.server.code for one in distinct(seen)] == [1000, 1006]
    assert distinct(list(reversed(seen))) == distinct(seen)


def test_texts_and_times_alone_are_no_race() -> None:
    assert len(distinct([outcome(1000, 1000, text="a"), outcome(1000, 1000, text="b")])) == 1


def closing(server: str, code: int | str, *outcomes: Outcome) -> dict[Cell, list[Outcome]]:
    return {Cell(client="ant", server=server, event="client-closes", code=code): list(outcomes)}


def test_servers_and_codes_with_the_same_outcome_stand_in_one_row() -> None:
    cells: dict[Cell, list[Outcome]] = {}
    for server in ("bee", "wasp"):
        for code in (1000, 4001):
            cells |= closing(server, code, outcome(code, code, text=f"received {code} (name of {code})"))
        cells |= closing(server, "none", outcome(1005, "none"))
    cells |= closing("aphid", 1000, outcome(1000, "nothing"), outcome(1006, "nothing"))
    assert folding.rows(cells) == [
        {
            "event": "client-closes", "codes": [1000, 4001], "servers": ["bee", "wasp"],
            "outcomes": [
                {"client": {"code": "same", "text": "received <code> (<name>)"}, "server": {"code": "same"}}
            ],
        },
        {
            "event": "client-closes", "codes": ["none"], "servers": ["bee", "wasp"],
            "outcomes": [{"client": {"code": 1005}, "server": {"code": "none"}}],
        },
        {
            "event": "client-closes", "codes": [1000], "servers": ["aphid"],
            "outcomes": [
                {"client": {"code": "same"}, "server": {"code": "nothing"}},
                {"client": {"code": 1006}, "server": {"code": "nothing"}},
            ],
        },
    ]  # fmt: skip


def test_rows_unfold_to_what_was_seen() -> None:
    cells = closing("bee", 1000, outcome(1000, 1000)) | closing("bee", 4001, outcome(1000, 4001))
    cells |= closing("bee", "none", outcome(1005, 1005), outcome(1006, 1005))
    unfolded = folding.unfolded("ant", "", folding.rows(cells))
    assert {cell: [one.told for one in seen] for cell, seen in unfolded.items()} == {
        cell: [one.told for one in seen] for cell, seen in cells.items()
    }


def test_a_race_that_is_stored_stays_when_one_of_its_outcomes_is_seen_again() -> None:
    stored = closing("bee", 1000, outcome(1000, 1000), outcome(1006, 1000))
    again = closing("bee", 1000, outcome(1006, 1000))
    other = closing("bee", 1000, outcome(1002, 1000))
    assert store.steady(again, stored) == stored
    assert store.steady(other, stored) == other
    more = closing("bee", 1000, outcome(1006, 1000), outcome(1002, 1000))
    assert store.steady(more, stored) == closing("bee", 1000, *map(outcome, (1000, 1006, 1002), (1000, 1000, 1000)))


def test_the_file_changes_only_with_its_content(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    assert store.write(path, {"client": "a", "measured": 1, "rows": []})
    before = path.read_bytes()
    assert not store.write(path, {"client": "a", "measured": 2, "rows": []})
    assert path.read_bytes() == before
    assert store.write(path, {"client": "b", "measured": 2, "rows": []})


def test_texts_lose_what_varies() -> None:
    text = "ws://127.0.0.1:43145/?task=%7B%7D refused 127.0.0.1:9\n -+-+- {'date': 'today'}"
    assert tidied(text) == "<address> refused 127.0.0.1:<port>"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_as_the_writer_writes_it(path: Path) -> None:
    stored = writer.read(path)
    assert store.dump(stored) == path.read_text(encoding="utf-8")
    cells = store.outcomes_of(stored)
    rows = folding.rows({cell: cells[cell] for cell in cells_of(clients()[stored["client"]], stored.get("proxy", ""))})
    assert rows == stored["rows"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_holds_every_cell_that_applies(path: Path) -> None:
    stored = writer.read(path)
    client, proxy = clients()[stored["client"]], stored.get("proxy", "")
    assert set(store.outcomes_of(stored)) == set(cells_of(client, proxy)), "re-measure with make measure PARTS=pairs"
    assert stored["left_out"] == left_out(client, proxy)


def test_there_is_a_file_for_every_client_and_proxy() -> None:
    proxied = {store.path_of(client, proxy).name for client in clients() for proxy in KINDS}
    names = {path.name for path in FILES}
    assert {store.path_of(client).name for client in clients()} == names - proxied
    assert all(sum(path.stem.endswith(f".{proxy}") for path in FILES) >= 3 for proxy in KINDS)


def test_the_harness_runs_the_events_of_the_model() -> None:
    assert tuple(events.EVENTS) == EVENT_IDS
