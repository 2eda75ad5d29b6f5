import os

PEER = os.environ["PEER"]

for attempt, least, most in [(0, 0, 5), (1, 5, 10), (2, 10, 20), (9, 30, 60)]:
    assert all(least <= delay_before(attempt) <= most for _ in range(200))


async def listen(websocket: ClientConnection) -> None:
    async for _ in websocket:
        pass


async def receive(websocket: ClientConnection) -> None:
    await websocket.recv()


async def ask_once(websocket: ClientConnection) -> None:
    await websocket.send("ping")
    assert await websocket.recv() == "ping"


async def attempts_at(path: str, use: Callable = listen, enough: int = 3) -> tuple[object, list[int]]:
    asked: list[int] = []

    def delay(attempt: int) -> float:
        asked.append(attempt)
        if len(asked) == enough:
            raise RuntimeError("enough")
        return 0

    try:
        return await stay_connected(PEER + path, use, delay), asked
    except RuntimeError:
        return "again", asked
    except InvalidStatus as refused:
        return refused.response.status_code, asked


for use in (listen, receive):
    assert asyncio.run(attempts_at("/drop", use)) == ("again", [0, 1, 2])
    assert asyncio.run(attempts_at("/close/1001", use)) == ("again", [0, 1, 2])
    assert asyncio.run(attempts_at("/close/1000", use)) == (1000, [])
assert asyncio.run(attempts_at("/echo", ask_once)) == (1000, [])
assert asyncio.run(attempts_at("/close/1012")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/close/4401")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/close/1008")) == (1008, [])
assert asyncio.run(attempts_at("/close/1000")) == (1000, [])
assert asyncio.run(attempts_at("/refuse/403")) == (403, [])
assert asyncio.run(attempts_at("/refuse/503")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/refuse/429")) == ("again", [0, 1, 2])


async def attempts_at_a_server_that_hangs_up() -> tuple[object, list[int]]:
    global PEER
    hang_up = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    async with hang_up:
        PEER = f"ws://127.0.0.1:{hang_up.sockets[0].getsockname()[1]}"
        return await attempts_at("/")


assert asyncio.run(attempts_at_a_server_that_hangs_up()) == ("again", [0, 1, 2])
