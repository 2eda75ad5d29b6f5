"""Figures, and how they are printed: one table of promises, and the details behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_START, _END = "<!-- bench:start -->", "<!-- bench:end -->"


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, the result, and what was promised (empty: nothing)."""

    what: str
    measured: str
    promised: str = ""


@dataclass(frozen=True)
class Detail:
    """A further table, printed below and kept out of the README."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    note: str = ""


@dataclass(frozen=True)
class Part:
    """What one part of the benchmark found."""

    figures: Sequence[Figure]
    details: Sequence[Detail] = ()


def summary(parts: Iterable[Part]) -> str:
    """The table of all figures."""
    rows = [(f.what, f.measured, f.promised) for part in parts for f in part.figures]
    return table(("What", "Measured", "Promised"), rows)


def detailed(parts: Iterable[Part]) -> str:
    """The further tables, each under its title."""
    details = [detail for part in parts for detail in part.details]
    return "\n\n".join("\n\n".join(filter(None, (f"### {d.title}", d.note, table(d.head, d.rows)))) for d in details)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, its columns aligned for people who read it as text."""
    cells = [list(head), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(map(str.ljust, row, widths))} |" for row in cells)


def keep(text: str, readme: Path) -> bool:
    """Write the text between the README's markers; False when there is no such place."""
    if not readme.exists():
        return False
    before, start, rest = readme.read_text(encoding="utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    if not (start and end):
        return False
    readme.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")
    return True


def kib(size: float) -> str:
    """A size in KiB."""
    return f"{size / 1024:.1f} KiB"


def percent(part: int, whole: int) -> str:
    """A share in percent."""
    return f"{100 * part / whole:.1f} %"
