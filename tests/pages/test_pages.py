"""The pages as plain values: every number is answered, texts are inert, facts stand where they belong."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from closecodes.links import Links
from closecodes.model import Registry
from closecodes.model.scalars import Prose
from closecodes.pages import Article, render
from closecodes.text import plain, rich
from support.anchors import fixed_anchors


@pytest.fixture(scope="module")
def pages(registry: Registry) -> dict[str, Article]:
    return {page.path: page for page in render(registry, Links(directories=True))}


def test_every_assigned_code_has_a_page_with_the_fixed_anchors(registry: Registry, pages: dict[str, Article]) -> None:
    missing = [
        f"{code.code}#{anchor}"
        for code in registry.codes
        for anchor in fixed_anchors(registry, code.code)
        if f'<h2 id="{anchor}">' not in pages[f"{code.code}.md"].html
    ]
    assert not missing, missing


def test_every_number_that_a_service_uses_has_a_page(registry: Registry, pages: dict[str, Article]) -> None:
    assert not [n for n in registry.uses_by_number if f"{n}.md" not in pages]
    assert len(registry.private_numbers) >= 85


def test_an_assigned_page_keeps_the_registered_name(registry: Registry, pages: dict[str, Article]) -> None:
    for code in registry.codes:
        heading = re.search(r"<h1>(.*?)</h1>", pages[f"{code.code}.md"].html)
        assert heading and code.title in heading[1]


def test_a_private_page_names_no_owner(registry: Registry, pages: dict[str, Article]) -> None:
    names = {service.name for service in registry.services}
    for number in registry.private_numbers:
        heading = re.search(r"<h1>(.*?)</h1>", pages[f"{number}.md"].html)
        assert heading and not [name for name in names if name in heading[1]]
        assert registry.range_of(number).name in heading[1]


def test_a_locally_raised_code_is_never_shown_as_sent(registry: Registry, pages: dict[str, Article]) -> None:
    local = registry.term["sender", "local"].label
    for service in registry.services:
        rows = re.findall(r"<tr.*?</tr>", pages[f"services/{service.id}.md"].html, re.DOTALL)[1:]
        for code, row in zip(service.codes, rows, strict=False):
            assert (local in row) == (code.sender == "local"), f"{service.id} {code.code}"


def test_what_may_be_sent_has_snippets_of_the_libraries_that_send_it(
    registry: Registry, pages: dict[str, Article]
) -> None:
    for code in registry.codes:
        text = pages[f"{code.code}.md"].html
        labels = {snippet.label for snippet in registry.snippets if snippet.can_send(code.code)}
        assert set(re.findall(r">([^<]+)</figcaption>", text)) >= labels, code.code
        assert ("cc-snippet" in text) == bool(labels), code.code
        assert code.sendable or not labels, code.code
        assert (">Browser</figcaption>" in text) == code.browser_may_send, code.code


def test_the_edit_link_leads_to_the_yaml(registry: Registry, pages: dict[str, Article]) -> None:
    assert pages["1006.md"].source == Path("data/codes/1006.yml")
    assert pages["services/discord-gateway.md"].source == Path("data/services/discord-gateway.yml")


def test_the_same_registry_gives_the_same_pages(registry: Registry, pages: dict[str, Article]) -> None:
    again = {page.path: page for page in render(registry, Links(directories=True))}
    assert again == pages


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "{{ 7 * 7 }} {% raw %}",
        "</div></dd><h1>x</h1>",
        "# heading\n\n- list\n\n```js\n```",
        "`<b>` **<i>**",
    ],
)
def test_texts_of_the_data_come_out_inert(registry: Registry, text: str) -> None:
    code = dataclasses.replace(registry.code_by_number[1006], summary=Prose(text))
    damaged = dataclasses.replace(registry, codes=tuple(code if c.code == 1006 else c for c in registry.codes))
    page = next(p for p in render(damaged, Links(directories=True)) if p.path == "1006.md")
    lead = re.search(r'<p class="cc-lead">(.*)</p>', page.html)
    assert lead, "the summary is no longer one line"
    assert not re.search(r"<(?!/?(code|strong)>)|href|49", lead[1]), lead[1]
    assert page.html.count("<h1>") == 1


def test_inline_markup_is_small_and_escapes_the_rest() -> None:
    html = rich("see [1006], `a < b` and **now** & [x](y)", lambda page: f"../{page}/")
    assert html == 'see <a href="../1006/">1006</a>, <code>a &lt; b</code> and <strong>now</strong> &amp; [x](y)'
    assert plain("see [1006] and `x`") == "see 1006 and x"


@pytest.mark.parametrize(
    ("directories", "page", "target", "link"),
    [
        (True, "1006", "1005", "../1005/"),
        (True, "index", "1005", "1005/"),
        (True, "1006", "index", "../"),
        (True, "services/index", "4004", "../4004/"),
        (True, "services/okx", "services/index", "../"),
        (True, "services/okx", "libraries/ws#measured", "../../libraries/ws/#measured"),
        (True, "1006", "api/v1/codes.json", "../api/v1/codes.json"),
        (False, "1006", "1005", "1005.html"),
        (False, "services/okx", "index", "../index.html"),
        (False, "index", "services/index", "services/index.html"),
    ],
)
def test_links_are_relative(directories: bool, page: str, target: str, link: str) -> None:
    assert Links(directories).between(page, target) == link
