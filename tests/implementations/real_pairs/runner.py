"""Run cells, many at a time, each at least twice, and those that differ once more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import replace

from .cell import Cell, Outcome
from .ends import clients, servers
from .events import EVENTS, RECIPE, UNKEPT
from .pool import Pool
from .program import NotStarted, Program
from .run import NotRun, Run

BUSY = 6
"""How many runs start programs, connect or provoke at a time; the others wait to be told."""

AT_ONCE = 48
"""How many runs there are at a time."""

TRIES = 6
"""How often a run is tried that could not be brought to where it starts."""

PAUSE = 1.0
"""Seconds before it is tried again."""


class Runner:
    """Runs cells with shared and fresh programs."""

    def __init__(self, pool: Pool, at_once: int = AT_ONCE) -> None:
        self._pool = pool
        self._busy = asyncio.Semaphore(min(BUSY, at_once))
        self._at_once = asyncio.Semaphore(at_once)
        self._clients, self._servers = clients(), servers()

    async def outcomes(self, cells: Iterable[Cell], done: Callable[[Cell], None]) -> dict[Cell, list[Outcome] | str]:
        """The different outcomes of each cell, or why it could not be run; `done` is called after each."""
        found: dict[Cell, list[Outcome] | str] = {}

        async def one(cell: Cell) -> None:
            async with self._at_once:
                try:
                    found[cell] = await self._distinct(cell)
                except (NotRun, NotStarted, OSError) as error:  # one cell that fails costs no others
                    found[cell] = str(error)
            done(cell)

        cells = list(cells)
        await asyncio.gather(*map(one, cells))
        return {cell: found[cell] for cell in cells}

    async def _distinct(self, cell: Cell) -> list[Outcome]:
        seen = [await self._try(cell) for _ in range(EVENTS[cell.event].runs)]
        if len({outcome.told for outcome in seen}) > 1:
            seen.append(await self._try(cell))
        return distinct(seen)

    async def _try(self, cell: Cell) -> Outcome:
        for left in reversed(range(TRIES)):
            try:
                return await self.run(cell)
            except NotRun:
                if not left:
                    raise
                await asyncio.sleep(PAUSE)
        raise AssertionError

    async def run(self, cell: Cell) -> Outcome:
        """Run a cell once.  Raises `NotRun` or `NotStarted`."""
        async with AsyncExitStack() as stack:
            async with self._busy:
                run = Run(cell, await self._client(cell, stack), await self._server(cell, stack), stack)
                await EVENTS[cell.event].procedure(run)
            outcome = await run.observe()
            await run.end()
            return outcome

    async def _client(self, cell: Cell, stack: AsyncExitStack) -> Program:
        event = EVENTS[cell.event]
        command = self._clients[cell.client].command + (("--ping",) if event.pings == "client" else ())
        command += ("--no-page-cache",) if cell.setting == UNKEPT else ()
        if "client" in event.fresh:
            return await self._pool.fresh(command, stack)
        return await self._pool.shared(command)

    async def _server(self, cell: Cell, stack: AsyncExitStack) -> Program | None:
        if not cell.server:
            return None
        event, end = EVENTS[cell.event], self._servers[cell.server]
        command = end.command + (("--ping",) if event.pings == "server" else ())
        command += ("--recipe",) if cell.setting == RECIPE else ()
        if "server" in event.fresh or (cell.event == "handler-raises" and end.dies):
            return await self._pool.fresh(command, stack)
        return await self._pool.shared(command)


def distinct(outcomes: list[Outcome]) -> list[Outcome]:
    """One of each kind of outcome, the most frequent first; the order is the same for the same outcomes."""
    kinds: dict[tuple[object, ...], list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.told, []).append(outcome)
    return [_steadiest(kind) for kind in sorted(kinds.values(), key=lambda kind: (-len(kind), repr(kind[0].told)))]


def _steadiest(same: list[Outcome]) -> Outcome:
    """The outcome to keep of those that differ in texts and times at most: one of the texts, the shortest times."""
    kept = min(same, key=lambda outcome: repr((outcome.client.text, outcome.server.text)))
    client, server = (min(getattr(one, end).seconds for one in same) for end in ("client", "server"))
    return Outcome(replace(kept.client, seconds=client), replace(kept.server, seconds=server))
