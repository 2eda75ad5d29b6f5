"""The guides keep their form: front matter, fixed anchors, sources, and an answer to each common question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from closecodes.guides import reading_order

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = [*sorted((DOCS / "guide").glob("*.md")), DOCS / "about.md"]
CODE_WIDTH = 84  # characters that a line of code has room for beside the table of contents
TOPICS = [
    "1005-or-1006", "abnormal-closure", "authentication", "browsers", "choosing", "close-frame", "handshake-and-tls",
    "idle-timeouts", "linking", "not-close-codes", "private-codes", "proxies", "reconnecting",
]  # fmt: skip

# What people ask again and again, and where it is answered: these addresses are permanent.
ANSWERS = {
    "Why does 1006 come with no reason, and how do I find the cause?": "abnormal-closure#why-no-reason",
    "1005 or 1006, what is the difference?": "1005-or-1006#difference",
    "Is 1005 normal? Should I reconnect?": "1005-or-1006#is-1005-normal",
    "Which code for authentication failure?": "authentication#which-code",
    "Why does my close before accept arrive as 1006?": "authentication#before-accept",
    "Why can the browser only send 1000 and 3000-4999?": "browsers#only-1000",
    "May my server send 1008, 1011, 1012, and why does the library refuse?": "choosing#server-may-send",
    "How do I send 1006 on purpose, why may I not?": "1005-or-1006#send-1006",
    "My proxy forwards 1005 or 1006 and crashes, what should it send?": "proxies#mapping",
    "Which code means idle timeout?": "idle-timeouts#which-code",
    "It dies after exactly 60 s, 10 min, 2 h, who closed it?": "idle-timeouts#durations",
    "1011 keepalive ping timeout, did the server fail?": "idle-timeouts#keepalive-ping-timeout",
    "Which codes are safe to reconnect on, and how fast?": "reconnecting#by-code",
    "Who limits the message size behind 1009, and why 1006 instead?": "abnormal-closure#too-big",
    "How long may the reason be, and what breaks when it is longer?": "close-frame#reason-limit",
    "1001, 1000 or 1012: tab closed, deploy, or restart?": "choosing#leaving",
    "What is the right code for an invalid message?": "choosing#invalid-message",
    "What is 4003, 4004 … from service X?": "private-codes#whose",
    "Invalid status code 0, 22373, 65535: what is that?": "not-close-codes#invalid-numbers",
    "TLS or handshake failure: why 1006 and not 1015?": "handshake-and-tls#tls",
    "1010, 1014: does anyone send them?": "handshake-and-tls#who-sends-1010-and-1014",
}


def split(page: Path) -> tuple[dict[str, object], str]:
    """Front matter and text of a page."""
    _, front, text = page.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


def prose(text: str) -> str:
    """The text without code blocks and pictures."""
    return re.sub(r"^```.*?^```$|<figure.*?</figure>", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("topic", TOPICS)
def test_guide_exists(topic: str) -> None:
    assert (DOCS / "guide" / f"{topic}.md").exists()


def test_the_list_of_guides_gives_the_order_to_read_all_of_them_in() -> None:
    assert sorted(reading_order(DOCS)) == [f"guide/{topic}.md" for topic in TOPICS]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_code_fits_on_the_page(page: Path) -> None:
    blocks = re.findall(r"^```.+?\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [line for block in blocks for line in block.splitlines() if len(line) > CODE_WIDTH] == []


@pytest.mark.parametrize(("question", "place"), ANSWERS.items())
def test_question_is_answered_under_a_heading(question: str, place: str) -> None:
    topic, anchor = place.split("#")
    text = (DOCS / "guide" / f"{topic}.md").read_text("utf-8")
    assert re.search(rf"^##+ .*{{ #{anchor} }}$", text, re.MULTILINE), f"{question} has lost its place"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_front_matter_is_complete(page: Path) -> None:
    front, text = split(page)
    assert text.strip().startswith(f"# {front['title']}\n")
    assert str(front["description"]).endswith(".")
    keywords = front["keywords"]
    assert isinstance(keywords, list) and keywords
    assert all(isinstance(word, str) for word in keywords), "quote numbers, else YAML reads 0x03e8 as 1000"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_heading_has_a_fixed_anchor_of_its_own(page: Path) -> None:
    headings = re.findall(r"^##+ .*$", prose(split(page)[1]), re.MULTILINE)
    anchors = [re.search(r"{ #([a-z0-9-]+) }$", heading) for heading in headings]
    assert all(anchors), headings
    ids = [anchor[1] for anchor in anchors if anchor]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_source_is_cited_and_has_an_address(page: Path) -> None:
    text = prose(split(page)[1])
    notes = dict(re.findall(r"^\[\^([^\]]+)\]: (.+)$", text, re.MULTILINE))
    cited = re.findall(r"\[\^([^\]]+)\](?!: )", text)
    assert list(dict.fromkeys(cited)) == list(notes), "sources stand in the order of their first use"
    assert [name for name, note in notes.items() if "](" not in note and "same page" not in note] == []
