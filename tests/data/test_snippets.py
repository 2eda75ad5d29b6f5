"""Every snippet on the pages of codes, run as a reader would run it, sends what the page says."""

from __future__ import annotations

import asyncio
import json
import subprocess
import textwrap
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import async_playwright
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from closecodes.model import CloseCode, Registry, Snippet
from support.get_browser import ARGUMENTS, installed
from support.own_loop import in_own_loop

NODE = Path(__file__).parents[1] / "node"


def cases(registry: Registry, name: str) -> list[tuple[Snippet, CloseCode]]:
    """A library's snippet with each code whose page shows it."""
    snippet = next(snippet for snippet in registry.snippets if snippet.id == name)
    return [(snippet, code) for code in registry.codes if code.sending.reason and snippet.can_send(code.code)]


def texts(registry: Registry, name: str) -> list[str]:
    """What readers copy, in the order of the codes."""
    return [snippet.filled(code.code, code.sending.reason or "") for snippet, code in cases(registry, name)]


def expected(registry: Registry, name: str) -> list[tuple[int, str]]:
    """The code and reason that each of them has to send."""
    return [(code.code, code.sending.reason or "") for _, code in cases(registry, name)]


def as_function(text: str, parameter: str) -> Any:
    """A Python snippet as the coroutine function that a reader would write around it."""
    space: dict[str, Any] = {}
    exec(f"async def snippet({parameter}):\n{textwrap.indent(text, '    ')}", space)
    return space["snippet"]


async def closes(port: int, count: int) -> list[tuple[int, str]]:
    """What a client is told by a server that runs one snippet per path."""
    seen = []
    for place in range(count):
        async with connect(f"ws://127.0.0.1:{port}/{place}", open_timeout=20) as client:
            with pytest.raises(ConnectionClosed) as closed:
                await asyncio.wait_for(client.recv(), 20)
            assert closed.value.rcvd, "no Close frame came"
            seen.append((closed.value.rcvd.code, closed.value.rcvd.reason))
    return seen


def test_every_snippet_is_tested_here(registry: Registry) -> None:
    assert {snippet.id for snippet in registry.snippets} == {"browser", "ws", "websockets", "aiohttp"}
    assert all(cases(registry, snippet.id) for snippet in registry.snippets)


def test_websockets_sends_what_its_snippets_say(registry: Registry) -> None:
    functions = [as_function(text, "websocket") for text in texts(registry, "websockets")]

    async def handler(websocket: ServerConnection) -> None:
        assert websocket.request
        await functions[int(websocket.request.path[1:])](websocket)

    async def run() -> list[tuple[int, str]]:
        async with serve(handler, "127.0.0.1", 0) as server:
            return await closes(server.sockets[0].getsockname()[1], len(functions))

    assert in_own_loop(run()) == expected(registry, "websockets")


@asynccontextmanager
async def aiohttp_server(functions: list[Any]) -> AsyncIterator[int]:
    """The port of an aiohttp server that runs one snippet per path."""

    async def handler(request: web.Request) -> web.WebSocketResponse:
        ws = web.WebSocketResponse()
        await ws.prepare(request)
        await functions[int(request.path[1:])](ws)
        return ws

    application = web.Application()
    application.router.add_get("/{place}", handler)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield runner.addresses[0][1]
    await runner.cleanup()


def test_aiohttp_sends_what_its_snippets_say(registry: Registry) -> None:
    functions = [as_function(text, "ws") for text in texts(registry, "aiohttp")]

    async def run() -> list[tuple[int, str]]:
        async with aiohttp_server(functions) as port:
            return await closes(port, len(functions))

    assert in_own_loop(run()) == expected(registry, "aiohttp")


@contextmanager
def ws_server(snippets: list[str]) -> Iterator[int]:
    """The port of a Node server that runs one snippet per path."""
    with subprocess.Popen(
        ["node", "close_with.mjs"], cwd=NODE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdin and node.stdout
        node.stdin.write(json.dumps(snippets))
        node.stdin.close()
        try:
            yield int(node.stdout.readline())
        finally:
            node.terminate()


def test_ws_sends_what_its_snippets_say(registry: Registry) -> None:
    snippets = texts(registry, "ws")
    with ws_server(snippets) as port:
        assert in_own_loop(closes(port, len(snippets))) == expected(registry, "ws")


@pytest.mark.browser
def test_a_browser_sends_what_its_snippets_say(registry: Registry) -> None:
    seen: list[tuple[int, str]] = []

    async def handler(websocket: ServerConnection) -> None:
        await websocket.wait_closed()
        frame = websocket.protocol.close_rcvd
        seen.append((frame.code, frame.reason) if frame else (1006, ""))

    script = """([address, text]) => new Promise((done) => {
        const socket = new WebSocket(address);
        socket.onopen = () => eval(text);
        socket.onclose = () => done();
    })"""

    async def run() -> None:
        async with serve(handler, "127.0.0.1", 0) as server, async_playwright() as playwright:
            address = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
            browser = await playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
            page = await browser.new_page()
            for text in texts(registry, "browser"):
                await page.evaluate(script, [address, text])
            await browser.close()

    in_own_loop(run())
    assert seen == expected(registry, "browser")
