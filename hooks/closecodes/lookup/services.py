"""Services and their numbers as the lookup index holds them."""

from __future__ import annotations

from typing import Any

from ..model import Registry, Service
from ..text import plain


def verdicts(registry: Registry) -> dict[str, str]:
    """How to say a reconnect verdict in a list of results, by its tag."""
    return {t.tag: f"reconnect: {t.label[0].lower()}{t.label[1:]}" for t in registry.terms if t.group == "verdict"}


def entry(service: Service) -> dict[str, Any]:
    """A service with what each of its numbers and bands means there."""
    return {
        "i": service.id,
        "t": service.name,
        "a": list(service.aliases),
        "c": [[c.code, plain(c.name or ""), plain(c.meaning), c.reconnect] for c in service.codes],
        "b": [[b.span.first, b.span.last, plain(b.name), b.reconnect] for b in service.bands],
    }
