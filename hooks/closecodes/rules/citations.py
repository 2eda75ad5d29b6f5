"""Rules about sources: every claim has one, and every source is used."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Change, Citation, CloseCode, CodeRange, ConnectionEvent, Registry
from ..model.protocol import BY_SPECIFICATION, FIRST_COME, RFC_6455_CODES
from ..shape import Problem
from .rule import rule


@rule
def cited_references_exist(registry: Registry) -> Iterator[Problem]:
    """A reader can follow each citation."""
    for thing, key, citation in citations(registry):
        if citation.reference not in registry.reference:
            yield thing.origin.problem(
                key, f"{citation.reference} is not in data/references.yml; add it there or cite another"
            )


@rule
def references_are_cited(registry: Registry) -> Iterator[Problem]:
    """The list of references holds what the data rests on and nothing else."""
    used = {citation.reference for _, _, citation in citations(registry)}
    for reference in registry.references:
        if reference.id not in used:
            yield reference.origin.problem("", f"{reference.id} is cited nowhere; cite it or remove it")


@rule
def cited_libraries_and_services_have_a_file(registry: Registry) -> Iterator[Problem]:
    """`library ws` leads to our page about ws, `libraries` to the comparison.  Not asked while the folder is empty."""
    known = {
        "library": {library.id for library in registry.libraries},
        "service": {service.id for service in registry.services},
    }
    for thing, key, citation in citations(registry):
        ids = known.get(citation.reference)
        folder = {"library": "libraries", "service": "services"}.get(citation.reference)
        if ids and not citation.section:
            told = f"{citation.reference} names no file of data/{folder}/; write one, or {folder} for all of them"
            yield thing.origin.problem(key, told)
        elif ids and citation.section not in ids:
            yield thing.origin.problem(
                key, f"data/{folder}/{citation.section}.yml does not exist; cite a file that does"
            )


@rule
def claims_have_a_source(registry: Registry) -> Iterator[Problem]:
    """Nothing is said on our own authority; only causes may go without, as advice from experience."""
    things: tuple[CloseCode | CodeRange, ...] = (*registry.codes, *registry.ranges)
    for thing in things:
        for key, cite in thing.claims:
            if not cite and not key.startswith("causes."):
                yield thing.origin.problem(key, "is empty; cite what the statement rests on, such as rfc6455 7.4.1")


@rule
def rfcs_are_cited_with_a_section(registry: Registry) -> Iterator[Problem]:
    """An RFC is too long to be a source as a whole."""
    for thing, key, citation in citations(registry):
        if citation.reference.startswith("rfc") and not citation.section:
            yield thing.origin.problem(key, f"{citation.reference} has no section; write one, such as rfc6455 7.4.1")


@rule
def codes_below_3000_are_defined_by_an_rfc_or_iana(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 11.7: 1000-2999 need a specification or the expert's approval."""
    for code in registry.codes:
        if code.code in BY_SPECIFICATION and not any(c.startswith("rfc") or c == "iana" for c in _definers(code)):
            yield code.origin.problem("defined_by", f"names neither an RFC nor IANA for {code.code}; cite one of them")


@rule
def codes_from_3000_are_defined_by_iana(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.2: 3000-3999 are registered directly with IANA."""
    for code in registry.codes:
        if code.code in FIRST_COME and "iana" not in _definers(code):
            yield code.origin.problem("defined_by", f"does not name IANA, which registered {code.code}; cite iana")


@rule
def rfc_6455_is_credited_with_its_own_codes_only(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: it defines 1000-1011 and 1015; 1012-1014 came by IANA alone."""
    for code in registry.codes:
        credited, own = "rfc6455" in _definers(code), code.code in RFC_6455_CODES
        if credited and not own:
            yield code.origin.problem("defined_by", f"credits RFC 6455 with {code.code}; cite iana instead")
        if own and not credited:
            yield code.origin.problem(
                "defined_by", f"does not name RFC 6455, which defines {code.code}; cite rfc6455 7.4.1"
            )


@rule
def http_statuses_are_registered_where_iana_names_them(registry: Registry) -> Iterator[Problem]:
    """IANA: the Meaning of a code may name an HTTP status, as in "502 HTTP Status Code"."""
    for code in registry.codes:
        meaning = registry.iana.names.get(code.code, "")
        if code.http and code.http.basis == "registered" and f"{code.http.status} HTTP" not in meaning:
            yield code.origin.problem(
                "http.basis",
                f"is registered, but IANA's Meaning names no HTTP {code.http.status}; write documented or folk",
            )


def citations(registry: Registry) -> Iterator[tuple[CloseCode | CodeRange | Change | ConnectionEvent, str, Citation]]:
    """Every citation of the data with its place."""
    things: tuple[CloseCode | CodeRange | Change | ConnectionEvent, ...]
    things = (*registry.codes, *registry.ranges, *registry.changes, *registry.events)
    for thing in things:
        for key, cite in thing.claims:
            for i, citation in enumerate(cite):
                yield thing, f"{key}.{i}", citation


def _definers(code: CloseCode) -> set[str]:
    return {citation.reference for citation in code.defined_by}
