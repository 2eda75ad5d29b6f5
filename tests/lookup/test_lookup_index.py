"""The index is small, always the same, and has the form that its readers rely on."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from closecodes.load import load
from closecodes.lookup import Guide, build, explanations
from closecodes.lookup.libraries import GUIDED
from closecodes.lookup.services import ordered
from closecodes.model import Registry
from closecodes.text import plain
from lookup.real import ROOT, all_constants, all_texts, real_index

BUDGET = 60 * 1024
SCRIPTS = ROOT / "docs" / "scripts"
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
KEYS = {
    "codes": ({"n", "t", "l", "v", "a", "s", "c", "w"}, {"h", "o"}),
    "ranges": ({"f", "z", "t", "l", "v", "u", "uv", "w"}, set()),
    "services": ({"i", "t", "a", "n", "b", "p"}, set()),
    "libraries": ({"i", "t", "a"}, set()),
    "guides": ({"p", "t", "k", "l", "s"}, set()),
}


def written(index: dict[str, Any]) -> bytes:
    first = {key: value for key, value in index.items() if key != "parts"}
    return json.dumps(first, ensure_ascii=False, separators=(",", ":")).encode()


def test_it_is_at_most_60_kib_in_gzip() -> None:
    assert len(gzip.compress(written(real_index()), 9, mtime=0)) <= BUDGET


def test_the_same_registry_gives_the_same_bytes(registry: Registry) -> None:
    guides = [Guide("guide/x/", "X", ("a", "b"), "Line.")]
    again = load(ROOT / "data")
    assert written(build(registry, guides)) == written(build(again, guides))


@pytest.mark.parametrize("part", KEYS)
def test_each_entry_has_the_keys_that_the_docstring_names(part: str) -> None:
    needed, optional = KEYS[part]
    for entry in real_index()[part]:
        assert needed <= set(entry) <= needed | optional


def test_constants_and_texts_point_to_libraries() -> None:
    index = real_index()
    more = index["parts"]["more"]
    first = range(len(index["libraries"]))
    every = range(len(first) + len(more["libraries"]))
    assert set(index["constants"][2]) <= set(first) and set(index["texts"][2]) <= set(first)
    assert set(more["constants"][2]) <= set(every) and set(more["texts"][2]) <= set(every)


def test_what_explains_a_log_text_stands_at_its_place(registry: Registry) -> None:
    explained = {(m.text.casefold(), plain(m.meaning)) for lib in registry.libraries for m in lib.messages if m.meaning}
    readings = explanations(registry)["texts"]
    texts = [row[0].casefold() for row in all_texts()[: len(readings)]]
    assert {(text, reading[2]) for text, reading in zip(texts, readings, strict=True)} <= explained
    assert len(texts) > len(real_index()["texts"][0]), "none of the less widely met libraries is read aloud"


def test_the_events_that_guides_answer_are_those_of_their_front_matter(registry: Registry) -> None:
    events = {term.tag for term in registry.terms if term.group == "event"}
    purposes = {word for guide in real_index()["guides"] for s in guide["s"] for word in re.split("[; ]", s[3])}
    assert purposes & events == set(GUIDED)


def test_everything_of_the_registry_is_in_it(registry: Registry) -> None:
    index = real_index()
    assert [entry["n"] for entry in index["codes"]] == [code.code for code in registry.codes]
    services = [entry["i"] for entry in [*index["services"], *index["parts"]["more"]["services"]]]
    assert services == [service.id for service in ordered(registry.services)]
    names = {(re.sub(r"\W|_", "", row[0]).lower(), row[1]) for row in all_constants()}
    for library in registry.libraries:
        for number, name in (library.constants or {}).items():
            assert (re.sub(r"\W|_", "", name).lower(), number) in names
    texts = {(row[0].casefold(), row[1]) for row in all_texts()}
    assert {(m.text.casefold(), m.code) for library in registry.libraries for m in library.messages} == texts


def test_no_inline_markup_is_left_in_it() -> None:
    index = real_index()
    shown = [entry["l"] for entry in index["codes"]] + [
        row[2]
        for name, part in index["parts"].items()
        if name.startswith("rows-")
        for rows in part.values()
        for row in rows
    ]
    assert not [text for text in shown if "`" in text or "**" in text or re.search(r"\[\d+\]", text)]


def test_the_modules_keep_to_the_form_that_can_be_joined() -> None:
    """Their top-level names are unique over all scripts, for they end up in one scope."""
    seen: dict[str, Path] = {}
    for path in sorted([*SCRIPTS.glob("lookup/*.js"), *SCRIPTS.glob("lookup-box/*.js")]):
        for name in TOP_LEVEL.findall(path.read_text(encoding="utf-8")):
            assert name not in seen, f"{name} is in {seen.get(name)} and in {path}"
            seen[name] = path
