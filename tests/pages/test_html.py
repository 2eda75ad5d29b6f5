"""Every generated page is sound HTML: a validator's rules, and ours for what it does not ask."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.elements import Element, parse
from support.site_pages import pages_of

pytestmark = pytest.mark.xdist_group("pages")

NODE = Path(__file__).parents[1] / "node"
VALIDATOR = NODE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
REFERENCES = ("for", "aria-controls", "aria-describedby", "aria-labelledby", "aria-owns")


def validate(*files: Path) -> list[str]:
    """What html-validate objects to, one line for each objection."""
    command = ["node", str(VALIDATOR), "--config", str(NODE / "htmlvalidate.config.mjs"), "--formatter", "json"]
    with tempfile.TemporaryFile() as found:  # a pipe: Node ends before a long answer is through
        process = subprocess.run(
            [*command, *map(str, files)], cwd=NODE, stdout=found, stderr=subprocess.PIPE, timeout=240, check=False
        )
        assert process.returncode in (0, 1), process.stderr.decode()
        found.seek(0)
        results = json.load(found)
    return [
        f"{result['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for result in results
        for message in result["messages"]
    ]


def test_the_validator_finds_nothing(built: Path) -> None:
    found = validate(*sorted(built.rglob("*.html")))
    assert not found, f"{len(found)} objections\n" + "\n".join(found[:20])


def test_the_validator_would_find_something(built: Path, tmp_path: Path) -> None:
    page = (built / "1006" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "broken.html").write_text(page.replace("</article>", '<p id="main"><div></p>', 1), encoding="utf-8")
    found = "\n".join(validate(tmp_path / "broken.html"))
    assert "no-dup-id" in found and "close-order" in found


def repeated_ids(root: Element) -> Iterator[str]:
    """An id names one element, or links to it lead anywhere."""
    counts = Counter(element.attributes["id"] for element in root.walk() if "id" in element.attributes)
    return (f"id {name!r} {count} times" for name, count in counts.items() if count > 1)


def dangling_references(root: Element) -> Iterator[str]:
    """What one element says about another needs the other."""
    ids = {element.attributes.get("id") for element in root.walk()}
    for element in root.walk():
        for attribute in REFERENCES:
            for name in element.attributes.get(attribute, "").split():
                if name not in ids:
                    yield f"line {element.line}: {attribute}={name!r} names nothing"


def disordered_headings(root: Element) -> Iterator[str]:
    """One h1, first, and no level left out: screen readers jump by them."""
    headings = [element for element in shown(root) if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    levels = [int(heading.tag[1]) for heading in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"starts with h{levels[0] if levels else ' nothing'} and has {levels.count(1)} h1"
    for before, heading in zip(levels, headings[1:], strict=False):
        if int(heading.tag[1]) > before + 1:
            yield f"line {heading.line}: {heading.tag} {heading.text!r} after h{before}"


def shown(element: Element) -> Iterator[Element]:
    """The elements inside that are shown without a script."""
    for child in element.children:
        if isinstance(child, Element) and "hidden" not in child.attributes:
            yield child
            yield from shown(child)


def nameless_controls(root: Element) -> Iterator[str]:
    """A link or button without a name is announced as nothing; a heading without a text leads nowhere."""
    for element in root.find_all("a", "button", "summary", "h1", "h2", "h3"):
        if not element.name:
            yield f"line {element.line}: <{element.tag}> without a text"


def links_to_nowhere(root: Element) -> Iterator[str]:
    """Every link has an address; the one on the 404 page is given one when it is shown."""
    for element in root.find_all("a"):
        if not element.attributes.get("href") and "data-link" not in element.attributes:
            yield f"line {element.line}: link {element.name!r} without an address"


def repeated_terms(root: Element) -> Iterator[str]:
    """A list of descriptions names each term once (HTML, the dl element)."""
    for each in root.find_all("dl"):
        counts = Counter(term.text for term in each.find_all("dt"))
        yield from (f"line {each.line}: term {text!r} {count} times" for text, count in counts.items() if count > 1)


def loose_attributes(root: Element) -> Iterator[str]:
    """Styles and handlers in attributes are what the policy forbids."""
    for element in root.walk():
        for name in element.attributes:
            if name == "style" or name.startswith("on"):
                yield f"line {element.line}: <{element.tag} {name}>"


CHECKS: dict[Callable[[Element], Iterator[str]], str] = {
    repeated_ids: '<p id="a"></p><p id="a"></p>',
    dangling_references: '<label for="b">x</label>',
    disordered_headings: "<h1>x</h1><h3>y</h3>",
    nameless_controls: '<a href="x"><svg></svg></a>',
    links_to_nowhere: '<a href="">x</a>',
    repeated_terms: "<dl><div><dt>1</dt><dd></dd></div><div><dt>1</dt><dd></dd></div></dl>",
    loose_attributes: '<p style="color: red">x</p>',
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_no_page_has(check: Callable[[Element], Iterator[str]], built: Path) -> None:
    found = [f"{page.url}: {text}" for page in pages_of(built) for text in check(page.root)]
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize(("check", "broken"), CHECKS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_check_sees_what_is_broken(check: Callable[[Element], Iterator[str]], broken: str) -> None:
    assert list(check(parse(broken)))
