"""How many implementations do a thing with a code.  Every "so many of so many" on the site comes from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .model import Library, Registry, Span


@dataclass(frozen=True)
class Count:
    """The libraries that do it and those that do not; of all others it is not established."""

    yes: tuple[Library, ...]
    no: tuple[Library, ...]

    @property
    def established(self) -> int:
        """Of how many it is known: the second number in "69 of 87"."""
        return len(self.yes) + len(self.no)

    @property
    def smaller(self) -> tuple[Library, ...]:
        """The side worth naming; those that do it, when both are as many."""
        return self.yes if len(self.yes) <= len(self.no) else self.no


def application_libraries(registry: Registry) -> list[Library]:
    """The implementations that an application calls: not proxies and hosts, which pass on what they are given,
    and not what is built on another one."""
    return [library for library in registry.implementations if not library.is_platform]


def platforms(registry: Registry) -> list[Library]:
    """Proxies, balancers, gateways, CDNs and hosts: what stands between or around the two ends."""
    return [library for library in registry.libraries if library.is_platform]


def sending(registry: Registry, number: int) -> Count:
    """Which libraries put a number on the wire when the application asks for it."""
    return _count(registry, number, lambda library: library.sends.allowed)


def refusing(registry: Registry, number: int) -> Count:
    """Which libraries refuse or rewrite a number that they receive."""
    return _count(registry, number, lambda library: library.receives.refused)


def _count(registry: Registry, number: int, rule: Callable[[Library], tuple[Span, ...] | None]) -> Count:
    known = [(library, spans) for library in application_libraries(registry) if (spans := rule(library)) is not None]
    holds = {library.id: any(number in span for span in spans) for library, spans in known}
    return Count(
        tuple(library for library, _ in known if holds[library.id]),
        tuple(library for library, _ in known if not holds[library.id]),
    )
