"""Rules about services and their codes."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Band, Registry, ServiceCode
from ..model.protocol import LOCAL_ONLY
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
    """A service without a code or a band has no place here."""
    for service in registry.services:
        if not service.codes and not service.bands:
            yield service.origin.problem(
                "codes", "is empty; write the codes that the service documents, or remove the file"
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
def numbers_that_are_never_sent_are_local(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: 1005, 1006 and 1015 never travel, so no service sends them."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            if code.code in LOCAL_ONLY and code.sender != "local" and not code.in_message:
                yield service.origin.problem(
                    f"codes.{i}.sender", f"is {code.sender}, but {code.code} is never sent; write local"
                )


@rule
def numbers_that_may_not_be_sent_are_local_or_explained(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 5.5.1 and 7.4.2: a service that sends such a number breaks the protocol; the row says so."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            sent = code.sender != "local" and not code.in_message
            if sent and not code.note and not registry.may_be_sent(code.code):
                yield service.origin.problem(
                    f"codes.{i}.note", f"is missing, but {code.code} may not be sent; say how it comes about"
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
