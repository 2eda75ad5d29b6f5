"""Rules about what can happen to a connection."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry
from ..model.pair import EVENTS, OF_PROXIES
from ..shape import Problem
from .place import data_file
from .rule import rule


@rule
def events_are_those_that_pairs_are_run_with(registry: Registry) -> Iterator[Problem]:
    """The ids are part of addresses, and the harness and the composing rule know exactly these."""
    known = [event.id for event in registry.events]
    for event in registry.events:
        if event.id not in EVENTS:
            yield event.origin.problem("", f"{event.id} is no event of model/pair.py; name one of {', '.join(EVENTS)}")
    for missing in [id for id in EVENTS if id not in known]:
        yield data_file(registry, "events.yml").problem("", f"{missing} is missing; say what happens then")


@rule
def events_of_proxies_need_a_proxy(registry: Registry) -> Iterator[Problem]:
    """What a proxy does by itself cannot happen without one."""
    for event in registry.events:
        if event.id in EVENTS and (event.id in OF_PROXIES) != (event.at == "proxy"):
            yield event.origin.problem(
                "at", f"is {event.at}, which {event.id} is not; write {'direct' if event.at == 'proxy' else 'proxy'}"
            )


@rule
def causes_of_events_exist(registry: Registry) -> Iterator[Problem]:
    """The page of an event leads to the cause it is on a code's page, and that cause back."""
    for event in registry.events:
        if event.cause and event.cause not in registry.causes:
            yield event.origin.problem("cause", f"{event.cause} is no cause in codes/; write one such as 1006#an-id")


@rule
def events_tell_some_side_what_to_do(registry: Registry) -> Iterator[Problem]:
    """A reader came to have it end."""
    for event in registry.events:
        if not event.fix.sides:
            yield event.origin.problem("fix", "is empty; say what the client, the server or the proxy can do")
