"""What each end sees: the composing rule alone, and against the real pairs."""

from __future__ import annotations

import itertools
import random

import pytest

from closecodes.both_ends import DIGITS, Ends, Key, agreement, observed, representatives, table
from closecodes.composition import FIN, SILENCE, End, Signal
from closecodes.model import Registry
from closecodes.model.case import TESTED

DECIDES, AGREES = 0.85, 0.98
"""What is promised: the share of ends that the rule decides, and the share of those that are as observed."""


@pytest.fixture(scope="module")
def ends(registry: Registry) -> Ends:
    return Ends(registry, observed(registry))


def end(ends: Ends, side: str, id: str) -> End:
    return next(one for one in (ends.clients if side == "client" else ends.servers) if one.id == id)


def composed(
    ends: Ends, client: str, server: str, event: str, code: str = "", proxy: str = ""
) -> tuple[object, object]:
    both = ends.composed(end(ends, "client", client), end(ends, "server", server), Key(event, code, proxy))
    return both.client, both.server


def test_the_rule_keeps_its_promise_against_the_real_pairs(ends: Ends) -> None:
    found = agreement(ends)
    assert found.ends > 4000, "the pairs are the evidence; run make measure"
    assert found.decides >= DECIDES
    assert found.agrees >= AGREES


def test_a_server_that_answers_1000_to_everything_is_what_the_client_is_told(ends: Ends) -> None:
    assert composed(ends, "chromium", "aiohttp", "client-closes", "4001") == (1000, 4001)


def test_an_echo_brings_the_code_back(ends: Ends) -> None:
    assert composed(ends, "chromium", "ws", "client-closes", "4001") == (4001, 4001)


def test_what_a_close_call_refuses_stays_at_home(ends: Ends) -> None:
    assert composed(ends, "chromium", "ws", "client-closes", "1011") == ("error", "nothing")


def test_a_killed_server_is_told_nothing_and_the_client_reads_the_end_of_tcp(ends: Ends) -> None:
    assert composed(ends, "chromium", "ws", "server-killed") == (1006, "nothing")


def test_a_proxy_whose_timer_fires_ends_tcp_on_both_sides(ends: Ends) -> None:
    assert composed(ends, "ws", "uvicorn-wsproto", "proxy-idle", proxy="nginx") == (1006, 1005)


def test_what_was_not_measured_is_not_known(ends: Ends) -> None:
    assert composed(ends, "ws", "ws", "page-closed") == ("unknown", "unknown")
    client = end(ends, "client", "ws")
    assert client.reads(Signal("http", 403)) == (None, "unknown")
    assert client.reads(SILENCE) == (None, "nothing")


def test_the_answer_decides_or_the_own_code_or_neither(ends: Ends) -> None:
    """uvicorn with websockets tells 1005, with wsproto its own code, ws the peer's answer."""
    sent, answer = Signal("close", 4321), Signal("close", 1000)
    told = {
        server: end(ends, "server", server).told_after_closing(sent, answer)
        for server in ("uvicorn-websockets", "uvicorn-wsproto", "ws")
    }
    assert told == {"uvicorn-websockets": 1005, "uvicorn-wsproto": 4321, "ws": 1000}
    assert end(ends, "server", "ws").told_after_closing(sent, None) == "unknown"
    assert end(ends, "server", "ws").told_after_closing(sent, FIN) == "unknown", "that was measured for clients only"


def test_an_observed_pair_is_predicted_without_its_own_runs(ends: Ends) -> None:
    """Else the rule would only repeat what it is held against."""
    alone = {key: seen for key, seen in ends.observed.items() if (key[0], key[1]) == ("ws", "ws")}
    client, server = end(ends, "client", "ws"), end(ends, "server", "ws")
    only = Ends(ends.registry, alone)
    key = Key("server-refuses")
    assert only.seen(client, server, key) is not None
    assert only.composed(client, server, key).client == "unknown"


def test_every_number_has_a_tested_code_that_speaks_for_it(registry: Registry) -> None:
    runs = representatives(registry)
    assert runs[0][0] == 0
    assert runs[-1][1] == 65535
    assert all(after[0] == before[1] + 1 for before, after in itertools.pairwise(runs))
    assert {int(speaker) for *_, speaker in runs} <= set(TESTED)


def test_the_table_holds_what_the_pairs_see(ends: Ends) -> None:
    written = table(ends)
    chance = random.Random(1006)
    keys = [key for event in ends.registry.events for key in ends.keys(event)]
    for _ in range(500):
        row, column = chance.randrange(len(ends.clients)), chance.randrange(len(ends.servers))
        key = chance.choice(keys)
        digits = written["cells"][str(key)][row][2 * column : 2 * column + 2]
        found = written["results"][DIGITS.index(digits[0]) * len(DIGITS) + DIGITS.index(digits[1])]
        result = ends.result(ends.clients[row], ends.servers[column], key)
        same = {"same": int(key.code)} if key.code.isdigit() else {}
        assert same.get(found["client"], found["client"]) == result.client
        assert same.get(found["server"], found["server"]) == result.server
        assert found["evidence"] == result.evidence
