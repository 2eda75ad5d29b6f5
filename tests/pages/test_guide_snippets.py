"""Every code block in the guides runs: Python and Node on loopback, browser code in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pages.guide_snippets.blocks import EXERCISES, Block, all_blocks, all_fences
from pages.guide_snippets.chromium import Chromium, running_chromium
from pages.guide_snippets.peer import running_peer
from pages.guide_snippets.run import run_process

BLOCKS = all_blocks()
IN_PROCESS = [block for block in BLOCKS if block.kind != "browser"]
IN_BROWSER = [block for block in BLOCKS if block.kind == "browser"]
NOT_RUN = {"text", "nginx"}

# One worker, so that one browser and one peer serve all blocks.
pytestmark = pytest.mark.xdist_group("guide-snippets")


@pytest.fixture(scope="module")
def peer() -> Iterator[str]:
    """The address of a server on loopback."""
    with running_peer() as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One browser for all blocks."""
    with running_chromium() as running:
        yield running


@pytest.mark.parametrize("block", IN_PROCESS, ids=lambda block: block.id)
def test_block_runs(block: Block, peer: str) -> None:
    done = run_process(block, peer)
    assert done.returncode == 0, f"{block.id}:\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("block", IN_BROWSER, ids=lambda block: block.id)
def test_block_runs_in_a_browser(block: Block, peer: str, chromium: Chromium) -> None:
    assert chromium.run(block, peer) == []


def test_there_are_blocks_of_each_kind() -> None:
    assert {block.kind for block in BLOCKS} == {"python", "node", "browser"}


def test_every_block_has_a_name_of_its_own() -> None:
    names = [block.id for block in BLOCKS]
    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if "without-title" in name] == []


def test_every_block_has_an_exercise_that_asserts_something() -> None:
    idle = [block.id for block in BLOCKS if "assert" not in block.exercise.read_text("utf-8")]
    assert idle == []


def test_every_exercise_belongs_to_a_block() -> None:
    known = {block.exercise for block in BLOCKS}
    assert {path for path in EXERCISES.rglob("*.*") if path.suffix in {".py", ".js"}} == known


def test_no_block_names_an_address_that_the_peer_does_not_replace() -> None:
    strangers = [block.id for block in BLOCKS if re.search(r"wss?://(?!example\.com)", block.text)]
    assert strangers == []


def test_other_fences_say_that_they_are_not_run() -> None:
    """A block in a language that could run, but that nothing runs, would be a promise without proof."""
    languages = {(topic, info) for topic, info in all_fences() if not re.search(r"\b(python|js)\b", info)}
    assert [(topic, info) for topic, info in sorted(languages) if info.split(" ")[0] not in NOT_RUN] == []
