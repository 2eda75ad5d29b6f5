"""Rules about which numbers may have a file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..model.protocol import PRIVATE, REGISTRABLE, RFC_6455_CODES
from ..shape import Problem
from .place import data_file
from .rule import rule


@rule
def numbers_are_given_once(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 11.7: each code has one meaning."""
    seen: set[int] = set()
    for code in registry.codes:
        if code.code in seen:
            yield code.origin.problem("code", f"{code.code} has two entries; keep one")
        seen.add(code.code)


@rule
def no_code_lies_outside_the_registry(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 7.4.2 and 11.7: 0-999 are not used and the registry ends at 4999."""
    for code in registry.codes:
        if code.code not in REGISTRABLE:
            yield code.origin.problem(
                "code", f"{code.code} lies outside 1000-4999, where codes are registered; remove the file"
            )


@rule
def no_private_number_claims_to_be_registered(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.2: 4000-4999 cannot be registered."""
    for code in registry.codes:
        if code.code in PRIVATE:
            yield code.origin.problem("code", f"{code.code} is for private use; describe it in data/services/ instead")


@rule
def the_codes_of_rfc_6455_are_present(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1, defines 1000-1011 and 1015."""
    for number in sorted(RFC_6455_CODES - set(registry.code_by_number)):
        missing = data_file(registry, f"codes/{number}.yml")
        yield missing.problem("", f"is missing, but RFC 6455 defines {number}; restore the file")


@rule
def the_codes_of_the_iana_registry_are_present(registry: Registry) -> Iterator[Problem]:
    """IANA, WebSocket Close Code Number Registry: each assigned row has a file."""
    for number in sorted(set(registry.iana.names) - RFC_6455_CODES - set(registry.code_by_number)):
        missing = data_file(registry, f"codes/{number}.yml")
        yield missing.problem("", f"is missing, but IANA lists {number}; write the file")


@rule
def the_iana_table_divides_1000_to_4999(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 11.7: the registry takes 1000-4999; IANA's rows cover them in order, without gap or overlap."""
    expected = REGISTRABLE.first
    for i, row in enumerate(registry.iana.rows):
        if row.first != expected or row.last < row.first:
            yield registry.iana.origin.problem(str(i), f"the row begins at {row.first}; begin it at {expected}")
        expected = row.last + 1
    if expected != REGISTRABLE.last + 1:
        last = str(len(registry.iana.rows) - 1)
        yield registry.iana.origin.problem(last, f"the table ends at {expected - 1}; end it at {REGISTRABLE.last}")
