"""Granian, embedded, with an ASGI application."""

from __future__ import annotations

import asyncio
import signal

from granian.server.embed import Server

from . import task as tasks
from .asgi import application


async def run() -> None:
    """Serve until told to stop."""
    sock = tasks.listener()
    port = sock.getsockname()[1]
    sock.close()  # Granian opens its own
    server = Server(application, address="127.0.0.1", port=port, interface="asginl", websockets=True, log_enabled=False)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    loop.call_later(0.5, lambda: tasks.ready("granian", port=port))
    await server.serve()


asyncio.run(run())
