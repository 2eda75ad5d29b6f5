"""However a file of `data/` is damaged: the place is named, or what comes out is inert.  Never a traceback.

A failure prints its seed; `SEED=n` draws the same again.
"""

from __future__ import annotations

import dataclasses
import os
import random
import re
import signal
import typing
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from test_rules import broken, named

from closecodes.links import Links
from closecodes.model import Citation, Registry
from closecodes.pages import Article, render
from closecodes.rules import RULES, Rule
from closecodes.shape import Origin
from closecodes.source import Problem, Problems
from support import fuzzers
from support.cached_loader import ROOT, Workshop
from support.chance import ROUNDS, SEED, draw
from support.data_folder import DataFolder
from support.markup_safety import is_marked, troubles

pytestmark = pytest.mark.attack

PER_FILE = {"codes": 4, "services": 2, "libraries": 2, "measured": 1, "pairs": 2, ".": 12}
HANGS = 10.0  # seconds for what takes a tenth of one
_LOCATED = re.compile(r"data(/[^\n:]+)?:\d+: \S[^\n]*\Z")


def too_long(*_: object) -> None:
    raise TimeoutError("hangs")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    signal.signal(signal.SIGALRM, too_long)
    return Workshop(tmp_path_factory.mktemp("workshop"))


def files(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / kind).glob("*.yml"))


def test_enough_is_tried() -> None:
    assert sum(count * len(files(ROOT / "data", kind)) for kind, count in PER_FILE.items()) >= 500
    assert {path.parent for path in (ROOT / "data").rglob("*.yml")} == {ROOT / "data" / kind for kind in PER_FILE}


@pytest.mark.parametrize("kind", PER_FILE)
def test_damage_is_located_or_inert(workshop: Workshop, kind: str) -> None:
    chance, counts = draw(f"damage to {kind}"), Counter[str]()
    for path in files(workshop.data, kind) * (PER_FILE[kind] * ROUNDS):
        how = damage(chance, path)
        what = f"SEED={SEED}: {path.relative_to(workshop.data)}: {how}"
        outcome = loaded(workshop, what)
        counts["refused" if outcome is None else "accepted"] += 1
        if outcome is not None:
            counts["pages"] += assert_inert(around(outcome, path), what)
        workshop.mend(path)
    print(f"{kind}: {dict(counts)}, seed {SEED}")
    assert counts["refused"] > counts["accepted"], "the damage is too small to tell"


def damage(chance: random.Random, path: Path) -> str:
    """Damage one file; gives how."""
    if chance.random() < 0.05:
        return fuzzers.damage_file(chance, path)
    text = path.read_text(encoding="utf-8")
    content = None
    while content is None:
        way = chance.choice(fuzzers.CONTENTS)
        content = way(chance, text)
    path.write_bytes(content)
    return way.__name__


def loaded(workshop: Workshop, what: str) -> Registry | None:
    """The registry, or nothing where its problems are all located.  Fails on everything else."""
    signal.setitimer(signal.ITIMER_REAL, HANGS)  # what hangs fails, too
    try:
        return workshop.load()
    except Problems as error:
        for problem in error.problems:
            assert_located(problem, workshop.data, what)
        return None
    except Exception as error:
        raise AssertionError(f"{what}: {error!r}") from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def assert_located(problem: Problem, data: Path, what: str) -> None:
    """A path that is there, a line that is there, and one line of words."""
    assert _LOCATED.match(str(problem)), f"{what}: {str(problem)!r} is not path:line: message"
    assert len(str(problem)) < 2000, f"{what}: a message of {len(str(problem))} characters"
    file = data.parent / problem.path
    assert os.path.lexists(file) or "No such file" in problem.message, (
        f"{what}: {problem} names a file that is not there"
    )
    if file.is_file() and not file.is_symlink():
        assert 1 <= problem.line <= file.read_bytes().count(b"\n") + 2, f"{what}: {problem} names a line beyond the end"


def assert_inert(registry: Registry, what: str) -> int:
    """Nothing of the data became markup on the pages that show it; gives how many do."""
    try:
        marked = [page for page in render(registry, Links(directories=True)) if is_marked(page)]
        found = [text for page in marked for text in troubles(page)]
    except Exception as error:
        raise AssertionError(f"{what}: was accepted, and then {error!r}") from error
    assert not found, f"{what}: {found[:5]}"
    return len(marked)


def around(registry: Registry, path: Path) -> Registry:
    """The registry with few services, libraries and measurements beside those of one file, to render it quickly."""
    name = f"data/{path.parent.name}/{path.name}"
    services = [entry for entry in registry.services if str(entry.origin.path) == name] or registry.services[:2]
    measurements = [
        entry for entry in registry.measurements if str(entry.origin.path) == name
    ] or registry.measurements[:1]
    wanted = {entry.library for entry in measurements} | {"ws"}
    libraries = [entry for entry in registry.libraries if entry.id in wanted or str(entry.origin.path) == name]
    lenders = {entry.same_constants_as for entry in libraries}
    libraries += [entry for entry in registry.libraries if entry.id in lenders and entry not in libraries]
    return dataclasses.replace(
        registry, services=tuple(services), libraries=tuple(libraries), measurements=tuple(measurements)
    )


KEPT = {
    "id",
    "reference",
    "section",
    "url",
    "section_url",
    "homepage",
    "sources",
    "library",
    "same_constants_as",
    "group",
    "tag",
    "when",
    "cause",
}
"""Fields by which things are found or linked: rules see to them."""


def made_hostile(value: Any, chance: random.Random) -> Any:
    """The same value with every text in it replaced, whatever rules would say."""
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Citation, Origin)):
        hints = typing.get_type_hints(type(value))
        names = [field.name for field in dataclasses.fields(value) if field.init and field.name not in KEPT]
        free = [name for name in names if "Literal" not in str(hints[name])]
        return dataclasses.replace(value, **{name: made_hostile(getattr(value, name), chance) for name in free})
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(made_hostile(item, chance) for item in value)
    if isinstance(value, dict):
        return {key: made_hostile(item, chance) for key, item in value.items()}
    return chance.choice(fuzzers.HOSTILE) if isinstance(value, str) else value


@pytest.mark.parametrize(
    "kind",
    ["codes", "ranges", "terms", "references", "services", "libraries", "measurements", "changes", "events"],
)
def test_texts_that_no_rule_has_seen_come_out_inert(workshop: Workshop, kind: str) -> None:
    chance = draw(f"texts of {kind}")
    whole = around(workshop.whole, workshop.data / "services" / "discord-gateway.yml")
    for _ in range(3 * ROUNDS):
        changed: dict[str, Any] = {kind: tuple(made_hostile(entry, chance) for entry in getattr(whole, kind))}
        looked_at = assert_inert(dataclasses.replace(whole, **changed), f"SEED={SEED}: {kind}")
        assert looked_at > 0


@pytest.mark.parametrize(
    ("body", "wrong"),
    {
        "<p>a</p><img src=x>": "<img>",
        "<h1>a</h1><a href='javascript:alert'>click</a>": "href='javascript:alert'",
        "<p onclick='x'>a</p>": "<p onclick>",
        "<h1>a</h1><h1>b</h1>": "2 first headings",
        "<p>a": "never closed",
    }.items(),
)
def test_what_is_not_inert_is_seen(body: str, wrong: str) -> None:
    page = Article("x.md", "x", "y", "z", body, "", (), ())
    try:
        found = "; ".join(troubles(page))
    except ValueError as error:
        found = str(error)
    assert wrong in found


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_without_a_rule_its_breach_goes_unseen(rule: Rule, data: DataFolder) -> None:
    _, registry = broken(rule, data)
    others = {str(problem) for other in RULES if other is not rule for problem in other(registry)}
    assert {str(problem) for problem in rule(registry)} - others, "another rule says the same; one of the two is enough"
