"""Measurements as pictures and counts."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Measurement, Observation, Registry
from ..model.case import TESTED
from .matrices import Cell, State, shown_numbers


@dataclass(frozen=True)
class MeasuredRow:
    """One measured pair of implementation and role: what it sent when asked, and handed over when received."""

    measurement: Measurement
    send: tuple[Cell, ...]
    receive: tuple[Cell, ...]


@dataclass(frozen=True)
class Counts:
    """Of the measured pairs: how many sent a code when asked to, and how many handed it over as it came."""

    sent: int
    asked: int
    told: int
    received: int


def measured_numbers(registry: Registry) -> tuple[int, ...]:
    """The numbers of the libraries' picture that were tested."""
    return tuple(number for number in shown_numbers(registry) if number in TESTED)


def measured_rows(registry: Registry) -> list[MeasuredRow]:
    """The picture's rows, in the order of the names."""
    rows = sorted(registry.measurements, key=lambda m: (m.name.lower(), m.role))
    return [MeasuredRow(m, _cells(registry, m, "send"), _cells(registry, m, "receive")) for m in rows]


def counts(registry: Registry, number: int) -> Counts | None:
    """What was measured for one code; None when it was not tested."""
    if number not in TESTED or not registry.measurements:
        return None
    send = [_passes(m, "send", number) for m in registry.measurements]
    receive = [_passes(m, "receive", number) for m in registry.measurements]
    return Counts(
        send.count(True), len(send) - send.count(None), receive.count(True), len(receive) - receive.count(None)
    )


def _cells(registry: Registry, measurement: Measurement, part: str) -> tuple[Cell, ...]:
    return tuple(Cell(n, _state(registry, n, _passes(measurement, part, n))) for n in measured_numbers(registry))


def _state(registry: Registry, number: int, passes: bool | None) -> State:
    if passes is None:
        return "unknown"
    return ("yes" if registry.may_be_sent(number) else "odd") if passes else "no"


def _passes(measurement: Measurement, part: str, number: int) -> bool | None:
    row = measurement.find(part, number)  # type: ignore[arg-type]
    if row is None:
        return None
    return _sent(row, number) if part == "send" else _told(row, number)


def _sent(row: Observation, number: int) -> bool:
    return row.wire is not None and row.wire.code(number) == number


def _told(row: Observation, number: int) -> bool | None:
    return None if row.app is None else row.app.code(number) == number
