import asyncio
import logging

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

logging.getLogger("websockets").setLevel(logging.CRITICAL)  # the exception below is meant


async def code_after(message: str | bytes) -> int:
    async with serve(handler, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as client:
            await client.send(message)
            try:
                await client.recv()
                return 0
            except ConnectionClosed as closed:
                return closed.rcvd.code


assert asyncio.run(code_after('{"number": 4}')) == 0
assert asyncio.run(code_after(b'{"number": 4}')) == 1003
assert asyncio.run(code_after("{")) == 4400
assert asyncio.run(code_after("{}")) == 4400
assert asyncio.run(code_after("[]")) == 4400
assert asyncio.run(code_after('{"number": 0}')) == 1011
