"""The files of queries are right in themselves: their labels name pages that exist, and no query is asked twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from closecodes.lookup.ranking import FILE as RANKING
from closecodes.model import Registry
from lookup.asking import GUIDES, HERE, MADE_UP_FILES, RANGE_PAGES, read_expectations, read_made_up
from lookup.fit import digest
from lookup.real import ROOT
from lookup.score import FILES as LEARNED_FROM

FILES = sorted(HERE.glob("*.yml"))
ASKED = [path for path in FILES if path.stem.startswith(("asked-", "mined-", "kept-"))]  # mined from public threads
OLD_KINDS = {"number", "name", "constant", "log line", "service", "symptom", "question"}
KINDS = {
    *("symptom", "question", "handshake", "duration", "log", "language"),
    *("disagree", "constant", "service", "hex", "number", "name"),
}
LANGUAGES = {"en", "zh", "ja", "ko", "de", "fr", "es", "pt", "ru", "tr"}
KEPT_ASIDE = HERE / "kept-aside.yml"
LONGEST, MOST_LINES = 1500, 16  # what fits a search box
HIGHEST = 65535
ANCHOR = re.compile(r"^#+ .*\{ #([\w-]+) \}$", re.MULTILINE)

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    rows: list[Row] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return rows


def wrong_in(paths: list[Path], right: Callable[[Row], bool]) -> list[str]:
    return [f"{path.name}: {row['q']}" for path in paths for row in rows_of(path) if not right(row)]


@pytest.fixture(scope="module")
def pages(registry: Registry) -> set[str]:
    """The paths of all pages that a label may name."""
    guides = {f"guide/{path.stem}" for path in (ROOT / "docs/guide").glob("*.md") if path.stem != "index"}
    libraries = {f"libraries/{library.id}" for library in registry.libraries}
    services = {f"services/{service.id}" for service in registry.services}
    ranges = {one.slug for one in registry.ranges} | set(RANGE_PAGES)
    return guides | libraries | services | ranges | {str(number) for number in registry.numbers}


@pytest.fixture(scope="module")
def sections() -> set[str]:
    """The sections of the guides that have a fixed anchor."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs/guide").glob("*.md")}
    return {f"guide/{guide}#{anchor}" for guide, text in texts.items() for anchor in ANCHOR.findall(text)}


def test_every_label_names_pages_that_exist_and_each_once(pages: set[str]) -> None:
    def right(row: Row) -> bool:
        want = [str(w) for w in row["want"]]
        return bool(want) and len(set(want)) == len(want) and set(want) <= pages

    assert wrong_in(FILES, right) == []


def test_every_section_exists_and_its_page_is_wanted(sections: set[str]) -> None:
    def right(row: Row) -> bool:
        return "section" not in row or (row["section"] in sections and row["section"].split("#")[0] in row["want"])

    assert wrong_in(FILES, right) == []


def test_rows_made_by_hand_have_their_keys_kinds_and_topics() -> None:
    def right(row: Row) -> bool:
        topic = row.get("topic")
        keys = row.keys() | {"topic"} == {"q", "want", "kind", "topic"}
        return keys and row["kind"] in OLD_KINDS and (topic is None or topic in GUIDES)

    assert wrong_in([path for path in FILES if path not in ASKED], right) == []


def test_mined_rows_have_their_keys_kinds_and_languages() -> None:
    def right(row: Row) -> bool:
        keys = row.keys() | {"section", "agreed"} == {"q", "want", "agreed", "section", "kind", "lang", "source"}
        return keys and row["kind"] in KINDS and row["lang"] in LANGUAGES

    assert wrong_in(ASKED, right) == []


def test_mined_rows_fit_a_search_box() -> None:
    assert wrong_in(ASKED, lambda row: 0 < len(row["q"]) <= LONGEST and row["q"].count("\n") < MOST_LINES) == []


def test_mined_rows_name_the_thread_they_were_met_in() -> None:
    def right(row: Row) -> bool:
        source = urlsplit(row["source"])
        return source.scheme in ("http", "https") and "." in source.netloc

    assert wrong_in(ASKED, right) == []


def test_what_a_second_reader_picked_too_is_some_of_the_wanted_pages() -> None:
    def right(row: Row) -> bool:
        return "agreed" not in row or set() < set(row["agreed"]) < set(row["want"])

    assert wrong_in(FILES, right) == []


def test_the_threads_kept_aside_are_not_learned_from() -> None:
    assert KEPT_ASIDE.exists() and KEPT_ASIDE not in LEARNED_FROM


def test_the_ranking_was_learned_from_the_queries_as_they_are() -> None:
    learned = json.loads(RANKING.read_text(encoding="utf-8"))["learned_from"]
    assert learned == digest(), "learn again: python tests/lookup/fit.py --folds 0"


def test_no_thread_of_a_mined_file_is_in_another_file() -> None:
    mined = [path for path in ASKED if path.stem.startswith(("mined-", "kept-"))]
    threads = {path: {row.get("source") for row in rows_of(path)} for path in FILES}
    assert [
        (path.name, other.name, thread)
        for path in mined
        for other in FILES
        if other != path
        for thread in threads[path] & threads[other]
    ] == []


def test_no_query_is_asked_twice_over_all_files() -> None:
    times = Counter(str(row["q"]) for path in FILES for row in rows_of(path))
    assert [query for query, count in times.items() if count > 1] == []


def test_made_up_queries_have_their_columns_kinds_languages_and_pages_that_exist(pages: set[str]) -> None:
    def right(line: str) -> bool:
        want, kind, language, query = line.split("\t")
        known = all(page in pages or (page.isdigit() and int(page) <= HIGHEST) for page in want.split(","))
        return known and kind in KINDS and language in LANGUAGES and bool(query.strip())

    lines = [line for path in MADE_UP_FILES for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 10_000 and [line for line in lines if not right(line)] == []


def test_no_made_up_query_is_one_that_was_met() -> None:
    met = {_plain(one.query) for path in [*LEARNED_FROM, KEPT_ASIDE] for one in read_expectations(path)}
    made_up = [_plain(one.query) for path in MADE_UP_FILES for one in read_made_up(path)]
    assert len(set(made_up)) == len(made_up) and met.isdisjoint(made_up)


def _plain(query: str) -> str:
    return " ".join(query.lower().split())
