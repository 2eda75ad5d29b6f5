"""A WebSocket server on loopback that misbehaves on request; the path says how."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

BLANK_PAGE = b"<!doctype html><html lang=en><title>peer</title>"


async def answer(websocket: ServerConnection) -> None:
    """Serve one connection.

    `/echo` repeats messages; `/close/4401` closes with that code; `/once/4401` waits for a message first;
    `/drop` cuts TCP without a Close frame; `/silent` reads and says nothing; `/token` wants "good" first.
    """
    assert websocket.request is not None
    action, _, argument = websocket.request.path.strip("/").partition("/")
    if action == "drop":
        websocket.transport.abort()
    elif action == "close":
        await websocket.close(int(argument), "why")
    elif action == "once":
        await websocket.recv()
        await websocket.close(int(argument), "why")
    elif action == "token":
        await check_token(websocket)
    elif action == "silent":
        async for _message in websocket:
            pass
    else:
        async for message in websocket:
            await websocket.send(message)


async def check_token(websocket: ServerConnection) -> None:
    """Close with 4401 unless the first message is the good token, then say so and stay open."""
    if await websocket.recv() != "good":
        await websocket.close(4401, "token expired")
        return
    await websocket.send("welcome")
    await websocket.wait_closed()


def before_the_101(connection: ServerConnection, request: Request) -> Response | None:
    """Refuse `/refuse/403` with that status, and give browsers a page to run scripts in."""
    action, _, argument = request.path.strip("/").partition("/")
    if action == "refuse":
        return connection.respond(int(argument), "refused\n")
    if "Upgrade" not in request.headers:
        return Response(200, "OK", Headers({"Content-Type": "text/html"}), BLANK_PAGE)
    return None


@contextmanager
def running_peer() -> Iterator[str]:
    """Run the peer in a thread; gives its address, such as ws://127.0.0.1:40123."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def start() -> tuple[Server, int]:
        server = await serve(answer, "127.0.0.1", 0, process_request=before_the_101)
        return server, int(next(iter(server.sockets)).getsockname()[1])

    server, port = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield f"ws://127.0.0.1:{port}"
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(server.wait_closed(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
