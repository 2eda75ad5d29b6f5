"""Rules about the vocabulary."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import get_args, get_type_hints

from ..model import Fix, HttpAnalogue, Registry
from ..model.behaviour import Event
from ..model.code import Basis, Sender, Status, Verdict
from ..model.library import Speaker
from ..model.protocol import Policy
from ..model.range import DerivedStatus
from ..model.service import Authority, Carried, Met, ServiceKind, ServiceSender
from ..shape import Problem
from .place import data_file
from .rule import rule


def _vocabulary() -> dict[str, set[str]]:
    return {
        "status": {*get_args(Status), *get_args(DerivedStatus)},
        "sender": {*get_args(Sender), *get_args(ServiceSender)},
        "verdict": {*get_args(Verdict)},
        "basis": {*get_args(Basis)},
        "http": {*get_args(get_type_hints(HttpAnalogue)["basis"])},
        "policy": {*get_args(Policy)},
        "authority": {*get_args(Authority)},
        "speaker": {*get_args(Speaker)},
        "event": {*get_args(Event)},
        "service-kind": {*get_args(ServiceKind)},
        "met": {*get_args(Met)},
        "carried": {*get_args(Carried)},
        "side": {field.name for field in dataclasses.fields(Fix)},
    }


VOCABULARY = _vocabulary()
"""The groups of tags, from the choices that the model's fields allow."""

OPEN_GROUPS = frozenset({"relatives"})
"""Groups whose tags the data itself names, so that a new one needs no change of the model."""


@rule
def tags_have_a_term(registry: Registry) -> Iterator[Problem]:
    """Pages explain every tag that the data can hold."""
    for group, tags in VOCABULARY.items():
        for tag in sorted(tags):
            if (group, tag) not in registry.term:
                yield data_file(registry, "terms.yml").problem(
                    f"{group}.{tag}", "is missing; write its label and explanation"
                )


@rule
def terms_explain_a_tag(registry: Registry) -> Iterator[Problem]:
    """A term that no field of the data can hold is never shown."""
    for term in registry.terms:
        if term.group in OPEN_GROUPS:
            continue
        if term.group not in VOCABULARY:
            yield term.origin.problem("", f"{term.group} is no group of tags; the groups are {', '.join(VOCABULARY)}")
        elif term.tag not in VOCABULARY[term.group]:
            choices = ", ".join(sorted(VOCABULARY[term.group]))
            yield term.origin.problem("", f"{term.tag} is no tag of {term.group}; the tags are {choices}")
