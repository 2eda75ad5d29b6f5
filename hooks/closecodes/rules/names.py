"""Rules about the names of codes and the words people look for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import CloseCode, CodeRange, Library, Registry, Service
from ..shape import Problem
from .rule import rule

LONGEST_NAME = 40
SHORTEST_IDENTIFIER = 4
MOST_OWNERS = 3
"""How many may share an identifier: a client, its server, and what is built on them."""


@rule
def names_are_those_of_the_iana_registry(registry: Registry) -> Iterator[Problem]:
    """IANA, WebSocket Close Code Number Registry: the Meaning, spelled as it stands there."""
    for code in registry.codes:
        wanted = registry.iana.names.get(code.code)
        if wanted is None:
            yield code.origin.problem(
                "code",
                f"IANA lists no {code.code}; remove the file, or bring data/iana/close-code-number.csv up to date",
            )
        elif code.name != wanted:
            yield code.origin.problem("name", f"{code.name!r} is not IANA's; write {wanted}")


@rule
def labels_stand_where_the_registry_has_a_sentence(registry: Registry) -> Iterator[Problem]:
    """IANA: a Meaning may be a sentence; pages need a short name for such a code, and for no other."""
    for code in registry.codes:
        if len(code.name) > LONGEST_NAME and code.label is None:
            yield code.origin.problem("label", "is missing for a name that is a sentence; write a short one")
        if len(code.name) <= LONGEST_NAME and code.label is not None:
            yield code.origin.problem("label", "hides the registered name; write it under aliases instead")


@rule
def aliases_are_given_once(registry: Registry) -> Iterator[Problem]:
    """An alias that repeats another, or the name itself, tells nobody anything."""
    for code in registry.codes:
        known = [code.name, *([code.label] if code.label else [])]
        for i in _repeated(known, [alias.name for alias in code.aliases]):
            yield code.origin.problem(
                f"aliases.{i}.name", f"{code.aliases[i].name!r} is already a name of {code.code}; remove it"
            )


@rule
def symptoms_lead_to_one_code(registry: Registry) -> Iterator[Problem]:
    """Who describes a symptom in our words gets one answer."""
    owners: dict[str, int] = {}
    for code in registry.codes:
        for i, symptom in enumerate(code.symptoms):
            owner = owners.setdefault(symptom.casefold(), code.code)
            if owner != code.code or symptom.casefold() in map(str.casefold, code.symptoms[:i]):
                yield code.origin.problem(
                    f"symptoms.{i}", f"{symptom!r} already leads to {owner}; remove it or tell them apart"
                )


@rule
def search_words_are_given_once(registry: Registry) -> Iterator[Problem]:
    """The lookup weighs each word once for each code and range."""
    things: tuple[CloseCode | CodeRange, ...] = (*registry.codes, *registry.ranges)
    for thing in things:
        for i in _repeated([], thing.search):
            yield thing.origin.problem(f"search.{i}", f"{thing.search[i]!r} stands twice; remove one")


@rule
def identifiers_tell_programs_apart(registry: Registry) -> Iterator[Problem]:
    """A name in a pasted log shows which program it is from only when it is long enough, and few have it."""
    things: tuple[Library | Service, ...] = (*registry.libraries, *registry.services)
    owners = Counter(name.casefold() for thing in things for name in {*thing.identifiers})
    for thing in things:
        for i, name in enumerate(thing.identifiers):
            if len(name) < SHORTEST_IDENTIFIER or not re.search("[A-Za-z]", name):  # the lookup finds it by its letters
                yield thing.origin.problem(
                    f"identifiers.{i}",
                    f"{name!r} tells too little; write {SHORTEST_IDENTIFIER} characters, with a letter from a to z",
                )
            if owners[name.casefold()] > MOST_OWNERS:
                yield thing.origin.problem(
                    f"identifiers.{i}",
                    f"{name!r} is that of {owners[name.casefold()]} entries; write one that few have",
                )
        names = thing.search_names if isinstance(thing, Library) else thing.aliases
        for i in _repeated([thing.id, thing.name, *names], thing.identifiers):
            yield thing.origin.problem(
                f"identifiers.{i}", f"{thing.identifiers[i]!r} is found already, as a name or twice; remove it"
            )


def _repeated(known: Iterable[str], words: Iterable[str]) -> Iterator[int]:
    """Places of the words that stood before, whatever their case."""
    seen = {word.casefold() for word in known}
    for i, word in enumerate(words):
        if word.casefold() in seen:
            yield i
        seen.add(word.casefold())
