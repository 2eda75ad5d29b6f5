"""JSON Schemas for the files of `data/`, so that editors complete keys and point at mistakes.

The model is the source: what these schemas say about shape is what `load` checks.  They do not know the
rules, which look at the registry as a whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from closecodes.exports.json_schema import Schema, Style
from closecodes.model import (
    Change,
    Citation,
    CloseCode,
    CodeRange,
    ConnectionEvent,
    Library,
    Measurement,
    PairRun,
    Reference,
    Service,
    Snippet,
    Span,
    Term,
    Verified,
)
from closecodes.model.case import CASES, Case
from closecodes.model.measured import Seen, Wire
from closecodes.model.pair import Given, Told
from closecodes.model.scalars import CloseCodeNumber
from closecodes.model.span import TestedSpan

_CODE = CloseCodeNumber.SCHEMA
_STYLE = Style(
    leaves={
        str: {"type": "string", "pattern": r"\S"},
        datetime.date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "A day, as 2026-11-20."},
        Citation: {
            "type": "string",
            "pattern": r"^\S+( \S+)*$",
            "description": "An id of data/references.yml and, after a space, the section, such as rfc6455 7.4.1.",
        },
        Span: {
            "anyOf": [_CODE, {"type": "string", "pattern": r"^(0|[1-9]\d{0,4})-(0|[1-9]\d{0,4})$"}],
            "description": "A number, or a run of numbers such as 4000-4099.",
        },
        TestedSpan: {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": TestedSpan.LIMIT},
                {"type": "string", "pattern": r"^(0|[1-9]\d*)-(0|[1-9]\d*)$"},
            ],
        },
        Case: {"enum": sorted(case for cases in CASES.values() for case in cases)},
        Wire: {
            "anyOf": [
                _CODE,
                {"enum": ["same", "empty", "fin", "reset", "open"]},
                {"type": "string", "pattern": r"^http [1-5]\d\d$"},
            ]
        },
        Given: {"anyOf": [_CODE, {"const": "none"}]},
        Told: {"anyOf": [_CODE, {"enum": ["none", "error", "nothing", "same"]}]},
        Seen: {"anyOf": [{"type": "integer"}, {"enum": ["same", "none"]}]},
    },
    complete=False,
)

Root = Callable[[Schema], dict[str, Any]]


def _file(cls: type) -> Root:
    """One entry for each file; the file's name is its id."""
    return lambda schema: schema.object(cls, without=("id",))


def _listed(cls: type) -> Root:
    return lambda schema: {"type": "array", "items": schema.object(cls)}


def _keyed(cls: type, *without: str, depth: int = 1) -> Root:
    """Entries below their id, or below a group and a tag."""

    def root(schema: Schema) -> dict[str, Any]:
        node = schema.object(cls, without=without)
        for _ in range(depth):
            node = {"type": "object", "additionalProperties": node}
        return node

    return root


ROOTS: dict[str, Root] = {
    "code": lambda schema: schema.object(CloseCode),
    "library": _file(Library),
    "service": _file(Service),
    "measured": _file(Measurement),
    "pairs": _file(PairRun),
    "ranges": _listed(CodeRange),
    "snippets": _listed(Snippet),
    "changes": _listed(Change),
    "references": _keyed(Reference, "id"),
    "events": _keyed(ConnectionEvent, "id"),
    "terms": _keyed(Term, "group", "tag", depth=2),
    "verified": _keyed(Verified, "kind", "id", depth=2),
}
"""The kinds of files, each with what makes its schema."""

KINDS = {"codes": "code", "libraries": "library", "services": "service", "measured": "measured", "pairs": "pairs"}
"""The kind of the files in each folder of `data/`; a file beside the folders is of the kind it is named after."""


def yaml_schema(kind: str) -> dict[str, Any]:
    """The schema for one kind of file."""
    schema = Schema(_STYLE)
    return schema.document(ROOTS[kind](schema), title=f"data: {kind}")
