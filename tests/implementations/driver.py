"""A driver program: start it, tell it what to do, hear what it saw, end it."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
START, END = 180.0, 5.0
"""How many seconds a driver may take to start, while the machine is busy, and to end with its input."""


class DriverFailed(Exception):
    """The driver did not start; the text says which command and what it wrote."""


class Driver:
    """One running driver; use as a context manager, which ends the process."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self._lines: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._answers: dict[str, dict[str, Any]] = {}
        self._ended = False
        self.port: int | None = None

    def __enter__(self) -> Driver:
        self._errors = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(
                self.command, cwd=HERE, text=True, errors="replace",
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            )  # fmt: skip
        except FileNotFoundError:
            raise DriverFailed(f"{self.command[0]} is not installed, and {' '.join(self.command)} needs it") from None
        threading.Thread(target=self._read, daemon=True).start()
        try:
            first = self._lines.get(timeout=START)
        except queue.Empty:
            first = None
        if first is None:
            self.__exit__()
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace")[-1000:]
            raise DriverFailed(f"{' '.join(self.command)} did not start in {HERE}: {said}")
        self.version: str = first["version"]
        self.using: list[str] = first["using"]
        self.port = first["port"]
        return self

    def __exit__(self, *exception: object) -> None:
        """End the process: a client driver ends with its input, a server is killed."""
        assert self.process.stdin
        try:
            self.process.stdin.close()
            if self.port is None:
                self.process.wait(END)
        except (OSError, subprocess.TimeoutExpired):
            pass
        self.process.kill()
        self.process.wait()

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                if line.startswith("{"):  # a library may print, too
                    self._lines.put({**json.loads(line), "at": time.monotonic()})
        self._lines.put(None)

    def tell(self, task: dict[str, Any]) -> None:
        """Give a client driver its next task."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()

    def answer(self, id: str, patience: float) -> dict[str, Any] | None:
        """What the driver reported for a task, `at` which time; None when it says nothing in time or ends."""
        deadline = time.monotonic() + patience
        while id not in self._answers:
            try:
                line = None if self._ended else self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return None
            if line is None:
                self._ended = True
                return None
            self._answers[line["id"]] = line
        return self._answers[id]

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        self.process.send_signal(number)
