"""What is stored about implementations holds: some of them are run, and every file is in the writer's form."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from closecodes.model.case import CASES, TESTED

from . import cases, rows, writer
from .compare import SLOW, STORE, compared, path_of
from .driver import DriverFailed
from .measure import cells_of
from .pair import Pair
from .pairs import PAIRS

FAST = {
    "websockets-asyncio.client", "websockets-asyncio.server", "aiohttp.client", "aiohttp.server", "ws.client",
    "ws.server", "chromium.client",
}  # fmt: skip
UNLOCKED = {"chromium.client"}
"""What has the version of the machine it is on; whether it still does the same is what counts."""


def test_implementations_do_what_is_stored() -> None:
    """All at once, because they mostly wait."""
    pairs = [pair for pair in PAIRS if pair.id in FAST]
    with ThreadPoolExecutor(len(pairs)) as pool:
        problems = [problem for found in pool.map(problems_of, pairs) for problem in found]
    assert not problems, "\n".join(problems)


def problems_of(pair: Pair) -> list[str]:
    """What one implementation does otherwise than stored, or that another version is installed."""
    try:
        done = compared(pair, [cell for cell in cells_of(pair) if cell[1] not in SLOW + cases.RACES])
    except (DriverFailed, OSError) as error:
        return [f"{pair.id}: {error}"]
    stored = writer.read(path_of(pair))["version"]
    if done.result.version != stored and pair.id not in UNLOCKED:
        return [f"{pair.id}: {done.result.version} is installed, {stored} is stored: re-measure with make measure"]
    return [
        f"{pair.id} {part} {case}: stored {expected}, measured {rows.tidy(done.result.outcomes[part, case])}"
        for (part, case), expected in done.different.items()
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_file_holds_what_the_harness_measures(pair: Pair) -> None:
    stored = writer.read(path_of(pair))
    assert (stored["name"], stored.get("library"), stored["language"], stored["role"], stored.get("notes", [])) == (
        pair.name, pair.library, pair.language, pair.role, list(pair.notes),
    )  # fmt: skip
    missing = [cell for cell in cells_of(pair) if rows.find(stored[cell[0]], cell[1]) is None]
    assert not missing, f"{missing}: re-measure with make measure"
    unanswered = rows.find(stored["absent"], "no-answer")
    assert unanswered is None or "waited" in unanswered, "no-answer has no times: re-measure with make measure"


@pytest.mark.parametrize("path", sorted(STORE.glob("*.yml")), ids=lambda path: path.stem)
def test_file_is_as_the_writer_writes_it(path: Path) -> None:
    assert writer.dump(writer.read(path)) == path.read_text(encoding="utf-8")


def test_harness_tries_the_cases_of_the_model() -> None:
    assert list(cases.SEND) == [*TESTED, 65536, 66536, *CASES["send"]]
    assert list(cases.RECEIVE) == [*TESTED, *CASES["receive"]]
    assert [*cases.ABSENT, *cases.UNANSWERED] == list(CASES["absent"])
    assert [*cases.FAULTS, *cases.ACTIONS] == list(CASES["defaults"])
