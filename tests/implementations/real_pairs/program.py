"""A driver program while it runs: commands in, reports out, signals to it and to the processes it started."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
START = 180.0
"""How many seconds a driver may take to start; the machine is busy."""

Report = dict[str, Any]


class NotStarted(Exception):
    """A program did not start; the text says which and what it wrote."""


@dataclass(frozen=True)
class Heard:
    """A report and when it came, in seconds of the monotonic clock."""

    report: Report
    time: float


class Program:
    """One running driver, from `start` to `stop`."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = list(command)
        self.heard: dict[str, list[Heard]] = defaultdict(list)
        self.ended = False
        self.version, self.using = "", list[str]()
        self.port = 0
        self._changed = asyncio.Condition()
        self._frozen: list[int] = []

    async def start(self) -> Program:
        """Start, and wait until it says that it is up.  Raises `NotStarted`.

        It gets a session of its own: Linux wakes a stopped process when others of its orphaned group end.
        """
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        self._folder = tempfile.TemporaryDirectory(prefix="pair-", ignore_cleanup_errors=True)
        try:
            self.process = await asyncio.create_subprocess_exec(
                *self.command, cwd=HERE, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                stderr=self._errors, limit=1 << 20, start_new_session=True,
                env={**os.environ, "TMPDIR": self._folder.name},
            )  # fmt: skip
        except FileNotFoundError:
            raise NotStarted(f"{self.command[0]} is not installed, and {' '.join(self.command)} needs it") from None
        self._reading = asyncio.create_task(self._read())
        if not await self.wait(lambda: bool(self.version) or self.ended, START) or not self.version:
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace")[-2000:]
            await self.stop()
            raise NotStarted(f"{' '.join(self.command)} did not start: {said}")
        return self

    async def _read(self) -> None:
        assert self.process.stdout
        try:
            async for line in self.process.stdout:
                if line.startswith(b"{"):  # a library may print, too
                    await self._hear(json.loads(line))
        except ValueError as error:
            print(f"{' '.join(self.command)}: {error}", file=sys.stderr)
        finally:
            self.ended = True
            async with self._changed:
                self._changed.notify_all()

    async def _hear(self, report: Report) -> None:
        async with self._changed:
            if "version" in report:
                self.version, self.using, self.port = report["version"], report["using"], report["port"] or 0
            else:
                self.heard[report.pop("id")].append(Heard(report, time.monotonic()))
            self._changed.notify_all()

    async def wait(self, met: Callable[[], bool], patience: float) -> bool:
        """Wait until something holds that reports can change; says whether it does."""
        try:
            async with asyncio.timeout(patience), self._changed:
                await self._changed.wait_for(met)
        except TimeoutError:
            pass
        return met()

    async def tell(self, **command: Any) -> None:
        """Give a client a command.  A client that is gone does not hear it."""
        assert self.process.stdin
        try:
            self.process.stdin.write(json.dumps(command).encode() + b"\n")
            await self.process.stdin.drain()
        except ConnectionError:
            pass

    def terminate(self) -> None:
        """Ask the process to end: SIGTERM."""
        self.process.send_signal(signal.SIGTERM)

    def kill(self, everything: bool = True) -> None:
        """SIGKILL to all its processes at once; or only to the one that people see, a browser's main one."""
        family = family_of(self.process.pid)
        if everything:
            self.freeze()  # so that none can react to the end of another
        browser = [pid for pid in family if _is_browser(pid)]
        for pid in family if everything or not browser else browser:
            send_signal(pid, signal.SIGKILL)

    def freeze(self) -> None:
        """SIGSTOP to all its processes."""
        self._frozen = family_of(self.process.pid)
        for pid in self._frozen:
            send_signal(pid, signal.SIGSTOP)

    async def stop(self) -> None:
        """End it with all it started."""
        family = [*family_of(self.process.pid), *self._frozen]
        for pid in family:
            send_signal(pid, signal.SIGKILL)
        await self.process.wait()
        await asyncio.gather(self._reading, return_exceptions=True)
        self._errors.close()
        self._folder.cleanup()  # a browser that is killed leaves its profile there


def family_of(pid: int) -> list[int]:
    """A process and those below it, children after their parents."""
    children: dict[int, list[int]] = defaultdict(list)
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children[parent].append(int(path.parent.name))
    family = [pid]
    for member in family:
        family += children[member]
    return family


def _is_browser(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    if b"firefox" in words[0]:
        return b"--profile" in words and b"-contentproc" not in words
    return b"chrom" in words[0] and not any(word.startswith(b"--type=") for word in words)


def send_signal(pid: int, number: int) -> None:
    """Signal a process, unless it has ended by itself meanwhile."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
