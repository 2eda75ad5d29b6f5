"""Rules about services and their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..model import Band, Registry, Service, ServiceCode
from ..shape import Problem
from .rule import rule


@rule
def service_rows_are_given_once(registry: Registry) -> Iterator[Problem]:
    """A number stands twice only where the service itself gives it two names."""
    for service in registry.services:
        seen: set[tuple[int, str | None]] = set()
        for i, code in enumerate(service.codes):
            row = (code.code, code.name and code.name.casefold())
            if row in seen:
                yield service.origin.problem(
                    f"codes.{i}.code", f"{code.code} stands twice with the same name; make it one row"
                )
            seen.add(row)


@rule
def services_say_something(registry: Registry) -> Iterator[Problem]:
    """A service without codes has a page only where people ask about its own numbers, or are told what it does."""
    for service in registry.services:
        if not (service.codes or service.bands or service.own_numbers or service.notes):
            yield service.origin.problem(
                "codes", "is empty; write the codes that the service documents, or own_numbers, or remove the file"
            )


@rule
def bands_of_a_service_do_not_overlap(registry: Registry) -> Iterator[Problem]:
    """A number lies in one band, so that it gets one piece of advice."""
    for service in registry.services:
        for i, band in enumerate(service.bands):
            for other in service.bands[:i]:
                if band.span.first <= other.span.last and other.span.first <= band.span.last:
                    yield service.origin.problem(
                        f"bands.{i}.span",
                        f"{band.span} overlaps {other.span}; divide the numbers between them",
                    )


@rule
def numbers_that_may_not_be_sent_are_local_or_explained(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 5.5.1, 7.4.1 and 7.4.2: who sends such a number, 1006 among them, breaks the protocol."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            sent = code.carried == "close-frame" and code.sender != "local"
            if sent and not code.note and not registry.may_be_sent(code.code):
                yield service.origin.problem(
                    f"codes.{i}.note",
                    f"is missing, but {code.code} may not be sent; write sender: local, or how it comes about",
                )


@rule
def services_do_not_rename_registered_codes(registry: Registry) -> Iterator[Problem]:
    """IANA: 1000-2999 keep their registered meaning; a row tells what the service does with it."""
    names = {name.casefold(): number for number, name in registry.iana.names.items() if number < 3000}
    for service in registry.services:
        for i, code in enumerate(service.codes):
            owner = names.get((code.name or "").casefold(), code.code)
            if code.code < 3000 and owner != code.code:
                yield service.origin.problem(
                    f"codes.{i}.name",
                    f"{code.name!r} is the registered name of {owner}; use the service's own",
                )


@rule
def unknown_advice_is_not_called_stated(registry: Registry) -> Iterator[Problem]:
    """`unknown` means that no source says whether to reconnect."""
    for service in registry.services:
        for key in ("codes", "bands"):
            for i, row in enumerate(getattr(service, key)):
                if row.reconnect == "unknown" and row.basis == "stated":
                    yield service.origin.problem(
                        f"{key}.{i}.basis",
                        "is stated for unknown advice; write inferred, or the stated verdict",
                    )


@rule
def reconnect_snippets_rest_on_stated_advice(registry: Registry) -> Iterator[Problem]:
    """Code that people copy follows the service's own advice, never our judgement alone."""
    for service in registry.services:
        rows: tuple[ServiceCode | Band, ...] = (*service.codes, *service.bands)
        stated = any(row.basis == "stated" for row in rows)
        if service.reconnect_snippet is not None and not stated:
            yield service.origin.problem(
                "reconnect_snippet", "rests on no stated advice; remove it, or mark the stated rows"
            )


@rule
def local_numbers_are_raised_locally(registry: Registry) -> Iterator[Problem]:
    """What never travels has no sender but the library that reports it, and the other way round."""
    for service in registry.services:
        for key, i, row in _rows(service):
            if (row.carried == "local") != (row.sender == "local"):
                yield service.origin.problem(
                    f"{key}.{i}.carried",
                    f"is {row.carried}, but sender is {row.sender}; write local for both, or for neither",
                )


@rule
def stated_advice_of_services_names_its_place(registry: Registry) -> Iterator[Problem]:
    """Who checks a stated row has to find the sentence; who finds none writes `inferred`."""
    for service in registry.services:
        for key, i, row in _rows(service):
            if row.basis == "stated" and not (row.stated_at or service.source.stated_at):
                yield service.origin.problem(
                    f"{key}.{i}.stated_at",
                    "is missing for stated advice; write the section or table where it stands, or basis: inferred",
                )
            if row.basis != "stated" and row.stated_at:
                yield service.origin.problem(
                    f"{key}.{i}.stated_at", f"is given, but basis is {row.basis}; write stated, or leave the place out"
                )


@rule
def relatives_of_services_have_a_heading(registry: Registry) -> Iterator[Problem]:
    """Readers see the label of the group; a group of one is none."""
    members = Counter(service.relatives for service in registry.services)
    for service in registry.services:
        if service.relatives is None:
            continue
        if ("relatives", service.relatives) not in registry.term:
            yield service.origin.problem(
                "relatives", f"{service.relatives} has no heading; write it below relatives in data/terms.yml"
            )
        elif members[service.relatives] < 2:
            yield service.origin.problem(
                "relatives", f"{service.relatives} has no other member; leave it out, or name the relative"
            )


def _rows(service: Service) -> Iterator[tuple[str, int, ServiceCode | Band]]:
    """The codes and bands of a service, with their key and place in the file."""
    for i, code in enumerate(service.codes):
        yield "codes", i, code
    for i, band in enumerate(service.bands):
        yield "bands", i, band
