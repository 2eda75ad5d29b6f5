"""The registry as the files of `/api/v1/` hold it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..both_ends import Group, ends_of
from ..model import Citation, CloseCode, CodeRange, Registry, Service, ServiceCode
from ..pages.libraries import names_of
from ..pages.sources import Bibliography
from . import entries as e
from .addresses import Addresses


@dataclass(frozen=True)
class Values:
    """Makes the entries; every address in them is absolute."""

    registry: Registry
    addresses: Addresses

    def replace(self, value: Any) -> Any:
        """A citation with its label and address; anything else as it is."""
        if not isinstance(value, Citation):
            return value
        source = Bibliography(self.registry.reference, self.registry.names, self.addresses.page).sources([value])[0]
        return e.CitedSource(value.reference, value.section, source.label, source.href)

    def codes(self) -> e.CodesFile:
        """All assigned codes."""
        return e.CodesFile(version=e.VERSION, codes=tuple(map(self._code, self.registry.codes)))

    def numbers(self) -> Iterator[e.CodeFile]:
        """Each number that has a page."""
        for number in self.registry.numbers:
            yield self._number(number)

    def ranges(self) -> e.RangesFile:
        """The ranges, in order."""
        return e.RangesFile(version=e.VERSION, ranges=tuple(map(self._range, self.registry.ranges)))

    def libraries(self) -> e.LibrariesFile:
        """The implementations, by id."""
        entries = (
            e.LibraryEntry(
                **_fields(library), url=self.addresses.page(f"libraries/{library.id}"), idle=library.idle_timer
            )
            for library in self.registry.libraries
        )
        return e.LibrariesFile(version=e.VERSION, libraries=tuple(entries))

    def services(self) -> e.ServicesFile:
        """The services, by id."""
        entries = (
            e.ServiceEntry(**_fields(s), url=self.addresses.page(f"services/{s.id}")) for s in self.registry.services
        )
        return e.ServicesFile(version=e.VERSION, services=tuple(entries))

    def both_ends(self) -> Iterator[e.BothEndsFile]:
        """Each event with what both ends see."""
        ends = ends_of(self.registry)
        for event in self.registry.events:
            cases = (
                e.BothEndsCase(
                    code=key.code or None, proxy=key.proxy or None, rows=tuple(map(_both_ends, ends.groups(key)))
                )
                for key in ends.keys(event)
            )
            yield e.BothEndsFile(version=e.VERSION, event=event, cases=tuple(cases))

    def measurements(self) -> e.MeasurementsFile:
        """What was measured, by id."""
        return e.MeasurementsFile(version=e.VERSION, measurements=self.registry.measurements)

    def changes(self) -> e.ChangesFile:
        """The changes, newest first."""
        return e.ChangesFile(version=e.VERSION, changes=self.registry.changes[::-1])

    def _code(self, code: CloseCode) -> e.CodeEntry:
        kind = self.registry.range_of(code.code)
        return e.CodeEntry(**_fields(code), **self._notations(code.code), short_name=code.title, range=kind.slug)

    def _number(self, number: int) -> e.CodeFile:
        code = self.registry.code_by_number.get(number)
        return e.CodeFile(
            version=e.VERSION,
            code=number,
            **self._notations(number),
            range=self.registry.range_of(number).slug,
            sendable=self.registry.may_be_sent(number),
            assigned=self._code(code) if code else None,
            services=tuple(self._use(service, use) for service, use in self.registry.uses_by_number.get(number, [])),
            constants=tuple(self._constants(number)),
        )

    def _notations(self, number: int) -> dict[str, Any]:
        high, low = divmod(number, 256)
        return {"url": self.addresses.page(str(number)), "hex": f"0x{number:04X}", "bytes": f"{high:02X} {low:02X}"}

    def _use(self, service: Service, use: ServiceCode) -> e.ServiceUse:
        url = self.addresses.page(f"services/{service.id}")
        return e.ServiceUse(**_fields(use), service=service.id, service_name=service.name, url=url)

    @cached_property
    def _named(self) -> frozenset[int]:
        """The numbers that any library has a constant for: few of those that have a page."""
        return frozenset(
            number
            for library in self.registry.libraries
            for number in (*(library.constants or {}), *(library.aliases or {}))
        )

    def _constants(self, number: int) -> list[e.Constant]:
        if number not in self._named:
            return []
        named = [named for group in names_of(self.registry, number) for named in group.members]
        pairs = [(library, name) for n in named for library in n.libraries for name in n.names]
        return [
            e.Constant(name=name, library=of.id, library_name=of.name, url=self.addresses.page(f"libraries/{of.id}"))
            for of, name in sorted(pairs, key=lambda pair: pair[0].id)
        ]

    def _range(self, kind: CodeRange) -> e.RangeEntry:
        return e.RangeEntry(
            **_fields(kind),
            id=kind.slug,
            url=self.addresses.page(kind.slug),
            assigned_codes=tuple(code.code for code in self.registry.codes_in(kind.span)),
            unassigned_blocks=tuple(self.registry.unassigned_in(kind.span)),
        )


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.init}


def _both_ends(group: Group) -> e.BothEndsRow:
    result = group.result
    return e.BothEndsRow(
        clients=tuple(end.id for end in group.clients),
        servers=tuple(end.id for end in group.servers),
        client=str(result.client),
        server=str(result.server),
        evidence=result.evidence,
        others=tuple((str(client), str(server)) for client, server in result.others),
    )
