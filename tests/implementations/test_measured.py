"""What is stored about implementations holds: some of them are run, and every file is in the writer's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.model.case import CASES, TESTED

from . import cases, writer
from .compare import SLOW, STORE, compared, path_of
from .measure import cells_of
from .pairs import PAIRS, Pair

FAST = {
    "websockets-asyncio.client", "websockets-asyncio.server", "aiohttp.client", "aiohttp.server", "ws.client",
    "ws.server", "chromium.client",
}  # fmt: skip


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.id in FAST], ids=lambda pair: pair.id)
def test_implementation_does_what_is_stored(pair: Pair) -> None:
    done = compared(pair, [cell for cell in cells_of(pair) if cell[1] not in SLOW + cases.RACES])
    stored = writer.read(path_of(pair))["version"]
    assert done.result.version == stored, f"{pair.name} {done.result.version} is installed: re-measure with make measure"
    shown = [
        f"{part} {case}: stored {expected}, measured {writer.tidy(done.result.outcomes[part, case])}"
        for (part, case), expected in done.different.items()
    ]
    assert not shown, "\n".join(shown)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_file_holds_what_the_harness_measures(pair: Pair) -> None:
    stored = writer.read(path_of(pair))
    assert (stored["name"], stored.get("library"), stored["language"], stored["role"], stored.get("notes", [])) == (
        pair.name, pair.library, pair.language, pair.role, list(pair.notes),
    )  # fmt: skip
    missing = [cell for cell in cells_of(pair) if writer.find(stored[cell[0]], cell[1]) is None]
    assert not missing, f"{missing}: re-measure with make measure"


@pytest.mark.parametrize("path", sorted(STORE.glob("*.yml")), ids=lambda path: path.stem)
def test_file_is_as_the_writer_writes_it(path: Path) -> None:
    assert writer.dump(writer.read(path)) == path.read_text(encoding="utf-8")


def test_harness_tries_the_cases_of_the_model() -> None:
    assert list(cases.SEND) == [*TESTED, 65536, 66536, *CASES["send"]]
    assert list(cases.RECEIVE) == [*TESTED, *CASES["receive"]]
    assert [*cases.ABSENT, *cases.UNANSWERED] == list(CASES["absent"])
    assert [*cases.FAULTS, *cases.ACTIONS] == list(CASES["defaults"])
