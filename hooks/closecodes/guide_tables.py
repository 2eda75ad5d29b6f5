"""Tables of guides that are made from the registry: a row of the guide's Markdown names them, and theirs come instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from . import defaults
from .defaults import Row
from .model import Measurement, Registry
from .text import markdown
from .unanswered import seconds_after, unanswered

Rows = Callable[[Registry], Iterator[str]]


def with_tables(markdown: str, registry: Registry) -> str:
    """A hand-written page with its tables filled."""
    for marker, rows in _TABLES.items():
        if marker in markdown:
            markdown = markdown.replace(marker, "\n".join(rows(registry)))
    return markdown


def _platform_timers(registry: Registry) -> Iterator[str]:
    for row in defaults.platform_timers(registry):
        text = row.default.text
        yield _timer(row, f". {markdown(text, '../{}.md'.format)}" if text else "")


def _library_timers(registry: Registry) -> Iterator[str]:
    yield from map(_timer, defaults.library_timers(registry))


def _timer(row: Row, text: str = "") -> str:
    counted = defaults.counts(row.default)
    if row.default.limits == "life":
        counted = f"**{counted}**"
    helped = defaults.pings_help(row.default)
    return _line(defaults.value(row.default), _link(row), counted + text, helped, _setting(row))


def _sizes(registry: Registry) -> Iterator[str]:
    for row in defaults.size_limits(registry):
        counted = "frame" if row.default.limits == "frame" else "message"
        told = ", ".join(f"[{code}](../{code}.md)" for code in defaults.too_big(row.library)) or "not established"
        yield _line(_link(row), _setting(row), f"{defaults.value(row.default)} a {counted}", told)


def _unanswered(registry: Registry) -> Iterator[str]:
    for found in unanswered(registry):
        told = f"[{found.told}](../{found.told}.md)" if found.told in (1005, 1006) else str(found.told)
        told_after = _after(found.told_after, f"not within {found.waited} s")
        yield _line(
            told_after, told, _after(found.ended_after, f"not within {found.waited} s"), _who(found.measurements)
        )


def _after(seconds: int | None, never: str) -> str:
    return never if seconds is None else seconds_after(seconds)


def _who(measurements: Sequence[Measurement]) -> str:
    """The implementations by name; the role where only one of the two is among them."""
    roles: dict[tuple[str, str | None], list[str]] = {}
    for measurement in measurements:
        roles.setdefault((measurement.name, measurement.library), []).append(measurement.role)
    return ", ".join(
        (f"[{name}](../libraries/{library}.md#measured)" if library else name) + (f" {of[0]}" if len(of) == 1 else "")
        for (name, library), of in roles.items()
    )


def _link(row: Row) -> str:
    roles = f" ({', '.join(row.default.roles)})" if row.default.roles else ""
    return f"[{row.library.name}](../libraries/{row.library.id}.md){roles}"


def _setting(row: Row) -> str:
    if row.default.setting is None:
        return "no setting"
    most = f", {defaults.highest(row.default)} at most" if row.default.highest is not None else ""
    return f"`{row.default.setting}`{most}"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


_TABLES: dict[str, Rows] = {
    "| every timer of a platform, from the registry | | | | |": _platform_timers,
    "| every timer of a library, from the registry | | | | |": _library_timers,
    "| every size limit, from the registry | | | |": _sizes,
    "| every unanswered Close, from the registry | | | |": _unanswered,
}
"""What a guide writes in place of the rows."""
