"""Firefox, driven over WebDriver BiDi, which it speaks by itself: Debian has no geckodriver.

`python tests/support/firefox.py` installs Debian's Firefox where it can be had and prints its path; exit status 1
and a sentence say what could not be had.
"""

from __future__ import annotations

import asyncio
import ctypes
import itertools
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from support import debian

START = 150.0
"""How many seconds Firefox may take to start; the machine is busy."""

PREFERENCES: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "browser.newtab.preload": False,
    "browser.startup.page": 0,
    "dom.ipc.processPrelaunch.enabled": False,  # no processes for pages to come
    "network.websocket.delay-failed-reconnects": False,  # else later measurements wait for the failures of earlier ones
    "toolkit.telemetry.enabled": False,
}
"""Beside those that Firefox sets by itself for WebDriver, which keep it from asking the network for anything."""

_ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

Heard = Callable[[str, dict[str, Any]], None]
"""What is called with the name and the values of each event."""


class Failed(Exception):
    """Firefox is not installed, did not start, or refused a command."""


def installed() -> str | None:
    """The path of Firefox on this machine: FIREFOX, else the one on the path."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


class Firefox:
    """One running Firefox with a new profile, from `start` to `stop`."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.version = ""

    async def start(
        self, preferences: dict[str, bool | int | str] | None = None, *arguments: str, any_certificate: bool = False
    ) -> None:
        """Start it with more preferences and arguments, and open a session.  Raises `Failed`.

        `any_certificate`: TLS certificates that nobody vouches for are accepted.
        """
        self._capabilities = {"alwaysMatch": {"acceptInsecureCerts": True}} if any_certificate else {}
        path = installed()
        if not path:
            raise Failed("no Firefox: install firefox-esr, or set FIREFOX to the path of one")
        self._folder = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        set_ = {**PREFERENCES, **(preferences or {})}
        self.version = await _version(path, self._folder.name)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in set_.items()]
        Path(self._folder.name, "user.js").write_text("".join(lines), encoding="utf-8")
        self._process = await asyncio.create_subprocess_exec(
            path, "--headless", "--remote-debugging-port=0", "--no-remote", "--profile", self._folder.name, *arguments,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "HOME": self._folder.name, "MOZ_CRASHREPORTER_DISABLE": "1"},
            preexec_fn=_end_with_parent,
        )  # fmt: skip
        try:
            async with asyncio.timeout(START):
                await self._open(await self._address())
        except BaseException:
            await self.stop()
            raise

    async def _address(self) -> str:
        assert self._process.stderr
        said = b""
        async for line in self._process.stderr:
            said += line
            if found := _ADDRESS.search(line.decode(errors="replace")):
                self._draining = asyncio.create_task(self._drain())
                return found[1]
        raise Failed(f"Firefox did not start: {said.decode(errors='replace')[-1000:]}")

    async def _drain(self) -> None:
        assert self._process.stderr
        while await self._process.stderr.read(1 << 16):
            pass

    async def _open(self, address: str) -> None:
        self._connection = await connect(f"{address}/session", max_size=None, ping_interval=None, proxy=None)
        self._reading = asyncio.create_task(self._read(self._connection))
        await self.send("session.new", capabilities=self._capabilities)

    async def _read(self, connection: ClientConnection) -> None:
        try:
            async for line in connection:
                message = json.loads(line)
                if message["type"] == "event":
                    self._heard(message["method"], message["params"])
                elif answer := self._answers.pop(message.get("id"), None):
                    if message["type"] == "success":
                        answer.set_result(message["result"])
                    else:
                        answer.set_exception(Failed(f"{message['error']}: {message['message']}"))
        except ConnectionClosed:
            pass
        finally:
            for answer in self._answers.values():
                answer.set_exception(Failed("Firefox is gone"))
            self._answers.clear()

    async def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of WebDriver BiDi and wait for its result.  Raises `Failed`."""
        if self._reading.done():
            raise Failed("Firefox is gone")
        number = next(self._numbers)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        await self._connection.send(json.dumps({"id": number, "method": method, "params": params}))
        return await answer

    async def evaluate(self, context: str, expression: str) -> Any:
        """The value of a script's expression in a page, as it comes through JSON.  Raises `Failed`."""
        result = await self.send(
            "script.evaluate", expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": context}, awaitPromise=True,
        )  # fmt: skip
        if "exceptionDetails" in result:
            raise Failed(result["exceptionDetails"]["text"])
        return json.loads(result["result"].get("value", "null"))

    async def stop(self) -> None:
        """End it, and remove its profile."""
        if self._process.returncode is None:
            self._process.kill()  # its other processes end with the main one
        await self._process.wait()
        self._folder.cleanup()


_PR_SET_PDEATHSIG = 1  # prctl(2)


def _end_with_parent() -> None:
    """Have the kernel end Firefox when the program that started it is killed: nobody else would."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


async def _version(path: str, home: str) -> str:
    """The version as Firefox prints it: WebDriver's has no `esr`."""
    asked = await asyncio.create_subprocess_exec(
        path, "--version", stdout=asyncio.subprocess.PIPE, env={**os.environ, "HOME": home}
    )
    said, _ = await asked.communicate()
    return said.decode().strip().rpartition(" ")[2]


def main() -> int:
    """Find or install Firefox; gives the exit status."""
    if not installed():
        debian.install(["firefox-esr"])
    path = installed()
    if not path:
        print("no Firefox: install firefox-esr, or set FIREFOX to the path of one", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
