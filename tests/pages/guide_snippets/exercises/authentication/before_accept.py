import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import InvalidStatus


async def greet(websocket: ServerConnection) -> None:
    await websocket.send("hello")


async def status_for(headers: dict[str, str]) -> int:
    async with serve(greet, "127.0.0.1", 0, process_request=process_request) as server:
        port = server.sockets[0].getsockname()[1]
        try:
            async with connect(f"ws://127.0.0.1:{port}", additional_headers=headers) as client:
                assert await client.recv() == "hello"
                return 101
        except InvalidStatus as refused:
            return refused.response.status_code


assert asyncio.run(status_for({})) == 401
assert asyncio.run(status_for({"Authorization": "Bearer bad"})) == 401
assert asyncio.run(status_for({"Authorization": "Bearer good"})) == 101
