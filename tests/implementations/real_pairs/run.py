"""One run of one cell: start what has to be fresh, connect, let it happen, hear what both ends are told."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import quote

from implementations.proxy_programs import free_port

from . import proxies
from .cell import Cell, End, Outcome
from .ends import clients
from .program import Heard, Program
from .relay import Fault, Relay
from .texts import tidied

TOLD = 8.0
"""An end that has not been told after this many seconds counts as told nothing."""

OPENED = 60.0
"""How many seconds a connection may take to open; the machine is busy."""

SETTLED = 0.1
"""Seconds between the handshake and what happens, so that the two do not come in one piece."""

_numbers = itertools.count(1)


class NotRun(Exception):
    """The cell could not be brought to where it starts; the text says why."""


class Run:
    """One run: the connection and the programs at its ends."""

    def __init__(self, cell: Cell, client: Program, server: Program | None, stack: AsyncExitStack) -> None:
        self.cell, self.client, self.server = cell, client, server
        self.id = str(next(_numbers))
        self.proxy: proxies.Proxy | None = None
        self.relay: Relay | None = None
        self.upstream_down = False
        self._stack = stack
        self._start = 0.0

    async def open(self, do: str = "wait", *, fault: Fault | None = None, callback: bool = False, **task: Any) -> None:
        """Have the client connect, and wait until both ends are open; the server will `do` what the task says.

        `callback`: the client closes in a callback, if it has any.  Raises `NotRun` when the ends are not open in
        time.
        """
        await self.connect(do, fault=fault, callback=callback, **task)
        both = [program for program in (self.client, self.server) if program]
        for program in both:
            if not await self._is_open(program):
                raise NotRun(f"{self.cell}: not open, but {[heard.report for heard in program.heard[self.id]]}")
        await asyncio.sleep(SETTLED)
        self.begin()

    async def _is_open(self, program: Program) -> bool:
        def events() -> list[str]:
            return [heard.report["event"] for heard in program.heard[self.id] if heard.report["event"] != "tab"]

        await program.wait(lambda: bool(events()) or program.ended, OPENED)
        return "open" in events()

    async def connect(
        self, do: str = "wait", *, fault: Fault | None = None, tls: bool = False, callback: bool = False, **task: Any
    ) -> None:
        """Have the client connect, and go on; what follows is what is observed."""
        port = self.server.port if self.server else free_port()
        if self.cell.proxy:
            upstream = free_port() if self.upstream_down else port
            idle = proxies.SHORT if self.cell.event == "proxy-idle" else proxies.IDLE
            self.proxy = await proxies.start(self.cell.proxy, upstream, idle)
            self._stack.push_async_callback(self.proxy.stop)
            port = self.proxy.port
        if fault:
            self.relay = Relay(port, fault)
            port = await self.relay.start()
            self._stack.push_async_callback(self.relay.stop)
        told = quote(json.dumps({"id": self.id, "do": do, **task}))
        url = f"{'wss' if tls else 'ws'}://127.0.0.1:{port}/?task={told}"
        if clients()[self.cell.client].browser:
            await self.command("tab", page="shared" if self.cell.event in SHARED else "own")
            await self.client.wait(lambda: bool(self.client.heard[self.id]) or self.client.ended, OPENED)
        self.begin()
        await self.command("open", url=url, **({"in": "callback"} if callback else {}))

    async def command(self, do: str, **more: Any) -> None:
        """Tell the client to do something with the connection."""
        await self.client.tell(id=self.id, do=do, **more)

    def begin(self, later: float = 0.0) -> None:
        """The time counts from now, or from some seconds later."""
        self._start = time.monotonic() + later

    def has_heard(self, event: str) -> bool:
        """Whether the server reported an event."""
        return self.server is not None and any(one.report["event"] == event for one in self.server.heard[self.id])

    def _ends(self) -> list[tuple[str, Program]]:
        return [("client", self.client)] + ([("server", self.server)] if self.server else [])

    async def observe(self) -> Outcome:
        """What both ends are told within `TOLD` seconds.  Raises `NotRun` when a driver says that it is broken."""
        outcome = Outcome()
        await asyncio.gather(*(self._observe(name, program, outcome) for name, program in self._ends()))
        return outcome

    async def _observe(self, name: str, program: Program, outcome: Outcome) -> None:
        def heard() -> list[Heard]:
            return program.heard[self.id]

        def over() -> bool:
            return any(one.report["event"] == "told" for one in heard()) or program.ended

        left = self._start + TOLD - time.monotonic()
        await program.wait(over, max(0.0, left))
        setattr(outcome, name, _end(heard(), self._start))

    async def end(self) -> None:
        """Let a client that outlives the run forget the connection."""
        if not self.client.ended:
            await self.command("end")


SHARED = {
    "client-closes", "server-closes", "handler-raises", "handler-returns", "too-big-to-server", "bad-utf8-to-server",
    "bad-utf8-to-client", "no-pong-from-client", "server-stopped", "server-killed", "proxy-idle", "proxy-stopped",
    "proxy-reloaded", "upstream-killed",
}  # fmt: skip
"""The events for which a browser may use one page for many connections."""


def _end(heard: list[Heard], start: float) -> End:
    end = End()
    errors: list[str] = []
    for one in heard:
        report = one.report
        if report["event"] == "broken":
            raise NotRun(report["text"])
        if report["event"] == "refused":
            end.refused, end.code, end.seconds = tidied(report["text"]), "error", one.time - start
        if report["event"] == "error":
            errors.append(report["text"])
            end.code, end.seconds = "error", one.time - start
        if report["event"] == "told":
            _told(end, report)
            errors += [report["text"]] if "text" in report else []
            end.seconds = one.time - start
    end.text = tidied(" ".join(errors)) or None
    return end


def _told(end: End, report: dict[str, Any]) -> None:
    if "error" in report:
        end.code = "error"
    else:
        code = report.get("code")
        end.code = "none" if code is None else code
    end.reason, end.clean = tidied(report.get("reason") or "") or None, report.get("clean")
