"""Timers and limits: in the words that people use, once in the data, and the same wherever they stand."""

from __future__ import annotations

import html
import re

import pytest

from closecodes import counts, defaults
from closecodes.guide_tables import with_tables
from closecodes.links import Links
from closecodes.model import Library, Registry
from closecodes.pages import render
from support.building import ROOT

GUIDES = ROOT / "docs" / "guide"
UNITS = {"s": 1, "min": 60, "h": 3600}
SIZES = {"KiB": 1 << 10, "MiB": 1 << 20}


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (60, "60 s"), (125, "125 s"), (240, "4 min"), (350, "350 s"), (7200, "2 h")]
)
def test_times_are_said_as_people_say_them(seconds: int, words: str) -> None:
    assert defaults.duration(seconds) == words


@pytest.mark.parametrize(("count", "words"), [(32768, "32 KiB"), (1 << 20, "1 MiB"), (1_000_000, "1,000,000 bytes")])
def test_sizes_are_exact(count: int, words: str) -> None:
    assert defaults.size(count) == words


def test_every_default_has_one_value_at_most_and_platforms_date_theirs(registry: Registry) -> None:
    for library in registry.libraries:
        for default in library.defaults:
            values = [v for v in (default.seconds, default.bytes, default.count) if v is not None]
            assert len(values) <= 1, f"{library.id}: {default.limits} has several values"
            if library.is_platform:
                assert default.dated or default.place, f"{library.id}: {default.limits} has neither date nor place"


def test_platforms_say_where_they_were_read_or_why_not(registry: Registry) -> None:
    for library in counts.platforms(registry):
        assert library.read or library.unread or library.id == "nginx", library.id


def test_the_timer_of_a_proxy_follows_from_its_defaults(registry: Registry) -> None:
    timers = {library.id: library.idle_timer for library in registry.libraries if library.idle_timer}
    assert (timers["nginx"].after, timers["nginx"].setting) == (60, "proxy_read_timeout")
    assert "haproxy" not in timers, "it has none until it is set"


def test_guides_hold_every_row_and_no_marker(registry: Registry) -> None:
    for path in GUIDES.glob("*.md"):
        assert "from the registry |" not in with_tables(path.read_text("utf-8"), registry), path.name
    timers = with_tables((GUIDES / "idle-timeouts.md").read_text("utf-8"), registry)
    for row in defaults.platform_timers(registry):
        assert f"| {defaults.value(row.default)} | [{row.library.name}]" in timers


def test_the_picture_of_the_timers_shows_what_the_data_holds(registry: Registry) -> None:
    page = (GUIDES / "idle-timeouts.md").read_text("utf-8")
    [described] = re.findall(r'<desc id="timers-desc">(.*?)</desc>', page)
    quiet, life = html.unescape(described).split("Timers that count the whole life: ")
    for limits, text in (("idle", quiet), ("life", life)):
        for number, unit, names in re.findall(r"(\d+) (s|min|h) ([A-Z][^;.]*)", text):
            for name in names.split(", "):
                library = named(registry, name)
                if library.defaults:
                    seconds = {d.seconds for d in library.defaults if d.limits in (limits, "life")}
                    assert int(number) * UNITS[unit] in seconds, f"{name}: {number} {unit}"


def named(registry: Registry, name: str) -> Library:
    found = [x for x in registry.libraries if name in (x.name, *x.search_names)]
    assert len(found) == 1, f"the picture names {name!r}, which is {[x.id for x in found]}"
    return found[0]


def test_the_sizes_on_the_page_of_1009_are_those_of_the_data(registry: Registry) -> None:
    [check] = [c.check for c in registry.code_by_number[1009].causes if c.id == "over-the-limit"]
    for name, number, unit in re.findall(r"([\w/.-]+) (\d+) (KiB|MiB)", check):
        library = named(registry, name)
        limits = {d.bytes for d in library.defaults if d.limits == "message"}
        assert not limits or int(number) * SIZES[unit] in limits, f"{name}: {number} {unit}"


def test_cells_of_stacked_rows_are_labelled_with_their_own_heads(registry: Registry) -> None:
    pages = {article.path: article.html for article in render(registry, Links(directories=True))}
    for path in ("libraries/index.md", "libraries/nginx.md"):
        [heads, cells] = re.findall(
            r"(<tr><th scope=\"col\">What.*?|<tr><th scope=\"col\">Product.*?)</tr>.*?<tr>(.*?)</tr>",
            pages[path],
            re.DOTALL,
        )[0]
        shown = re.findall(r'<td data-label="([^"]*)"', cells)
        assert shown == re.findall(r'<th scope="col">([^<]*)', heads)[1:]


def test_a_timer_in_one_line_says_what_it_counts_and_whether_pings_help(registry: Registry) -> None:
    lines = {row.library.id: defaults.timer_line(row.default) for row in defaults.platform_timers(registry)}
    assert lines["nginx"] == "proxy_read_timeout: 60 s by default (quiet time). Pings help: yes."
    assert lines["cloud-run"].endswith("by default (whole life). Pings help: no.")
