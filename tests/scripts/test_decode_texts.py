"""What `docs/decode.md` says without a script is what the script would say."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from closecodes.model import Registry
from closecodes.script_data import script_data, with_code_table
from support import decoding

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "decode.md").read_text(encoding="utf-8")


def table(section: str, page: str = PAGE) -> list[list[str]]:
    """The cells of the table in a section, without its head, footnote marks and code marks."""
    [text] = re.findall(rf"^## [^\n]+ {{ #{section} }}\n(.*?)(?=^## |^\[\^)", page, re.DOTALL | re.MULTILINE)
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [[re.sub(r"\[\^\w+\]|`", "", cell).strip() for cell in row] for row in rows[2:]]


def test_the_table_of_codes_is_the_registry(registry: Registry) -> None:
    wanted = [
        [f"[{code.code}]({code.code}.md)", code.title, f"{code.code >> 8:02X} {code.code & 255:02X}", code.sendable]
        for code in registry.codes
    ]
    page = with_code_table(PAGE, registry)
    shown = [[number, name, payload, answer == "yes"] for number, name, payload, answer in table("codes", page)]
    assert shown == wanted


def test_the_page_carries_the_data_that_its_script_reads(registry: Registry) -> None:
    [attribute] = re.findall(r'data-code-table="([^"]*)" markdown>', with_code_table(PAGE, registry))
    data = json.loads(html.unescape(attribute))
    assert attribute == html.escape(script_data(registry))
    assert [number for first, last in data["pages"] for number in range(first, last + 1)] == registry.numbers


def test_other_pages_are_left_as_they_are(registry: Registry) -> None:
    assert with_code_table("# A guide\n\n| Code |\n", registry) == "# A guide\n\n| Code |\n"


def test_the_table_of_rules_is_what_the_script_checks() -> None:
    [rules] = decoding.run([{"job": "rules"}])
    assert table("rules") == [[rule["says"], rule["section"]] for rule in rules]


def test_every_example_opens_the_bytes_that_it_shows_and_says_what_they_are() -> None:
    examples = table("examples")
    assert len(examples) == 10
    for link, text in examples:
        found = re.fullmatch(r"\[([0-9A-F ]+)\]\(\?frame=([0-9a-f]+)#read\)", link)
        assert found, link
        shown, opened = found.groups()
        result = decoding.read(opened)
        assert bytes.fromhex(shown).hex() == opened
        assert text.startswith("Broken: ") == bool(decoding.broken(result)), text
        codes = [int(code) for code in re.findall(r"\[(\d{4})\]", text)]
        assert not codes or result["code"] == codes[0], text


def test_every_broken_example_cites_the_section_that_it_breaks() -> None:
    broken = re.findall(r"\(\?frame=(\w+)#read\) \| Broken: .*\[\^(rfc\d+)\]", PAGE)
    assert len(broken) == 5
    for frame, note in broken:
        sections = {section.replace(".", "") for section, _ in decoding.broken(decoding.read(frame))}
        assert note.removeprefix("rfc") in sections, frame
