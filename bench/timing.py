"""Run commands and measure each: time, processor time, and the most memory it held."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds on the clock, seconds of processor, peak memory in bytes."""

    clock: float
    processor: float
    peak: int


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder.  Raises `RuntimeError` with its output when it fails."""
    with tempfile.TemporaryFile() as output:
        before = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)  # unlike RUSAGE_CHILDREN, this child's peak alone
        clock = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{output.read().decode(errors='replace')[-4000:]}")
    return Run(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def interleaved(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, list[Run]]:
    """Run all commands in turn, several times, so that a busy machine disturbs each alike."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command, folder))
    return runs


def median(runs: Sequence[Run], value: Callable[[Run], float]) -> float:
    """The median of one value over several runs."""
    return statistics.median(map(value, runs))


def median_ratio(ours: Sequence[Run], base: Sequence[Run]) -> float:
    """How much more processor time the one takes than the other: the median over the rounds."""
    return statistics.median(a.processor / b.processor for a, b in zip(ours, base, strict=True))


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of the values do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
