"""Programs that many runs share, and fresh ones for runs that use them up."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

from .program import Program


class Pool:
    """Running programs by their command; use as an asynchronous context manager, which ends them all."""

    def __init__(self) -> None:
        self._shared: dict[tuple[str, ...], asyncio.Task[Program]] = {}
        self._versions: dict[tuple[str, ...], str] = {}

    async def __aenter__(self) -> Pool:
        return self

    async def __aexit__(self, *exception: object) -> None:
        for starting in self._shared.values():
            await _stop(starting)

    async def shared(self, command: tuple[str, ...]) -> Program:
        """A program that is started once, and again when it ended.  Raises `NotStarted`."""
        starting = self._shared.get(command)
        if starting is None or (starting.done() and (starting.exception() or starting.result().ended)):
            if starting is not None:
                await _stop(starting)
            starting = self._shared[command] = asyncio.create_task(Program(command).start())
        program = await asyncio.shield(starting)
        self._versions[command] = (
            f"{program.version} on {', '.join(program.using)}" if program.using else program.version
        )
        return program

    def version(self, command: tuple[str, ...]) -> str:
        """The version of what a shared program drives, with what that stands on."""
        return self._versions[command]

    async def fresh(self, command: tuple[str, ...], stack: AsyncExitStack) -> Program:
        """A program of its own, ended with the stack.  Raises `NotStarted`."""
        program = await Program(command).start()
        stack.push_async_callback(program.stop)
        return program


async def _stop(starting: asyncio.Task[Program]) -> None:
    try:
        program = await starting
    except Exception:
        return
    await program.stop()
