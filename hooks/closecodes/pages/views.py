"""What each page shows: the values its template is given, computed once for both forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import defaults
from ..both_ends import PROXIES, Ends, agreement, ends_of
from ..counts import application_libraries, platforms
from ..guides import Guide
from ..model import CloseCode, CodeRange, Library, Registry, Service
from . import both_ends, matrices, summary_strip, wording
from .charts import band_rows, collisions, hundred_rows
from .download import Download
from .libraries import by_code, handling, names, names_of, texts_of
from .measurements import counts, measured_numbers, measured_rows
from .numbers import UseGroup, neighbours, number_line, runs, services_by_kind, uses_in_groups
from .snippets import listing, snippets
from .source_files import default_rows, file_of, read_files, verification
from .travel import travel

IN_LIBRARIES = "libraries"
"""The page below a code's page that holds in full what is counted there: what libraries do and print."""

AT_SERVICES = "services"
"""The page below a code's page that holds what services mean by it, where they are too many for the page itself."""

MOST_USES = 12
"""How many meanings at services a code's page shows itself; more would double what a first visit loads."""


@dataclass(frozen=True)
class View:
    """A page before it is rendered: its path without `.md`, its template and the values for it."""

    name: str
    template: str
    values: Mapping[str, Any]
    source: Path | None = None


def views(registry: Registry, downloads: Sequence[Download] = (), guides: Sequence[Guide] = ()) -> Iterator[View]:
    """All generated pages: codes, private numbers, ranges, services, libraries, then the single ones."""
    ends = ends_of(registry) if registry.measurements else None
    for code in registry.codes:
        yield _code(registry, code, guides, ends)
        texts, handled = texts_of(registry, code.code), handling(registry, code.code)
        if texts or handled.emitted:
            values = {"code": code, "range": registry.range_of(code.code), "texts": texts, "handling": handled}
            yield View(f"{code.code}/{IN_LIBRARIES}", "code_libraries", values, code.origin.path)
        uses = uses_in_groups(registry, code.code)
        if _rows(uses) > MOST_USES:
            at_services = {"code": code, "range": registry.range_of(code.code), "uses": uses, "rows": _rows(uses)}
            yield View(f"{code.code}/{AT_SERVICES}", "code_services", at_services, code.origin.path)
    for number in registry.private_numbers:
        yield _number(registry, number)
    for code_range in registry.ranges:
        yield _range(registry, code_range)
    for service in registry.services:
        yield _service(registry, service)
    if registry.services:
        yield _services(registry)
    if registry.libraries:
        yield from _libraries(registry)
    if ends:
        yield from _both_ends(ends)
    yield View("changes", "changes", {"changes": registry.changes[::-1]})
    rows = [_row(registry, code) for code in registry.codes]
    yield View("index", "home", {"rows": rows, "ranges": number_line(registry)})
    offered = {file.name: file for file in downloads}
    yield View("offline", "offline", {"downloads": offered, "updated": registry.updated})


def _code(registry: Registry, code: CloseCode, guides: Sequence[Guide], ends: Ends | None) -> View:
    events = {cause.id: [e for e in registry.events if e.cause == f"{code.code}#{cause.id}"] for cause in code.causes}
    uses = uses_in_groups(registry, code.code)
    values = {
        "code": code,
        "range": registry.range_of(code.code),
        "strip": summary_strip.of_code(registry, code),
        "advised_by": wording.advised_by(code.reconnect),
        "snippets": snippets(registry, code),
        "guides": [guide for guide in guides if code.code in guide.codes],
        "names": names_of(registry, code.code),
        "texts": sum(len(group.members) for group in texts_of(registry, code.code)),
        "in_libraries": f"{code.code}/{IN_LIBRARIES}",
        "events": events,
        "travel": travel(ends, code) if ends else None,
        "measured": counts(registry, code.code),
        "handling": handling(registry, code.code),
        "uses": uses,
        "use_rows": _rows(uses),
        "using": sorted({service.id: service for group in uses for service, _ in group.uses}.values(), key=_name),
        "at_services": f"{code.code}/{AT_SERVICES}" if _rows(uses) > MOST_USES else None,
        "services_first": registry.range_of(code.code).policy == "first-come",
        "citations": [citation for _, cited in code.claims for citation in cited],
        "neighbours": neighbours(registry, code.code),
        "words": wording,
    }
    return View(str(code.code), "code", values, code.origin.path)


def _name(service: Service) -> str:
    return service.name.casefold()


def _rows(uses: Sequence[UseGroup]) -> int:
    return sum(len(group.uses) for group in uses)


def _number(registry: Registry, number: int) -> View:
    code_range, uses = registry.range_of(number), uses_in_groups(registry, number)
    values = {
        "number": number,
        "range": code_range,
        "strip": summary_strip.of_unassigned(registry, code_range),
        "uses": uses,
        "users": wording.users(number, [service for group in uses for service, _ in group.uses]),
        "neighbours": neighbours(registry, number),
    }
    return View(str(number), "number", values, uses[0].uses[0][0].origin.path)


def _range(registry: Registry, code_range: CodeRange) -> View:
    numbers = [number for number in registry.private_numbers if number in code_range.span]
    values = {
        "range": code_range,
        "ranges": number_line(registry),
        "strip": summary_strip.of_range(registry, code_range),
        "rows": [_row(registry, code) for code in registry.codes_in(code_range.span)],
        "blocks": registry.unassigned_in(code_range.span),
        "bands": band_rows(registry, code_range),
        "numbers": [(number, len(registry.uses_by_number[number])) for number in numbers],
        "citations": [citation for _, cited in code_range.claims for citation in cited],
    }
    return View(code_range.slug, "range", values, code_range.origin.path)


def _service(registry: Registry, service: Service) -> View:
    rule = service.reconnect_snippet
    values = {
        "service": service,
        "relatives": [s for s in registry.services if s.family == service.family and s is not service],
        "places": [(str(row.code), row.stated_at) for row in service.codes if row.stated_at]
        + [(str(band.span), band.stated_at) for band in service.bands if band.stated_at],
        "snippet": listing("JavaScript", "js", rule) if rule else None,
        "stated": "stated" in {row.basis for row in service.codes} | {band.basis for band in service.bands},
    }
    return View(f"services/{service.id}", "service", values, service.origin.path)


def _services(registry: Registry) -> View:
    values = {
        "services": registry.services,
        "kinds": services_by_kind(registry.services),
        "hundreds": hundred_rows(registry.services),
        "rows": sum(len(service.codes) for service in registry.services),
        "spans": {service.id: runs(use.code for use in service.codes) for service in registry.services},
        "collisions": collisions(registry, most=16),
    }
    return View("services/index", "services", values)


def _libraries(registry: Registry) -> Iterator[View]:
    applications = application_libraries(registry)
    languages = sorted({library.language for library in applications})
    for library in registry.libraries:
        yield _library(registry, library)
    passing = {
        "rows": matrices.code_rows(registry),
        "numbers": matrices.shown_numbers(registry),
        "languages": languages,
    }
    built_on = [(library, registry.bases(library)) for library in registry.libraries if library.built_on]
    of_all = {
        "libraries": applications,
        "built_on": built_on,
        "measurements": len(registry.measurements),
        "platforms": platforms(registry),
        "timers": [(row, file_of(row.library, row.default)) for row in defaults.platform_timers(registry)],
        "words": defaults,
    }
    yield View("libraries/index", "libraries", {**passing, **of_all})
    rows = matrices.event_rows(registry)
    events = {"rows": rows, "by_event": matrices.outcomes_by_event(rows), "heads": matrices.event_heads()}
    yield View("libraries/events", "events", {**events, "languages": languages})
    yield View("libraries/names", "names", {"rows": matrices.name_rows(registry), "languages": languages})
    if registry.measurements:
        seen = {"rows": measured_rows(registry), "numbers": measured_numbers(registry), "languages": languages}
        yield View("libraries/measured", "measured", {**seen, "first": registry.measurements[0]})


def _both_ends(ends: Ends) -> Iterator[View]:
    registry = ends.registry
    programs = {
        "clients": both_ends.clients(ends),
        "servers": [both_ends.Program(end.id, end.measurement.name) for end in ends.servers],
        "proxies": [library for library in registry.libraries if library.id in PROXIES],
    }
    facts = {"events": registry.events, "runs": both_ends.runs(ends), "agreement": agreement(ends)}
    yield View("both-ends/index", "both_ends", {**programs, **facts})
    for event in registry.events:
        tables = both_ends.event_tables(ends, event)
        cause = registry.causes.get(event.cause or "")
        values = {"event": event, "tables": tables, "cause": cause}
        yield View(f"both-ends/{event.id}", "both_ends_event", values, event.origin.path)


def _library(registry: Registry, library: Library) -> View:
    values = {
        "library": library,
        "bases": registry.bases(library),
        "built_on_it": registry.built_on(library),
        "behaviour": wording.behaviour(library),
        "emissions": by_code(library.emits),
        "messages": by_code(library.messages),
        "constants": sorted(names(registry, library).items()),
        "measurements": [m for m in registry.measurements if m.library == library.id],
        "defaults": default_rows(library),
        "read": read_files(library),
        "verification": verification(registry, library),
        "words": wording,
        "limits": defaults,
    }
    return View(f"libraries/{library.id}", "library", values, library.origin.path)


def _row(registry: Registry, code: CloseCode) -> dict[str, Any]:
    return {
        "code": code,
        "range": registry.range_of(code.code),
        "strip": summary_strip.of_code(registry, code),
    }
