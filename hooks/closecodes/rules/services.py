"""Rules about services and their codes."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Band, Registry, ServiceCode
from .facts import EVERY_NUMBER, LOCAL_ONLY, REGISTERED_NAMES
from .fault import Fault


def service_numbers_fit_in_two_bytes(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 5.5.1; a number that a client library makes up may be any, but has a page as well."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            if code.code not in EVERY_NUMBER:
                yield Fault(service, f"codes.{i}.code", f"{code.code} is no close code; write a number from 0 to 65535")


def service_rows_are_given_once(registry: Registry) -> Iterator[Fault]:
    """A number stands twice only where the service itself gives it two names."""
    for service in registry.services:
        seen: set[tuple[int, str | None]] = set()
        for i, code in enumerate(service.codes):
            row = (code.code, code.name and code.name.casefold())
            if row in seen:
                yield Fault(service, f"codes.{i}.code", f"{code.code} stands twice with the same name; make it one row")
            seen.add(row)


def services_say_something(registry: Registry) -> Iterator[Fault]:
    """A service without a code or a band has no place here."""
    for service in registry.services:
        if not service.codes and not service.bands:
            yield Fault(service, "codes", "is empty; write the codes that the service documents, or remove the file")


def bands_of_a_service_do_not_overlap(registry: Registry) -> Iterator[Fault]:
    """A number lies in one band, so that it gets one piece of advice."""
    for service in registry.services:
        for i, band in enumerate(service.bands):
            for other in service.bands[:i]:
                if band.span.first <= other.span.last and other.span.first <= band.span.last:
                    yield Fault(
                        service,
                        f"bands.{i}.span",
                        f"{band.span} overlaps {other.span}; divide the numbers between them",
                    )


def numbers_that_are_never_sent_are_local(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1: 1005, 1006 and 1015 never travel, so no service sends them."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            if code.code in LOCAL_ONLY and code.sender != "local" and not code.in_message:
                yield Fault(
                    service, f"codes.{i}.sender", f"is {code.sender}, but {code.code} is never sent; write local"
                )


def numbers_that_may_not_be_sent_are_local_or_explained(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 5.5.1 and 7.4.2: a service that sends such a number breaks the protocol; the row says so."""
    for service in registry.services:
        for i, code in enumerate(service.codes):
            sent = code.sender != "local" and not code.in_message
            if sent and not code.note and not registry.may_be_sent(code.code):
                yield Fault(
                    service, f"codes.{i}.note", f"is missing, but {code.code} may not be sent; say how it comes about"
                )


def services_do_not_rename_registered_codes(registry: Registry) -> Iterator[Fault]:
    """IANA: 1000-2999 keep their registered meaning; a row tells what the service does with it."""
    names = {name.casefold(): number for number, name in REGISTERED_NAMES.items() if number < 3000}
    for service in registry.services:
        for i, code in enumerate(service.codes):
            owner = names.get((code.name or "").casefold(), code.code)
            if code.code < 3000 and owner != code.code:
                yield Fault(
                    service,
                    f"codes.{i}.name",
                    f"{code.name!r} is the registered name of {owner}; use the service's own",
                )


def unknown_advice_is_not_called_stated(registry: Registry) -> Iterator[Fault]:
    """`unknown` means that no source says whether to reconnect."""
    for service in registry.services:
        for key in ("codes", "bands"):
            for i, row in enumerate(getattr(service, key)):
                if row.reconnect == "unknown" and row.basis == "stated":
                    yield Fault(
                        service,
                        f"{key}.{i}.basis",
                        "is stated for unknown advice; write inferred, or the stated verdict",
                    )


def stated_advice_of_services_has_an_https_source(registry: Registry) -> Iterator[Fault]:
    """Who reads "the service says so" can open the place where it does."""
    for service in registry.services:
        rows: tuple[ServiceCode | Band, ...] = (*service.codes, *service.bands)
        if any(row.basis == "stated" for row in rows) and not service.source.url.startswith("https://"):
            yield Fault(
                service, "source.url", "is no https address, but advice is called stated; write where it is stated"
            )


def reconnect_snippets_rest_on_stated_advice(registry: Registry) -> Iterator[Fault]:
    """Code that people copy follows the service's own advice, never our judgement alone."""
    for service in registry.services:
        rows: tuple[ServiceCode | Band, ...] = (*service.codes, *service.bands)
        stated = any(row.basis == "stated" for row in rows)
        if service.reconnect_snippet is not None and not stated:
            yield Fault(service, "reconnect_snippet", "rests on no stated advice; remove it, or mark the stated rows")
