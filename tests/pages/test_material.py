"""What is left of Material's stylesheet is all that our pages need of it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from closecodes.material import used
from support.site_pages import pages_of

SHEETS = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
WHOLE = next(SHEETS.glob("main.*.css")).read_text("utf-8")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@pytest.mark.parametrize(
    ("sheet", "ours", "left"),
    [
        ("b{color:red}", "", "b{color:red}"),
        (".md-search{color:red}.md-typeset a{top:0}", "", ".md-typeset a{top:0}"),
        (".md-nav a,.md-typeset a{top:0}", "", ".md-typeset a{top:0}"),
        (".md-typeset a:not(.md-button):hover{top:0}", "", ".md-typeset a:not(.md-button):hover{top:0}"),
        (".highlight .kd,.card .kd{top:0}", "", ".highlight .kd{top:0}"),
        ("@media print{.md-nav{top:0}}", "", ""),
        ("@media print{.md-nav{top:0}p{top:0}}", "", "@media print{p{top:0}}"),
        (":root{--a:1;--b:url(\"x;{}\")}p{top:var(--b)}", "", ":root{--b:url(\"x;{}\")}p{top:var(--b)}"),
        (":root{--a:var(--b);--b:1}", "", ""),
        (":root{--a:var(--b);--b:1}", "i{top:var(--a)}", ":root{--a:var(--b);--b:1}"),
        ("@keyframes spin{to{top:0}}p{animation:spin 1s}", "", "@keyframes spin{to{top:0}}p{animation:spin 1s}"),
        ("@keyframes spin{to{top:0}}p{top:0}", "", "p{top:0}"),
        ('@charset "UTF-8";p{content:"}{.md-nav"}', "", 'p{content:"}{.md-nav"}'),
    ],
)  # fmt: skip
def test_only_what_can_match_and_is_read_stays(sheet: str, ours: str, left: str) -> None:
    assert used(sheet, ours) == left


def sheet_of(built: Path) -> str:
    """What is left of Material's sheet in the built site."""
    (file,) = (built / "assets/stylesheets").glob("*.css")
    return file.read_text("utf-8")


def test_no_page_has_a_class_whose_rules_are_gone(built: Path) -> None:
    known = set(CLASS.findall(re.sub(r"\"(?:[^\"\\]|\\.)*\"", "", WHOLE)))
    kept = set(CLASS.findall(re.sub(r"\"(?:[^\"\\]|\\.)*\"", "", sheet_of(built))))
    found = {
        (name, page.url)
        for page in pages_of(built)
        for element in page.root.walk()
        for name in element.attributes.get("class", "").split()
        if name in known - kept
    }
    assert not found, "add what Material styles and we now use to CLASSES in hooks/closecodes/material.py"
    assert {"md-typeset", "headerlink", "footnote-ref", "highlight"} <= kept < known


def test_every_property_that_is_read_is_set(built: Path) -> None:
    sheets = "".join(file.read_text("utf-8") for file in built.rglob("*.css"))
    missing = set(re.findall(r"var\((--md-[\w-]+)\)", sheets)) - set(re.findall(r"(--md-[\w-]+):", sheets))
    assert not missing & set(re.findall(r"(--md-[\w-]+):", WHOLE))
