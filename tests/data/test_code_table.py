"""The table for the scripts says of every number what the registry says."""

from __future__ import annotations

import json

from closecodes.code_table import code_table
from closecodes.model import Registry


def test_the_table_decides_for_every_number_as_the_registry_does(registry: Registry) -> None:
    table = json.loads(json.dumps(code_table(registry)))
    status = {number: status for number, _, status in table["codes"]}
    ranges = [(range(first, last + 1), sendable) for first, last, _, sendable in table["ranges"]]
    for number in range(65536):
        (sendable,) = [sendable for numbers, sendable in ranges if number in numbers]
        told = status[number] == "registered" if number in status else sendable
        assert told == registry.may_be_sent(number), number


def test_the_table_has_the_names_and_policies_that_pages_show(registry: Registry) -> None:
    table = code_table(registry)
    assert [(number, name) for number, name, _ in table["codes"]] == [
        (code.code, code.title) for code in registry.codes
    ]
    assert [policy for _, _, policy, _ in table["ranges"]] == [kind.policy for kind in registry.ranges]
