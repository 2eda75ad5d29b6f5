import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

assert to_sendable(1005, "", from_client=False) == (1000, "")
assert to_sendable(1006, "", from_client=False) == (1011, "upstream lost")
assert to_sendable(None, "", from_client=True) == (1001, "client lost")
assert to_sendable(4401, "token expired", from_client=False) == (4401, "token expired")


async def relayed(code: int) -> int:
    """The code a client sees when a relay passes `code` on."""

    async def relay(websocket: ServerConnection) -> None:
        await websocket.close(*to_sendable(code, "", from_client=False))

    async with serve(relay, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as client:
            await client.wait_closed()
        return client.close_code


for code in [*range(1000, 1016), 2999, 3000, 4999, 5000]:
    assert asyncio.run(relayed(code)) == to_sendable(code, "", from_client=False)[0]
