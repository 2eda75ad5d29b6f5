"""What happens in each event, as a procedure, and where it does not apply.

Every procedure ends when it has happened; `Run.observe` then hears what both ends are told.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from .cell import Cell, Code
from .ends import End, clients
from .run import NotRun, Run

CODES: tuple[Code, ...] = ("none", 1000, 1001, 1008, 1011, 1012, 4001)
"""The codes that are tried in a close call; `none` is a call without a code."""

STATUSES = (200, 404, 502)
"""The HTTP statuses with which a server answers the handshake."""

DUE, SAFE = 2.0, 0.5
"""After how many seconds a server closes that is to close later, and how many of them must be left."""

CALLED_BACK = 0.5
"""Seconds for a message to come back and its callback to be called."""

ALL = "every process of the browser is killed"
BACK = "and the reader comes back a second later"
THREAD = "close() is called in another thread than the one that reads"
UNKEPT = "the back/forward cache is switched off"
RECIPE = "the program calls server.close() on SIGTERM, as the documentation shows"

Procedure = Callable[[Run], Awaitable[None]]
Role = Literal["client", "server"]


@dataclass(frozen=True)
class Event:
    """One kind of event: what happens, which programs it uses up, which end sends Pings, and how often it is run."""

    procedure: Procedure
    fresh: tuple[Role, ...] = ()
    pings: Role | None = None
    runs: int = 2


def _arguments(cell: Cell) -> dict[str, Code]:
    return {} if cell.code in (None, "none") else {"code": cell.code}


async def _open_to_close(run: Run) -> None:
    """Open; a client that closes in a callback is sent a message first, so that it is called back."""
    if not clients()[run.cell.client].threads or run.cell.setting == THREAD:
        await run.open()
        return
    await run.open("send", callback=True)
    await run.command("send")
    await asyncio.sleep(CALLED_BACK)
    run.begin()


async def client_closes(run: Run) -> None:
    """The client calls its close function; where the reading thread is blocked, in a callback, or from another thread."""
    await _open_to_close(run)
    await run.command("close", arguments=_arguments(run.cell))


async def server_closes(run: Run) -> None:
    """The server calls its close function when a message comes."""
    await run.open("close", arguments=_arguments(run.cell))
    await run.command("send")


async def handler_raises(run: Run) -> None:
    """The server's application raises an exception that nobody catches when a message comes."""
    await run.open("raise")
    await run.command("send")


async def handler_returns(run: Run) -> None:
    """The server's function for the connection returns when a message comes, without closing."""
    await run.open("return")
    await run.command("send")


async def server_refuses(run: Run) -> None:
    """The server refuses before the connection is open: HTTP 403."""
    await run.connect("refuse")


async def http_status(run: Run) -> None:
    """The server answers the handshake with an HTTP status of its application's choice."""
    await run.connect("status", status=run.cell.status)


async def server_stopped(run: Run) -> None:
    """SIGTERM to the server."""
    await run.open()
    assert run.server
    run.server.terminate()


async def server_killed(run: Run) -> None:
    """SIGKILL to the server."""
    await run.open()
    assert run.server
    run.server.kill()


async def client_killed(run: Run) -> None:
    """SIGKILL to the client; to a browser's main process, or in a variant to all."""
    await run.open()
    run.client.kill(everything=run.cell.setting == ALL)


async def page_left(run: Run) -> None:
    """The page goes to another address and into the back/forward cache; variants come back, or have no such cache."""
    await run.open()
    await run.command("leave")
    if run.cell.setting == BACK:
        await asyncio.sleep(1)
        await run.command("back")


async def page_closed(run: Run) -> None:
    """The tab is closed."""
    await run.open()
    await run.command("shut")


async def too_big_to_server(run: Run) -> None:
    """The client sends 2,000 bytes of text; the server takes 1,024."""
    await run.open()
    await run.command("send", size=2000)


async def too_big_to_client(run: Run) -> None:
    """The server sends 2,000 bytes of text; the client takes 1,024."""
    await run.open("send")
    await run.command("send")


async def bad_utf8_to_server(run: Run) -> None:
    """A relay inserts a text frame that is no UTF-8, as if from the client."""
    await run.open(fault="bad-utf8-to-server")
    assert run.relay
    run.relay.fail()


async def bad_utf8_to_client(run: Run) -> None:
    """A relay inserts a text frame that is no UTF-8, as if from the server."""
    await run.open(fault="bad-utf8-to-client")
    assert run.relay
    run.relay.fail()


async def no_pong_from_client(run: Run) -> None:
    """A relay drops the client's Pongs; the server sends a Ping each half second."""
    await run.open(fault="no-pong-from-client")


async def no_pong_from_server(run: Run) -> None:
    """A relay drops the server's Pongs; the client sends a Ping each half second."""
    await run.open(fault="no-pong-from-server")


async def client_frozen(run: Run) -> None:
    """SIGSTOP to the client; then the server closes with 1000."""
    await run.open("close-later", arguments={"code": 1000})
    started = time.monotonic()
    await run.command("send")
    assert run.server
    await run.server.wait(lambda: run.has_heard("asked"), DUE)
    run.client.freeze()
    left = started + DUE - time.monotonic()  # the server closes no sooner than that
    if left < SAFE or not run.has_heard("asked"):
        raise NotRun(f"{run.cell}: the client was not frozen in time")
    run.begin(later=left)


async def server_frozen(run: Run) -> None:
    """SIGSTOP to the server; then the client closes with 1000."""
    await _open_to_close(run)
    assert run.server
    run.server.freeze()
    run.begin()
    await run.command("close", arguments={"code": 1000})


async def network_gone(run: Run) -> None:
    """A relay forwards nothing any more and closes nothing; both ends wait."""
    await run.open(fault="silence")
    assert run.relay
    run.relay.fail()


async def nothing_listens(run: Run) -> None:
    """The client connects to a port on which nothing listens."""
    await run.connect()


async def tls_to_plain(run: Run) -> None:
    """The client connects to the server's port with wss, and the server speaks no TLS."""
    await run.connect(tls=True)


async def proxy_idle(run: Run) -> None:
    """Nothing is sent until the proxy's timer fires, which is set to 3 s."""
    await run.open()


async def proxy_stopped(run: Run) -> None:
    """SIGTERM to the proxy's main process."""
    await run.open()
    assert run.proxy
    run.proxy.terminate()


async def proxy_reloaded(run: Run) -> None:
    """The proxy is told to read its configuration again, as its service manager does."""
    await run.open()
    assert run.proxy
    await run.proxy.reload()


async def upstream_down(run: Run) -> None:
    """The client connects to the proxy, behind which nothing listens."""
    run.upstream_down = True
    await run.connect()


EVENTS: dict[str, Event] = {
    "client-closes": Event(client_closes),
    "server-closes": Event(server_closes),
    "handler-raises": Event(handler_raises),
    "handler-returns": Event(handler_returns),
    "server-refuses": Event(server_refuses),
    "server-stopped": Event(server_stopped, fresh=("server",)),
    "server-killed": Event(server_killed, fresh=("server",)),
    "client-killed": Event(client_killed, fresh=("client",), runs=4),
    "page-left": Event(page_left),
    "page-closed": Event(page_closed),
    "too-big-to-server": Event(too_big_to_server),
    "too-big-to-client": Event(too_big_to_client),
    "bad-utf8-to-server": Event(bad_utf8_to_server),
    "bad-utf8-to-client": Event(bad_utf8_to_client),
    "no-pong-from-client": Event(no_pong_from_client, pings="server"),
    "no-pong-from-server": Event(no_pong_from_server, pings="client"),
    "client-frozen": Event(client_frozen, fresh=("client",)),
    "server-frozen": Event(server_frozen, fresh=("server",)),
    "network-gone": Event(network_gone),
    "nothing-listens": Event(nothing_listens),
    "tls-to-plain": Event(tls_to_plain),
    "http-status": Event(http_status),
    "proxy-idle": Event(proxy_idle),
    "proxy-stopped": Event(proxy_stopped),
    "proxy-reloaded": Event(proxy_reloaded),
    "upstream-killed": Event(server_killed, fresh=("server",)),
    "upstream-down": Event(upstream_down),
}

OF_PROXIES = ("proxy-idle", "proxy-stopped", "proxy-reloaded", "upstream-killed", "upstream-down")
_WITHOUT_SERVER = ("nothing-listens", "upstream-down")
_NOT_PROXIED = ("nothing-listens", "tls-to-plain", "server-killed")
"""Not asked through a proxy: they are about the first port; `server-killed` is `upstream-killed` there."""


def unfit(event: str, client: End, server: End, proxy: str) -> str | None:
    """Why an event does not apply to a pair, or None when it does."""
    if (event in OF_PROXIES and not proxy) or (proxy and event in _NOT_PROXIED):
        return "it is about the port that the client connects to"
    reasons = {
        "handler-returns": None if server.handler else f"{server.id} has callbacks, no function that could return",
        "page-left": None if client.browser else f"{client.id} is no browser",
        "page-closed": None if client.browser else f"{client.id} is no browser",
        "too-big-to-server": None if server.limit else f"{server.id} has no limit to set",
        "too-big-to-client": None if client.limit else f"{client.id} has no limit to set",
        "no-pong-from-client": None if server.pings else f"{server.id} does not give up on a peer without Pongs",
        "no-pong-from-server": None if client.pings else f"{client.id} does not give up on a peer without Pongs",
        "http-status": None if server.statuses else f"{server.id} refuses with 403 only",
        "proxy-idle": "caddy has no timer for idle connections" if proxy == "caddy" else None,
    }
    return reasons.get(event)


def cells(client: End, server: End, proxy: str = "") -> Iterator[Cell]:
    """The cells that apply to a pair, in the order of `EVENTS`."""
    for event in EVENTS:
        if unfit(event, client, server, proxy):
            continue
        one = Cell(client=client.id, server="" if event in _WITHOUT_SERVER else server.id, event=event, proxy=proxy)
        yield from _variants(one, client)


def _variants(one: Cell, client: End) -> Iterator[Cell]:
    if one.event in ("client-closes", "server-closes"):
        yield from (replace(one, code=code) for code in CODES)
        if one.event == "client-closes" and client.threads:
            yield from (replace(one, code=code, setting=THREAD) for code in CODES)
    elif one.event == "http-status":
        yield from (replace(one, status=status) for status in STATUSES)
    else:
        yield one
    if one.event == "page-left":
        yield replace(one, setting=BACK)
        yield replace(one, setting=UNKEPT)
    if one.event == "client-killed" and client.browser:
        yield replace(one, setting=ALL)
    if one.event == "server-frozen" and client.threads:
        yield replace(one, setting=THREAD)
    if one.event == "server-stopped" and one.server == "websockets-asyncio":
        yield replace(one, setting=RECIPE)
