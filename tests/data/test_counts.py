"""One way of counting: proxies are left out, and what is not established counts on neither side."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from closecodes import counts
from closecodes.model import Library, Receiving, Registry, SendRule, Span
from closecodes.pages.charts import collisions
from support.data_folder import DataFolder


@pytest.fixture
def ant(data: DataFolder) -> tuple[Registry, Library]:
    registry = data.read()
    return registry, registry.libraries[0]


def named(registry: Registry, *libraries: Library) -> Registry:
    return dataclasses.replace(registry, libraries=libraries)


def like(library: Library, id: str, **changes: Any) -> Library:
    return dataclasses.replace(library, id=id, **changes)


def test_each_library_counts_once_or_not_at_all(ant: tuple[Registry, Library]) -> None:
    registry, library = ant
    some, none = SendRule(allowed=(Span(1000, 1003),)), SendRule(allowed=())
    does = like(library, "does", sends=some)
    does_not = like(library, "does-not", sends=none)
    unknown = like(library, "unknown", sends=SendRule())
    proxy = like(library, "proxy", sends=some, roles=("proxy",))
    both = like(library, "both", sends=some, roles=("proxy", "server"))
    count = counts.sending(named(registry, does, does_not, unknown, proxy, both), 1001)
    assert ([x.id for x in count.yes], [x.id for x in count.no]) == (["does", "both"], ["does-not"])
    assert count.established == 3
    assert [x.id for x in count.smaller] == ["does-not"]


def test_what_is_refused_is_counted_by_what_is_received(ant: tuple[Registry, Library]) -> None:
    registry, library = ant
    refuses = like(library, "refuses", receives=Receiving(refused=(Span(1012, 1014),)))
    takes = like(library, "takes", receives=Receiving(refused=()))
    count = counts.refusing(named(registry, refuses, takes), 1012)
    assert ([x.id for x in count.yes], [x.id for x in count.no]) == (["refuses"], ["takes"])
    assert [x.id for x in count.smaller] == ["refuses"], "with as many on both sides, those that do it are named"


def test_real_counts_agree_with_each_other(registry: Registry) -> None:
    everybody = len(counts.application_libraries(registry))
    assert everybody < len(registry.libraries), "there are proxies"
    for number in (1000, 1006, 1014, 4000):
        for count in (counts.sending(registry, number), counts.refusing(registry, number)):
            assert 0 < count.established <= everybody
            assert {x.id for x in count.yes}.isdisjoint(x.id for x in count.no)


def test_a_service_with_two_meanings_of_a_number_is_one_user_of_it(registry: Registry) -> None:
    told = {row.number: row.services for row in collisions(registry, most=len(registry.private_numbers))}
    users = {n: {service.id for service, _ in registry.uses_by_number[n]} for n in told}
    assert any(len(registry.uses_by_number[n]) > len(users[n]) for n in told), "no number has two meanings anywhere"
    assert told == {number: len(ids) for number, ids in users.items()}
