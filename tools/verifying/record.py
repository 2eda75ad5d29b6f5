"""`data/verified.yml`: what was found when somebody last looked.  Only `make verify UPDATE=1` writes it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import yaml

from closecodes.model import Registry, Verified, things_of
from closecodes.model.scalars import Name, Verbatim
from closecodes.shape import Origin

from .checks import KINDS, Result

NAME = "verified.yml"
_HEAD = "# yaml-language-server: $schema=../schemas/verified.schema.json\n"


class _Plain(yaml.SafeDumper):
    """Writes a value out each time it occurs; the data may hold no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def entry(result: Result, day: datetime.date) -> Verified:
    """What to remember of a result."""
    return Verified(
        kind=result.kind,
        id=result.id,
        day=day,
        read=tuple(map(Name, result.files.versions)),
        found=tuple(map(Verbatim, result.found)),
        origin=Origin(Path("data") / NAME),
    )


def unseen(result: Result, before: Verified | None) -> list[str]:
    """What was found before and was not looked for now, since not every source opened in the version that was read."""
    if before is None or not result.files.partial:
        return []
    seen = set(result.found)
    absent = {label for things in result.things.values() for label in things if label not in seen}
    return [label for label in before.found if label in absent]


def known(registry: Registry) -> dict[tuple[str, str], set[str]]:
    """The labels of all that can be looked for, by kind and id."""
    labels = {("libraries", library.id): {t.label for t in things_of(library)} for library in registry.libraries}
    for service in registry.services:
        things = {f"code {row.code}" for row in service.codes}
        things |= {f"name {row.code} {row.name!r}" for row in service.codes if row.name}
        things |= {f"reason {row.code} {row.reason!r}" for row in service.codes if row.reason}
        labels["services", service.id] = things
    return labels


def in_step(registry: Registry, entries: Iterable[Verified]) -> list[Verified]:
    """The entries without what is no longer in the data."""
    labels = known(registry)
    return [
        Verified(
            kind=old.kind,
            id=old.id,
            day=old.day,
            read=old.read,
            found=tuple(label for label in old.found if label in labels[old.kind, old.id]),
            origin=old.origin,
        )
        for old in entries
        if (old.kind, old.id) in labels
    ]


def text(entries: Iterable[Verified]) -> str:
    """The file."""
    content: dict[str, dict[str, object]] = {kind: {} for kind in KINDS}
    for one in sorted(entries, key=lambda one: (one.kind, one.id)):
        content[one.kind][one.id] = {
            "day": one.day,
            "read": list(map(str, one.read)),
            "found": list(map(str, one.found)),
        }
    held = {kind: members for kind, members in content.items() if members}
    return _HEAD + yaml.dump(held, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100_000)
