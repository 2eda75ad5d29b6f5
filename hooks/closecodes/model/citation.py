"""Where a claim comes from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ..shape import InvalidValue, Origin
from .scalars import Address, Name, Prose


@dataclass(frozen=True, order=True)
class Citation:
    """A reference and, where it has sections, the section: `rfc6455 7.4.1` in YAML."""

    reference: str
    section: str = ""

    @classmethod
    def parse(cls, raw: object) -> Citation:
        """Read `id` or `id section`; raises `InvalidValue` for anything else."""
        if not isinstance(raw, str) or not raw.strip() or raw != " ".join(raw.split()):
            raise InvalidValue("write a reference id and a section, such as rfc6455 7.4.1")
        return cls(*raw.split(" ", 1))


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A paragraph and the sources it rests on."""

    text: Prose
    cite: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A source: title, publisher and address; `section_url` holds `{section}` where sections have anchors."""

    id: str
    title: Name
    publisher: Name
    url: Address
    origin: Origin
    short: Name | None = None
    section_url: Address | None = None

    @property
    def label(self) -> str:
        """The name to print behind a claim."""
        return self.short or self.title

    def link(self, section: str) -> str:
        """The address of a section, or of the whole when sections cannot be addressed."""
        if section and self.section_url:
            return self.section_url.replace("{section}", quote(section))
        return self.url
