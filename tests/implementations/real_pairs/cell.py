"""One question about a pair: this client, through this proxy or none, with this server, when this happens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Code = int | str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """`server` is empty where none takes part; `code` is the close call's, or `none`; `setting` names a variant."""

    client: str
    server: str
    event: str
    proxy: str = ""
    code: Code | None = None
    status: int | None = None
    setting: str | None = None

    def __str__(self) -> str:
        more = [str(part) for part in (self.code, self.status, self.setting) if part is not None]
        return " ".join([self.client, *filter(None, [self.proxy]), self.server, self.event, *more])


@dataclass
class End:
    """What the application at one end was told.

    `code` is a number, `none` (told, without a number), `error` (by an error or exception without a number)
    or `nothing`; `refused` is how its close call refused; `seconds` passed until it was told.
    """

    code: Code = "nothing"
    reason: str | None = None
    clean: bool | None = None
    text: str | None = None
    refused: str | None = None
    seconds: float = 0.0

    @property
    def told(self) -> tuple[Any, ...]:
        """What has to be the same in each run; texts and times may differ."""
        return self.code, self.reason, self.clean, self.refused is not None


@dataclass
class Outcome:
    """What both ends were told in one run."""

    client: End = field(default_factory=End)
    server: End = field(default_factory=End)

    @property
    def told(self) -> tuple[Any, ...]:
        """What has to be the same in each run."""
        return self.client.told, self.server.told
