"""The value of `stack.json`: what pages show of the reader's own client, proxy and server.

Only programs that `/both-ends/` lists are in it.  Texts are plain; nothing here is not on a library's page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .both_ends import PROXIES
from .model import Library, Registry
from .pages.libraries import names
from .text import plain

_TOLD = {1005: "no_code", 1006: "no_frame", 1015: "tls_failure"}
"""The codes that stand for an event, by where a library says what it reports then."""


def stack_table(registry: Registry) -> dict[str, Any]:
    """By library: its name, and by code its constant, what it reports, what it sends by itself and its log texts."""
    shown = {measurement.library for measurement in registry.measurements} | set(PROXIES)
    return {library.id: _digest(registry, library) for library in registry.libraries if library.id in shown}


def _digest(registry: Registry, library: Library) -> dict[str, Any]:
    timer = library.idle_timer
    told = {code: getattr(library.absent, key) for code, key in _TOLD.items()}
    return {
        "name": library.name,
        "constants": {str(code): name for code, name in names(registry, library).items() if name},
        "told": {str(code): plain(outcome.text) for code, outcome in told.items() if outcome},
        "sends": _by_code((e.code, plain(e.when)) for e in library.emits),
        "texts": _by_code((m.code, str(m.text)) for m in library.messages),
        "pings": library.pings and {
            "every": library.pings.every,
            "timeout": library.pings.timeout,
            "defaultOn": library.pings.default_on,
            "roles": list(library.pings.roles),
            "setting": library.pings.setting,
        },
        "idle": timer and {"after": timer.after, "setting": timer.setting},
    }  # fmt: skip


def _by_code(pairs: Iterable[tuple[int | None, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, text in pairs:
        if code is not None:
            found.setdefault(str(code), []).append(text)
    return found
