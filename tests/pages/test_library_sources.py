"""A library's page says in which files it was read, with which defaults, and what was found there again."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from closecodes import defaults
from closecodes.load import load
from closecodes.model import SourceFiles, Verified
from closecodes.model.scalars import Name, Verbatim
from closecodes.pages import wording
from closecodes.pages.source_files import address, default_rows
from closecodes.shape import Origin
from support.data_folder import DataFolder

ANT = "libraries/ant.yml"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 s"), (60, "60 s"), (90, "90 s"), (120, "2 min"), (600, "10 min"), (3600, "1 h"), (3660, "61 min")],
)
def test_times_are_said_as_people_say_them(number: int, text: str) -> None:
    assert defaults.duration(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 bytes"), (65535, "65,535 bytes"), (65536, "64 KiB"), (2**20, "1 MiB")]
)
def test_sizes_are_said_as_people_say_them(number: int, text: str) -> None:
    assert defaults.size(number) == text


def test_a_default_is_said_with_its_highest_value(data: DataFolder) -> None:
    base = {"limits": "idle", "source": "codes.py"}
    data.set(
        ANT, "defaults", [{**base, "seconds": 60, "highest": 4000, "roles": ["server"], "pings_help": False}, base]
    )
    ant = next(library for library in load(data.folder).libraries if library.id == "ant")
    (limited, _), (free, file) = default_rows(ant)
    assert (defaults.value(limited), defaults.highest(limited)) == ("60 s", "4000 s")
    assert defaults.pings_help(limited) == "no"
    assert (defaults.value(free), defaults.pings_help(free), file) == ("none", "", None)


@pytest.mark.parametrize(
    ("repository", "href"),
    [
        ("ants/ant", "https://github.com/ants/ant/blob/v1.0/src/a%20b.py"),
        ("https://gitlab.com/ants/ant.git", "https://gitlab.com/ants/ant/-/blob/v1.0/src/a%20b.py"),
        ("https://ants.googlesource.com/ant", "https://ants.googlesource.com/ant/+/v1.0/src/a%20b.py"),
        ("https://codeberg.org/ants/ant", "https://codeberg.org/ants/ant/src/tag/v1.0/src/a%20b.py"),
        ("https://git.example.org/ant", None),
    ],
)
def test_a_file_is_linked_in_the_version_that_was_read(repository: str, href: str | None) -> None:
    files = SourceFiles(repository=Name(repository), tag=Name("v1.0"), paths=(Name("src/a b.py"),))
    assert address(files, "src/a b.py") == href


def test_what_was_found_is_counted_by_what_the_data_has_now(data: DataFolder) -> None:
    ant = next(library for library in load(data.folder).libraries if library.id == "ant")
    found = Verified(
        kind="libraries",
        id="ant",
        day=datetime.date(2026, 11, 30),
        read=(Name("v1.0"),),
        found=(Verbatim("constant 1000 NORMAL"), Verbatim("text never connected"), Verbatim("text no longer here")),
        origin=Origin(Path("data/verified.yml")),
    )
    assert wording.verified(found, found.share(ant)) == (
        "Read in v1.0, verified 2026-11-30: 1 of 4 constants, 1 of 3 log texts."
    )
