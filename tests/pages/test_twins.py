"""Each page has a twin in Markdown that says the same without HTML."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from closecodes.links import Links
from closecodes.model import Registry
from closecodes.pages import render
from support.exporting import DOCS, SITE, exported

CODE = re.compile(r"```.*?```|(`+).+?\1", re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)?)\)")


@pytest.fixture(scope="module")
def files(registry: Registry) -> dict[str, str]:
    """Everything that is exported."""
    return exported(registry)


@pytest.fixture(scope="module")
def twins(files: dict[str, str]) -> dict[str, str]:
    """The twins by path."""
    return {path: text for path, text in files.items() if path.endswith(".md")}


def test_every_page_has_a_twin(twins: dict[str, str], registry: Registry) -> None:
    generated = {article.path for article in render(registry, Links(directories=True))}
    written = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert set(twins) == generated | written


def test_the_site_has_the_twins_beside_its_pages(twins: dict[str, str], built: Path) -> None:
    for path, text in twins.items():
        copied = (built / path).read_text("utf-8")
        assert copied.splitlines()[0] == text.splitlines()[0]
        assert (
            (built / (path if path.endswith("index.md") else path.replace(".md", "/index.md")))
            .with_suffix(".html")
            .exists()
        )


def test_twins_begin_with_their_title_and_hold_no_html(twins: dict[str, str]) -> None:
    for path, text in twins.items():
        assert re.match(r"# \S", text), path
        found = re.search(
            r"</?(?:div|span|p|a|svg|figure|table|td|b|i|dl|dt|dd|ul|li|h\d)\b[^>]*>|&lt;|&#\d", CODE.sub("", text)
        )
        assert not found, f"{path}: {found}"


def test_twins_hold_no_template_or_processor_syntax(twins: dict[str, str]) -> None:
    for path, text in twins.items():
        assert not re.search(r"\{\{|\{%|\{ ?[#.:][\w-]+ ?\}|^!!! ", CODE.sub("", text), re.MULTILINE), path


def test_links_of_twins_lead_to_files(twins: dict[str, str], files: dict[str, str]) -> None:
    for path, text in twins.items():
        for link in LINK.findall(CODE.sub("", text)):
            if "://" in link or link.startswith("#"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.partition("#")[0]))
            assert target in files or (DOCS / target).exists() or target.startswith("downloads/"), f"{path}: {link}"


def test_the_twin_of_a_code_says_what_the_data_says(twins: dict[str, str], registry: Registry) -> None:
    for code in registry.codes:
        text = twins[f"{code.code}.md"]
        assert text.startswith(f"# {code.code} {code.title}\n")
        for cause in code.causes:
            assert " ".join(re.sub(r"\[(\d+)\]", "", cause.check).split())[:40] in re.sub(
                r"\[(\d+)\]\([^)]*\)", "", text
            )
        assert registry.term["verdict", code.reconnect.verdict].label in text
        assert all(event.when in text for event in code.history)


def test_the_twin_of_a_private_number_names_each_user(twins: dict[str, str], registry: Registry) -> None:
    for number in registry.private_numbers:
        for service, _ in registry.uses_by_number[number]:
            name = service.name.replace("|", r"\|")  # in a table
            assert f"[{name}](services/{service.id}.md)" in twins[f"{number}.md"]


def test_llms_txt_lists_every_twin_by_its_address(files: dict[str, str], twins: dict[str, str]) -> None:
    text = files["llms.txt"]
    assert re.match(r"# .+\n\n> ", text), "the form of llmstxt.org: a title, then a quoted summary"
    assert sorted(LINK.findall(text)) == sorted(SITE + path for path in twins)
    assert "## \n" not in text


def test_llms_txt_promises_two_files_for_the_numbers_it_lists_and_no_other(files: dict[str, str]) -> None:
    assert "A number n listed below has the page" in files["llms.txt"]
    listed = re.findall(rf"\({re.escape(SITE)}(\d+)\.md\)", files["llms.txt"])
    assert len(listed) > 100
    assert [n for n in listed if not {f"{n}.md", f"api/v1/codes/{n}.json"} <= files.keys()] == []


def test_the_example_address_is_replaced_everywhere(files: dict[str, str], built: Path) -> None:
    assert [path for path, text in files.items() if "close-codes.example" in text] == []
    assert [path for path in built.rglob("*.html") if "close-codes.example" in path.read_text("utf-8")] == []
