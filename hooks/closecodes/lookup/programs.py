"""The programs that were run at both ends, by the names that people type for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..both_ends import PROXIES
from ..composition import End
from ..model import Registry

_COMMON = {
    "browser", "client", "server", "asgi", "go", "websocket", "websockets", "net", "web", "http",
    "boost", "channels", "flask", "java", "ruby", "simple", "trio", "ws",
}  # fmt: skip
"""Names of some program that say too little in a sentence."""


def entry(registry: Registry) -> dict[str, dict[str, str]]:
    """`clients`, `servers` and `proxies`: a name in lower case → the program's id on `/both-ends/`.

    Of several with a name, such as three ways to run uvicorn, the first that was run in pairs.
    """
    paired = {run.client for run in registry.pairs} | {cell.server for run in registry.pairs for cell in run.cells}
    named = {f"{role}s": _named(registry, role, paired) for role in ("client", "server")}
    return {**named, "proxies": _proxies(registry)}


def _proxies(registry: Registry) -> dict[str, str]:
    ids = {library.id: library for library in registry.libraries if library.id in PROXIES}
    names = {name.lower(): id for id, library in ids.items() for name in (id, id.split("-")[0], library.name)}
    return dict(sorted(names.items(), key=lambda item: (-len(item[0]), item)))


def _named(registry: Registry, role: str, paired: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    ends = [End(measurement) for measurement in registry.measurements if measurement.role == role]
    for end in sorted(ends, key=lambda end: (end.id not in paired, end.id)):
        for name in _names(registry, end) if end.id in paired else (end.id.split("-")[0],):
            if len(name) > 1 and name not in _COMMON:
                found.setdefault(name, end.id)
    return _needed(dict(sorted(found.items(), key=lambda item: (-len(item[0]), item))))


def _needed(names: dict[str, str]) -> dict[str, str]:
    """Without names in which a shorter one says the same: `google chrome` beside `chrome`.  The longest come first."""
    kept = dict(names)
    for name, id in names.items():
        others = (other for other in kept if len(other) < len(name) and _stands_in(other, name))
        if kept.get(next(others, "")) == id:
            del kept[name]
    return kept


def _stands_in(name: str, text: str) -> bool:
    """Whether the name stands there by itself, as the lookup looks for it."""
    at = text.find(name)
    while at >= 0 and (_is_joined(text[:at][-1:], "") or _is_joined(text[at + len(name) :][:1], ":")):
        at = text.find(name, at + 1)
    return at >= 0


def _is_joined(sign: str, also: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign in f"_-{also}")


def _names(registry: Registry, end: End) -> Iterator[str]:
    library = next((one for one in registry.libraries if one.id == end.measurement.library), None)
    long = [end.id, *([library.name, *library.search_names] if library else [])]
    short = [end.id.split("-")[0], *(re.split(r"[ ,(]", library.name)[:1] if library else [])]
    yield from dict.fromkeys(name.lower() for name in [*long, *short])
