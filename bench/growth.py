"""What the first answer of the lookup needs when there are ten times as many services, and how fast it is."""

from __future__ import annotations

import dataclasses
import gzip
import json
import statistics
from collections.abc import Iterator

from closecodes import lookup, scripts
from closecodes.guides import read_guides
from closecodes.load import load
from closecodes.model import Registry, Service
from closecodes.model.scalars import Name
from lookup.asking import HERE as QUERIES
from lookup.asking import ask, read_expectations

from . import ROOT
from .report import Detail, Figure, Part, kib

TIMES = (1, 3, 10)


def measure() -> Part:
    """Sizes and times at one, three and ten times today's services; those that are made up are met rarely."""
    registry = load(ROOT / "data")
    script = _packed(scripts.join(ROOT / "docs" / "scripts" / scripts.ENTRIES["lookup"]))
    queries = [expected.query for expected in read_expectations(QUERIES / "queries.yml")]
    rows = [_row(grown(registry, times), script, queries) for times in TIMES]
    head = ("services", "rows", "script and index", "parts that follow", "first answer p95", "with all parts p95")
    together, p95 = ", ".join(row[2] for row in rows), ", ".join(row[4] for row in rows)
    return Part(
        [
            Figure("Script and index for the first answer, gzip: 1, 3 and 10 times the services", together, "≤ 72 KiB"),
            Figure("The first answer in node, p95, at those sizes", p95, "≤ 16 ms"),
        ],
        [Detail("Growth of the lookup", head, rows)],
    )


def grown(registry: Registry, times: int) -> Registry:
    """The registry with copies of its services under other names, so that there are so many times as many."""
    return dataclasses.replace(registry, services=(*registry.services, *_copies(registry.services, times)))


def _copies(services: tuple[Service, ...], times: int) -> Iterator[Service]:
    for copy in range(1, times):
        for place, service in enumerate(services):
            word = f"zz{place:x}q{copy:x}"  # a name of its own, like that of a product
            names = tuple(Name(f"{word} {alias.split()[-1]}") for alias in service.aliases)
            name = Name(f"{word} {service.name.split()[-1]}")
            yield dataclasses.replace(service, id=word, name=name, aliases=names, met="rarely")


def _row(registry: Registry, script: int, queries: list[str]) -> tuple[str, ...]:
    index, parts = lookup.build(registry, read_guides(ROOT / "docs")), lookup.parts(registry)
    first, whole = ask(index, queries), ask({**index, "parts": parts}, queries)
    return (
        str(len(registry.services)),
        str(sum(len(service.codes) for service in registry.services)),
        kib(script + _packed(_json(index))),
        kib(sum(_packed(_json(part)) for part in parts.values())),
        _p95(first["took"]),
        _p95(whole["again"]),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def _p95(took: list[float]) -> str:
    return f"{statistics.quantiles(took, n=20)[-1]:.1f} ms"
