from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


async def answer_to(token: str) -> object:
    async with serve(handler, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as client:
            if token:
                await client.send(token)
            try:
                return await client.recv()
            except ConnectionClosed as closed:
                return closed.rcvd.code


assert asyncio.run(answer_to("good")) == "hello Ada"
assert asyncio.run(answer_to("bad")) == 3000
assert asyncio.run(answer_to("")) == 3008
