"""Everything together, with the look-ups that pages and rules share."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass

from .change import Change
from .citation import Reference
from .code import Cause, CloseCode
from .event import ConnectionEvent
from .iana import IanaTable
from .library import Library
from .measured import Measurement
from .pair import PairRun
from .range import CodeRange
from .service import Service, ServiceCode
from .snippet import Snippet
from .span import Span
from .term import Term
from .verified import Verified


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The whole of `data/`, in the order of its keys."""

    iana: IanaTable
    codes: tuple[CloseCode, ...]
    ranges: tuple[CodeRange, ...]
    references: tuple[Reference, ...]
    terms: tuple[Term, ...]
    snippets: tuple[Snippet, ...]
    services: tuple[Service, ...] = ()
    libraries: tuple[Library, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    pairs: tuple[PairRun, ...] = ()
    changes: tuple[Change, ...] = ()
    events: tuple[ConnectionEvent, ...] = ()
    verified: tuple[Verified, ...] = ()

    @functools.cached_property
    def code_by_number(self) -> dict[int, CloseCode]:
        """The assigned codes by number."""
        return {code.code: code for code in self.codes}

    @functools.cached_property
    def causes(self) -> dict[str, Cause]:
        """The causes by code and id, as events name them: `1006#idle-timeout`."""
        return {f"{code.code}#{cause.id}": cause for code in self.codes for cause in code.causes}

    @functools.cached_property
    def reference(self) -> dict[str, Reference]:
        """The references by id."""
        return {reference.id: reference for reference in self.references}

    @functools.cached_property
    def term(self) -> dict[tuple[str, str], Term]:
        """The terms by group and tag."""
        return {(term.group, term.tag): term for term in self.terms}

    @functools.cached_property
    def verified_by_id(self) -> dict[tuple[str, str], Verified]:
        """What was found in the sources, by `libraries` or `services` and the id."""
        return {(verified.kind, verified.id): verified for verified in self.verified}

    @functools.cached_property
    def implementations(self) -> tuple[Library, ...]:
        """The libraries with a behaviour of their own, which alone are compared and counted."""
        return tuple(library for library in self.libraries if not library.built_on)

    def built_on(self, base: Library) -> list[Library]:
        """The libraries that an implementation speaks the protocol for."""
        return [library for library in self.libraries if base.id in library.built_on]

    def bases(self, library: Library) -> list[Library]:
        """The implementations that a library is built on, the one that it names first in front."""
        return sorted(
            (base for base in self.libraries if base.id in library.built_on),
            key=lambda base: library.built_on.index(base.id),
        )

    @functools.cached_property
    def names(self) -> dict[tuple[str, str], str]:
        """The names of libraries and services, by what a citation of them says."""
        libraries: dict[tuple[str, str], str] = {("library", library.id): library.name for library in self.libraries}
        return libraries | {("service", service.id): service.name for service in self.services}

    @functools.cached_property
    def uses_by_number(self) -> dict[int, list[tuple[Service, ServiceCode]]]:
        """The services that use a number, by number, in the order of the service ids."""
        result: dict[int, list[tuple[Service, ServiceCode]]] = {}
        for service in self.services:
            for code in service.codes:
                result.setdefault(code.code, []).append((service, code))
        return dict(sorted(result.items()))

    @functools.cached_property
    def numbers(self) -> list[int]:
        """All numbers with a page of their own, in order."""
        return sorted({*self.code_by_number, *self.uses_by_number})

    @property
    def private_numbers(self) -> list[int]:
        """The numbers that services use and no registry assigns."""
        return [number for number in self.uses_by_number if number not in self.code_by_number]

    @property
    def updated(self) -> datetime.date:
        """The newest date in the data."""
        days = [datetime.date.fromisoformat(change.day) for change in self.changes]
        days += [code.verified for code in self.codes]
        days += [library.checked for library in self.libraries]
        days += [service.source.date for service in self.services]
        days += [measurement.measured for measurement in self.measurements]
        days += [run.measured for run in self.pairs]
        return max(days)

    def range_of(self, number: int) -> CodeRange:
        """The range a number 0-65535 lies in.  Raises `StopIteration` outside."""
        return next(r for r in self.ranges if number in r.span)

    def may_be_sent(self, number: int) -> bool:
        """Whether a number 0-65535 may be in a Close frame; False for anything else."""
        if number in self.code_by_number:
            return self.code_by_number[number].sendable
        return any(number in kind.span and kind.unassigned.sendable for kind in self.ranges)

    def codes_in(self, span: Span) -> list[CloseCode]:
        """The assigned codes of a span."""
        return [code for code in self.codes if code.code in span]

    def unassigned_in(self, span: Span) -> list[Span]:
        """The blocks of a span between its assigned codes, derived from the codes."""
        blocks, first = [], span.first
        for number in [code.code for code in self.codes_in(span)] + [span.last + 1]:
            if first < number:
                blocks.append(Span(first, number - 1))
            first = number + 1
        return blocks
