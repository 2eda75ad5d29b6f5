"""Services that do not exist, with as many private numbers as a benchmark wants."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from closecodes.load import read_registry
from closecodes.model import Registry, ServiceCode

_CODES_EACH = 10
_HEAD = {
    "kind": "service",
    "met": "rarely",
    "homepage": "https://example.org/",
    "source": {
        "url": "https://example.org/",
        "authority": "official-docs",
        "page": "made up for a benchmark",
        "date": "2026-01-01",
        "dated": "read",
    },
}


def add_services(data: Path, numbers: int) -> None:
    """Write services until `data/` has so many private numbers; their texts are as long as the real ones."""
    registry = read_registry(data)
    missing = itertools.islice(_free(registry), max(0, numbers - len(registry.private_numbers)))
    texts = itertools.cycle([row for service in registry.services for row in service.codes])
    rows = [_row(registry, number, next(texts)) for number in missing]
    for place in range(0, len(rows), _CODES_EACH):
        name = f"made-up-{place // _CODES_EACH:04}"
        entry = {"name": f"Made up {place // _CODES_EACH}", **_HEAD}
        text = json.dumps({**entry, "codes": rows[place : place + _CODES_EACH]}, ensure_ascii=False, indent=1)
        (data / "services" / f"{name}.yml").write_text(_undated(text), encoding="utf-8")


def _free(registry: Registry) -> Iterator[int]:
    taken = {*registry.code_by_number, *registry.uses_by_number}
    numbers = itertools.chain(range(4000, 5000), range(3000, 4000), range(5000, 65536))
    return (number for number in numbers if number not in taken)


def _row(registry: Registry, number: int, like: ServiceCode) -> dict[str, Any]:
    return {
        "code": number,
        "name": f"Case {number}",
        "meaning": like.meaning,
        "reconnect": like.reconnect,
        "basis": "inferred",
        **({"sender": "server"} if registry.may_be_sent(number) else {"sender": "local", "carried": "local"}),
    }


def _undated(text: str) -> str:
    """JSON is YAML, but for dates: in quotes they are texts."""
    return text.replace('"2026-01-01"', "2026-01-01")
