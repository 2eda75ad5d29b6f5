"""Each kind of text and number takes what fits it, and says of the rest what to write instead."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from closecodes.model import Registry, scalars
from closecodes.model.scalars import Address, Anchor, CloseCodeNumber, HttpStatus, Name, Prose, Provenance, Url, When
from closecodes.model.span import Span, TestedSpan
from closecodes.rules.ids import RESERVED
from closecodes.shape import InvalidValue
from closecodes.source import Problem
from support.data_folder import DataFolder
from support.site_pages import pages_of

FITS: list[tuple[type, object]] = [
    (Prose, "See `<img>`, 1 < 2 and 3 > 2, <-- here, [1001] (the other one), javascript: the language, `[a](b)`."),
    (Prose, "Call `close()` or `terminate()`; `[01006]` is code, [0] and [65535] are numbers, a[i] is not."),
    (Name, "Fish & chips, C++, [x]"),
    (Url, "https://example.org"),
    (Url, "https://example.org:8443/a/b?c=%20d#e"),
    (Address, "site:guide/{section}"),
    (Address, "https://example.org/#{section}"),
    (Provenance, "its manual, chapter 2"),
    (Provenance, "https://example.org/a.c"),
    (When, "2011"),
    (When, "2012-02-29"),
    (Anchor, "iana-1014"),
    (CloseCodeNumber, 0),
    (CloseCodeNumber, 65535),
    (HttpStatus, 101),
    (HttpStatus, 599),
    (Span, "0-65535"),
    (Span, 4000),
    (TestedSpan, "65536-66536"),
]

DOES_NOT_FIT: list[tuple[type, object, str]] = [
    (Prose, 'See <img src="x" onerror="alert(1)">.', "holds HTML (<img"),
    (Prose, "Some <!-- hidden --> text.", "holds HTML (<!--"),
    (Name, "</script>", "holds HTML (</script>"),
    (Prose, "See [here](javascript:alert(1)).", "holds a link (]()"),
    (Prose, "See [there](https://example.org).", "holds a link (]()"),
    (Prose, "See JavaScript:alert(1).", "holds a link (JavaScript:a)"),
    (Prose, "Call `close() now.", "has a backtick without its partner"),
    (Prose, "As [01006] says.", "holds [01006], which is no page; write the number as it is, such as [1006]"),
    (Prose, "As [70000] says.", "holds [70000], which is no page"),
    (Prose, f"As [{'9' * 5000}] says.", "holds [99999999999999999999], which is no page"),
    (Prose, 5, "write text"),
    (Prose, " \n", "is empty; write the text"),
    (Url, "https://", "is no https address"),
    (Url, "https:///path", "is no https address"),
    (Url, "http://example.org/", "is no https address"),
    (Url, "ftp://example.org/", "is no https address"),
    (Url, "example.org", "is no https address"),
    (Url, "javascript:alert(1)", "is no https address"),
    (Url, "https://example.org/a b", "is no https address"),
    (Url, "https://example.org/\t", "is no https address"),
    (Url, "https://example.org\n", "is no https address"),
    (Url, "https://user@example.org", "is no https address"),
    (Url, "site:libraries", "is no https address"),
    (Address, "javascript:{section}", "is no https address"),
    (Address, "site://example.org", "is no https address"),
    (Provenance, "see http://example.org/", "is no https address"),
    (When, "December 2011", "is no date; write 2011, 2011-12 or 2011-12-11"),
    (When, "2011-02-30", "is no date"),
    (When, "2011-13", "is no date"),
    (When, "0000", "is no date"),
    (When, 2011, "write text"),
    (Anchor, "No anchor", "is no anchor"),
    (Anchor, "main", "is an id that every page has; write a different one"),
    (Anchor, "cc-toc-title", "is an id that every page has"),
    (CloseCodeNumber, 65536, "65536 is out of range; write a whole number from 0 to 65535"),
    (CloseCodeNumber, -5, "-5 is out of range"),
    (CloseCodeNumber, True, "write a whole number from 0 to 65535"),
    (CloseCodeNumber, "1000", "write a whole number from 0 to 65535"),
    (HttpStatus, 99999, "99999 is out of range; write an HTTP status from 100 to 599"),
    (Span, "70000-80000", "write a number or a span such as 4000-4099, up to 65535"),
    (Span, "4500-99999999999999999999999", "write a number or a span"),
    (Span, f"4500-{'9' * 5000}", "write a number or a span"),
    (Span, "4999-4000", "write a number or a span"),
    (Span, 65536, "write a number or a span"),
]


@pytest.mark.parametrize(("kind", "raw"), FITS)
def test_what_fits_stays_as_it_is(kind: type, raw: object) -> None:
    value = kind.parse(raw)  # type: ignore[attr-defined]
    assert str(value) == str(raw)
    assert type(value) is kind


@pytest.mark.parametrize(("kind", "raw", "message"), DOES_NOT_FIT)
def test_what_does_not_fit_is_told(kind: type, raw: object, message: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        kind.parse(raw)  # type: ignore[attr-defined]
    assert message in refusal.value.message


@pytest.mark.parametrize(("kind", "raw"), [(k, r) for k, r in FITS if hasattr(k, "SCHEMA") and isinstance(r, str)])
def test_the_pattern_of_the_schema_takes_what_fits(kind: type, raw: str) -> None:
    assert re.search(kind.SCHEMA["pattern"], raw)  # type: ignore[attr-defined]


# Where each of these was let through once: it has to be told with file, line and key.
LOCATED: list[tuple[str, str, object]] = [
    ("services/bee.yml", "bands.0.span", "70000-80000"),
    ("services/bee.yml", "bands.0.span", "4500-99999999999999999999999"),
    ("services/bee.yml", "codes.0.code", 65536),
    ("services/bee.yml", "homepage", "https://"),
    ("services/bee.yml", "source.url", "https://example.org/\ta"),
    ("codes/1006.yml", "http.status", 99999),
    ("codes/1006.yml", "summary", "As [01006] says."),
    ("codes/1006.yml", "history.0.when", "2011-02-30"),
    ("codes/1006.yml", "verified", "9999-12-31"),
    ("codes/1006.yml", "causes.1.cite", ["library"]),
    ("codes/1006.yml", "causes.1.cite", ["service"]),
    ("libraries/ant.yml", "sends.default", 70000),
    ("libraries/ant.yml", "sends.default", -5),
    ("libraries/ant.yml", "receives.empty_reply", 70000),
    ("libraries/ant.yml", "homepage", "https://example.org\n"),
    ("changes.yml", "0.id", "main"),
    ("pairs/ant.yml", "rows.2.statuses", [99999]),
    *(("codes/1006.yml", "summary", f"Quite{sign}invisible.") for sign in "\u3164\u2800\u115f\u1160\u034f\uffa0\ufe00"),
]


@pytest.mark.parametrize(("name", "key", "value"), LOCATED, ids=[f"{key}-{i}" for i, (_, key, _) in enumerate(LOCATED)])
def test_what_was_let_through_is_located(name: str, key: str, value: object, data: DataFolder) -> None:
    data.set(name, key, value)
    if value == "9999-12-31":  # a date, not a text
        data.replace(name, "'9999-12-31'", "9999-12-31")
    problems = data.problems()
    assert [(str(problem.path), bool(problem.key)) for problem in problems] == [(f"data/{name}", True)], problems
    assert all(part for part in problems[0].message.partition("; "))


def test_a_message_is_never_longer_than_a_screen() -> None:
    problem = Problem(Path("data/x.yml"), 1, "k" * 1000, f"{'x' * 4100} is wrong; {'y' * 4100}")
    assert len(str(problem)) < 1000
    assert "; y" in problem.message
    assert problem.message.count("…") == 2


@pytest.mark.long
def test_no_id_of_a_page_can_be_the_anchor_of_a_change(built: Path, registry: Registry) -> None:
    [page] = [page for page in pages_of(built) if page.url == "changes/"]
    ids = {id for element in page.root.walk() if (id := element.attributes.get("id"))}
    for id in ids - {change.id for change in registry.changes}:
        with pytest.raises(InvalidValue):
            Anchor.parse(id)


@pytest.mark.long
def test_the_addresses_that_are_reserved_are_those_of_other_pages(built: Path, registry: Registry) -> None:
    ids = {"libraries": {x.id for x in registry.libraries}, "services": {x.id for x in registry.services}}
    for folder, own in ids.items():
        made = {path.name for path in (built / folder).iterdir() if path.is_dir()} | {"index"}
        assert made - own == RESERVED[folder]


def test_kinds_say_their_own_schema() -> None:
    kinds: list[Any] = [kind for kind in vars(scalars).values() if isinstance(kind, type) and hasattr(kind, "parse")]
    assert len(kinds) >= 11
    assert all(json.dumps(kind.SCHEMA) for kind in kinds if kind is not scalars.Number)
