import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


async def main() -> None:
    async with serve(handler, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as client:
            await client.send("go")
            try:
                await client.recv()
                raise AssertionError("the connection should be gone")
            except ConnectionClosed as closed:
                assert closed.rcvd is None
        assert client.close_code == 1006


asyncio.run(main())
