"""Rules about which numbers may have a file."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from .facts import EVERY_NUMBER, PRIVATE, REGISTERED_NAMES, REGISTRABLE, RFC_6455_CODES
from .fault import Fault
from .place import data_file


def numbers_fit_in_two_bytes(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 5.5.1: a code is a two-byte unsigned integer, 0 to 65535."""
    for code in registry.codes:
        if code.code not in EVERY_NUMBER:
            yield Fault(code, "code", f"{code.code} does not fit in two bytes; write a number from 1000 to 3999")


def numbers_are_given_once(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 11.7: each code has one meaning."""
    seen: set[int] = set()
    for code in registry.codes:
        if code.code in seen:
            yield Fault(code, "code", f"{code.code} has two entries; keep one")
        seen.add(code.code)


def no_code_lies_outside_the_registry(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, sections 7.4.2 and 11.7: 0-999 are not used and the registry ends at 4999."""
    for code in registry.codes:
        if code.code in EVERY_NUMBER and code.code not in REGISTRABLE:
            yield Fault(
                code, "code", f"{code.code} lies outside 1000-4999, where codes are registered; remove the file"
            )


def no_private_number_claims_to_be_registered(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.2: 4000-4999 cannot be registered."""
    for code in registry.codes:
        if code.code in PRIVATE:
            yield Fault(code, "code", f"{code.code} is for private use; describe it in data/services/ instead")


def the_codes_of_rfc_6455_are_present(registry: Registry) -> Iterator[Fault]:
    """RFC 6455, section 7.4.1, defines 1000-1011 and 1015."""
    for number in sorted(RFC_6455_CODES - set(registry.code_by_number)):
        missing = data_file(registry, f"codes/{number}.yml")
        yield Fault(missing, "", f"is missing, but RFC 6455 defines {number}; restore the file")


def the_codes_of_the_iana_registry_are_present(registry: Registry) -> Iterator[Fault]:
    """IANA, WebSocket Close Code Number Registry: each assigned row has a file."""
    for number in sorted(set(REGISTERED_NAMES) - RFC_6455_CODES - set(registry.code_by_number)):
        missing = data_file(registry, f"codes/{number}.yml")
        yield Fault(missing, "", f"is missing, but IANA lists {number}; write the file")
