"""The clients and servers that are paired, and how each is started."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ..pair import node_program, python_program

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class End:
    """One implementation at one end.

    `pings`: it can send Pings by itself and give up on a peer that does not answer.  `limit`: it can limit
    the size of messages.  `handler`: a server's application is a function for each connection, which can
    return.  `statuses`: its API can answer a handshake with any HTTP status.  `dies`: an uncaught exception
    in the application ends the process.  `browser`: the connection belongs to a page.
    `threads`: the thread that reads is blocked, and others may close.
    """

    id: str
    command: tuple[str, ...]
    pings: bool = True
    limit: bool = True
    handler: bool = True
    statuses: bool = True
    dies: bool = False
    browser: bool = False
    threads: bool = False


def _python(name: str, *arguments: str) -> tuple[str, ...]:
    return (python_program(), "-m", f"real_pairs.drivers.{name}", *arguments)


def _node(name: str) -> tuple[str, ...]:
    return (node_program(), str(HERE / "drivers" / f"{name}.mjs"))


def clients() -> dict[str, End]:
    """The clients by id."""
    ends = (
        End("aiohttp", _python("aiohttp_client")),
        End(
            "chromium",
            (sys.executable, "-m", "real_pairs.drivers.chromium_client"),
            pings=False,
            limit=False,
            browser=True,
        ),
        End(
            "firefox",
            (sys.executable, "-m", "real_pairs.drivers.firefox_client"),
            pings=False,
            limit=False,
            browser=True,
        ),
        End("node-builtin", _node("node_client"), pings=False, limit=False),
        End("tornado", _python("tornado_client")),
        End("undici", _node("undici_client"), pings=False, limit=False),
        End("websocket-client", _python("websocket_client_client"), limit=False, threads=True),
        End("websockets-asyncio", _python("websockets_client")),
        End("ws", _node("ws_client"), pings=False),
    )
    return {end.id: end for end in ends}


def servers() -> dict[str, End]:
    """The servers by id."""
    ends = (
        End("aiohttp", _python("aiohttp_server")),
        End("channels", _python("daphne_server", "channels"), limit=False, handler=False, statuses=False),
        End("daphne", _python("daphne_server", "plain"), limit=False, statuses=False),
        End("hypercorn", _python("hypercorn_server"), pings=False),
        End("tornado", _python("tornado_server"), handler=False),
        End("uvicorn-websockets", _python("uvicorn_server", "websockets")),
        End("uvicorn-websockets-sansio", _python("uvicorn_server", "websockets-sansio")),
        End("uvicorn-wsproto", _python("uvicorn_server", "wsproto")),
        End("websocket", _node("websocket_server"), handler=False, dies=True),
        End("websockets-asyncio", _python("websockets_server")),
        End("ws", _node("ws_server"), pings=False, handler=False, dies=True),
    )
    return {end.id: end for end in ends}
