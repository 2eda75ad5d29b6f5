"""A page says the same as HTML and as Markdown: the same sections, and the same words in the same order."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Iterator

import pytest

from closecodes.guides import read_guides
from closecodes.links import Links
from closecodes.model import Registry
from closecodes.pages import Article, render
from support.elements import Element, parse
from support.exporting import DOCS

WORD = re.compile(r"[^\W_]+")
LINK = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)")
STEP = re.compile(r"^\d+\. (?=\*\*)", re.MULTILINE)
FENCE = re.compile(r"^ *```\w*$", re.MULTILINE)

# Ways to go elsewhere; what is hidden until a script shows it; legends of drawings.  A drawing is what its label says.
ONLY_IN_HTML = ("nav", "title", "rect")
CLASSES_ONLY_IN_HTML = ("headerlink", "cc-legend", "cc-legend-cells", "cc-to")

TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)

# Their picture, the first table, has a cell for each number; in Markdown the numbers are joined into runs.
PICTURES = ("libraries/index.md", "libraries/measured.md")


@pytest.fixture(scope="module")
def articles(registry: Registry) -> list[Article]:
    """All generated pages in both forms."""
    return render(registry, Links(directories=True), guides=read_guides(DOCS))


def shown(element: Element) -> Iterator[str]:
    """The texts of an article that Markdown has too."""
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        own = child.attributes
        if child.tag in ONLY_IN_HTML or "hidden" in own or own.get("class") in CLASSES_ONLY_IN_HTML:
            yield " "
            continue
        if child.tag == "table" and "cc-picture" in own["class"]:
            continue
        yield f" {own.get('aria-label', '') if child.tag == 'svg' else ''} "
        yield from shown(child)
        yield " "


def words_of_html(article: Article) -> list[str]:
    return WORD.findall("".join(shown(parse(article.html))))


def words_of_markdown(article: Article) -> list[str]:
    text = TABLE.sub("", article.text, count=1) if article.path in PICTURES else article.text
    return WORD.findall(STEP.sub("", FENCE.sub("", LINK.sub("]", text))))


def first_difference(one: list[str], other: list[str]) -> str:
    place = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), -1)
    start = max(0, place - 4)
    return f"{' '.join(one[start : place + 6])!r} as HTML, {' '.join(other[start : place + 6])!r} as Markdown"


def test_both_forms_have_the_same_sections(articles: list[Article]) -> None:
    assert [a.path for a in articles if a.sections != a.text_sections] == []
    assert [a.path for a in articles if not a.sections] == []


def test_the_sections_are_the_ones_that_readers_see(articles: list[Article]) -> None:
    for article in articles:
        headings = re.findall(r'<h2 id="([^"]+)">(.*?)<a class="headerlink"', article.html)
        assert [(s.id, html.escape(s.title, quote=False)) for s in article.sections] == [
            (anchor, html.escape(html.unescape(title), quote=False)) for anchor, title in headings
        ]
        assert [s.title for s in article.text_sections] == re.findall(r"^## (.*)$", article.text, re.MULTILINE)


def test_both_forms_say_the_same(articles: list[Article]) -> None:
    found = [
        f"{article.path}: {first_difference(one, other)}"
        for article in articles
        if (one := words_of_html(article)) != (other := words_of_markdown(article))
    ]
    assert not found, f"{len(found)} pages\n" + "\n".join(found[:20])


def test_a_fact_in_one_form_only_is_seen(articles: list[Article]) -> None:
    article = next(a for a in articles if a.path == "1006.md")
    without = dataclasses.replace(article, html=article.html.replace("<dt>Last verified</dt>", "<dt></dt>"))
    assert words_of_html(without) != words_of_markdown(without)
    assert words_of_html(article) == words_of_markdown(article)


def drawn(article: Article) -> dict[str, list[list[str]]]:
    """By implementation, what each cell says: those on the left, those on the right."""
    rows = {}
    for row in parse(article.html).find_all("tr"):
        cells = [cell.text for cell in row.find_all("td")]
        if "data-language" in row.attributes:
            rows[next(row.find_all("th")).text] = [cells[: len(cells) // 2], cells[len(cells) // 2 :]]
    return rows


def told(article: Article) -> dict[str, list[list[str]]]:
    """The same from the Markdown form, whose runs name the numbers."""
    numbers = [int(cell) for cell in re.findall(r'<th scope="col"[^>]*><span>(\d+)</span>', article.html)]
    numbers = numbers[: len(numbers) // 2]
    rows = {}
    picture = TABLE.search(article.text)
    assert picture
    for line in re.findall(r"^\| (.*) \|$", picture[0], re.MULTILINE)[2:]:
        name, *sides = re.split(r"(?<!\\) \| ", line)
        plain = re.sub(r"\[(.*?)\]\(\S+\)", r"\1", name.replace("\\|", "|"))
        rows[plain] = [[word_for(number, side) for number in numbers] for side in sides]
    return rows


def word_for(number: int, side: str) -> str:
    for part in side.split("; "):
        word, _, runs = part.rpartition(": ")
        spans = [tuple(map(int, run.split("-"))) for run in runs.split(", ")]
        if any(span[0] <= number <= span[-1] for span in spans):
            return word
    return ""


def without_brackets(rows: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    return {re.sub(r"[()]", "", name): cells for name, cells in rows.items()}


def test_pictures_are_told_in_full(articles: list[Article]) -> None:
    pictures = [article for article in articles if article.path in PICTURES]
    assert len(pictures) == len(PICTURES)
    for article in pictures:
        assert len(drawn(article)) > 50
        assert without_brackets(drawn(article)) == without_brackets(told(article))
