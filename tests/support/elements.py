"""HTML as a tree of elements, with the standard library's parser: enough to ask questions about our own pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    """One element: where it begins, its attributes, and what it holds, texts and elements in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 1
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """The elements inside, in the order of the document, without the element itself."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def find_all(self, *tags: str) -> Iterator[Element]:
        """The elements inside that have one of these names."""
        return (element for element in self.walk() if element.tag in tags)

    @property
    def text(self) -> str:
        """The text inside, on one line."""
        return " ".join("".join(self._texts()).split())

    @property
    def name(self) -> str:
        """What a screen reader says, roughly: the label, else the text with the pictures' labels, else the title."""
        labels = (element.attributes.get("aria-label") or element.attributes.get("alt", "") for element in self.walk())
        own = self.attributes
        return own.get("aria-label") or self.text or " ".join(filter(None, labels)) or own.get("title", "")

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document")
        self.open = [self.root]
        self.unclosed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:  # as in SVG
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.unclosed.append(f"line {self.getpos()[0]}: </{tag}> where <{self.open[-1].tag}> is open")

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(text: str) -> Element:
    """The document's tree.  Raises `ValueError` where a tag is left open or closed out of turn."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    left = parser.unclosed + [f"<{element.tag}> is never closed" for element in parser.open[1:]]
    if left:
        raise ValueError("; ".join(left[:3]))
    return parser.root
