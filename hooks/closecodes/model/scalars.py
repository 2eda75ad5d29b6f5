"""The kinds of texts and numbers in the data.  Each knows what fits it, what it is for, and its pattern in a schema."""

from __future__ import annotations

import datetime
import re
from typing import Any, ClassVar, Self

from ..shape import InvalidValue
from ..text import CODE, LINKED_NUMBER

_HTML = re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\]\(")
_UNSAFE_SCHEME = re.compile(r"\b(?:javascript|vbscript|data):\S", re.IGNORECASE)
_URL = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:[/?#][!-~]*)?\Z", re.IGNORECASE)
_SITE_ADDRESS = re.compile(r"site:[a-z0-9-]+(?:/[!-~]*)?\Z")
_WHEN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?\Z")
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*\Z")
_ANCHORS_OF_PAGES = re.compile(r"main\Z|cc-")  # the theme's own; an id may stand only once on a page


class Text(str):
    """A text that is not blank; `SCHEMA` is what a JSON Schema can say of the kind."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"\S"}

    @classmethod
    def parse(cls, raw: object) -> Self:
        """Read the text; raises `InvalidValue` for anything else."""
        if type(raw) is not str:
            raise InvalidValue("write text")
        if not raw.strip():
            raise InvalidValue("is empty; write the text or leave the key out")
        cls.check(raw)
        return cls(raw)

    @classmethod
    def check(cls, text: str) -> None:
        """Raise `InvalidValue` when the text does not fit the kind."""


class Verbatim(Text):
    """A text that pages show letter by letter: a constant, a log text, a reason, code.  It holds no markup."""


class Name(Text):
    """A name, title or search word in our pages: plain text, shown as it stands."""

    @classmethod
    def check(cls, text: str) -> None:
        """Neither HTML nor links, and backticks in pairs: any of them would be shown as it stands."""
        rest = CODE.sub("", text)
        if found := _HTML.search(rest):
            raise InvalidValue(f"holds HTML ({found[0][:40]}); write plain text, and code between backticks")
        if found := _MARKDOWN_LINK.search(rest) or _UNSAFE_SCHEME.search(rest):
            raise InvalidValue(f"holds a link ({found[0][:40]}); cite the source, and write [1006] for a number's page")
        if "`" in rest:
            raise InvalidValue("has a backtick without its partner; close the code, within one line")


class Prose(Name):
    """A sentence or more, with the inline markup of `closecodes.text`: `code`, **strong** and [1006]."""

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"\S",
        "description": "May hold `code`, **strong** and [1006], a link to a number's page; no HTML.",
    }

    @classmethod
    def check(cls, text: str) -> None:
        """As for a name; and numbers in brackets are written as their pages are called."""
        super().check(text)
        for digits in LINKED_NUMBER.findall(CODE.sub("", text)):
            if len(digits) > 5 or digits != str(int(digits)) or int(digits) > 65535:
                raise InvalidValue(
                    f"holds [{digits[:20]}], which is no page; write the number as it is, such as [1006]"
                )


class Url(Text):
    """An address in the world: a link never leads to a script or to a page that can be changed on the way."""

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:|/|\?|#|$)",
    }

    @classmethod
    def check(cls, text: str) -> None:
        """Https, a host, and no space or sign that would have to be escaped."""
        if not _URL.match(text):
            raise InvalidValue(f"{text[:60]!r} is no https address; write one such as https://example.org/page")


class Address(Url):
    """As `Url`, or a page of this site: `site:libraries`."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^(https://[A-Za-z0-9-]|site:[a-z0-9-])"}

    @classmethod
    def check(cls, text: str) -> None:
        """`{section}` is where a section's name goes."""
        plain = text.replace("{section}", "section")
        if not _SITE_ADDRESS.match(plain):
            super().check(plain)


class Provenance(Prose):
    """Where something was read: an address, or a repository, version and path in words."""

    @classmethod
    def check(cls, text: str) -> None:
        """What looks like an address is one."""
        super().check(text)
        if "://" in text:
            Url.check(text)


class When(Text):
    """A year, a month or a day, as precisely as it is known: 2011, 2011-12 or 2011-12-11."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$"}

    @classmethod
    def check(cls, text: str) -> None:
        """It stands in the calendar."""
        match = _WHEN.match(text)
        try:
            datetime.date(*(int(part or 1) for part in match.groups())) if match else None
        except ValueError:
            match = None
        if not match:
            raise InvalidValue(f"{text[:40]!r} is no date; write 2011, 2011-12 or 2011-12-11")


class Anchor(Text):
    """The id of a section of a page, which links lead to."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^(?!main$|cc-)[a-z][a-z0-9-]*$"}

    @classmethod
    def check(cls, text: str) -> None:
        """Small letters, digits and hyphens, and not an id that every page has."""
        if not _ANCHOR.match(text):
            raise InvalidValue(f"{text[:40]!r} is no anchor; write small letters, digits and hyphens")
        if _ANCHORS_OF_PAGES.match(text):
            raise InvalidValue(f"{text[:40]!r} is an id that every page has; write a different one")


class Number(int):
    """A whole number between two limits, both included."""

    LIMITS: ClassVar[tuple[int, int]]
    WANTED: ClassVar[str]
    SCHEMA: ClassVar[dict[str, Any]]

    @classmethod
    def parse(cls, raw: object) -> Self:
        """Read the number; raises `InvalidValue` for anything else."""
        if type(raw) is not int:
            raise InvalidValue(cls.WANTED)
        if not cls.LIMITS[0] <= raw <= cls.LIMITS[1]:
            raise InvalidValue(f"{raw} is out of range; {cls.WANTED}")
        return cls(raw)


class CloseCodeNumber(Number):
    """RFC 6455, section 5.5.1: a close code is an unsigned integer of two bytes."""

    LIMITS = (0, 65535)
    WANTED = "write a whole number from 0 to 65535"
    SCHEMA: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 0, "maximum": 65535}


class Seconds(Number):
    """A measured time."""

    LIMITS = (0, 600)
    WANTED = "write whole seconds from 0 to 600"
    SCHEMA: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 0, "maximum": 600}


class HttpStatus(Number):
    """RFC 9110, section 15: a status code has three digits, the first of them 1 to 5."""

    LIMITS = (100, 599)
    WANTED = "write an HTTP status from 100 to 599"
    SCHEMA: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 100, "maximum": 599}
