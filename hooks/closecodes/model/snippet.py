"""How a library sends a close code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..shape import Origin
from .scalars import Name, Verbatim
from .span import Span


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """The line a reader copies; `{code}` and `{reason}` stand for what is sent."""

    id: str
    label: Name
    language: Literal["js", "python"]
    role: Literal["browser", "client", "server"]
    sends: tuple[Span, ...]
    text: Verbatim
    origin: Origin

    def can_send(self, code: int) -> bool:
        """Whether the library puts this code on the wire when asked to."""
        return any(code in span for span in self.sends)

    def filled(self, code: int, reason: str) -> str:
        """The snippet for one code and reason; JSON string syntax is valid in both languages."""
        return self.text.replace("{code}", str(code)).replace("{reason}", reason)
