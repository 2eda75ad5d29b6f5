import os

PEER = os.environ["PEER"]

for attempt, least, most in [(0, 0, 5), (1, 5, 10), (2, 10, 20), (9, 30, 60)]:
    assert all(least <= delay_before(attempt) <= most for _ in range(200))


async def listen(websocket: ClientConnection) -> None:
    async for _ in websocket:
        pass
    await websocket.recv()  # raises what ended the loop


async def attempts_at(path: str, enough: int = 3) -> tuple[object, list[int]]:
    asked: list[int] = []

    def delay(attempt: int) -> float:
        asked.append(attempt)
        if len(asked) == enough:
            raise RuntimeError("enough")
        return 0

    try:
        return await stay_connected(PEER + path, listen, delay), asked
    except RuntimeError:
        return "again", asked
    except InvalidStatus as refused:
        return refused.response.status_code, asked


assert asyncio.run(attempts_at("/drop")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/close/1012")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/close/4401")) == ("again", [0, 1, 2])
assert asyncio.run(attempts_at("/close/1008")) == (1008, [])
assert asyncio.run(attempts_at("/close/1000")) == (1000, [])
assert asyncio.run(attempts_at("/refuse/403")) == (403, [])
assert asyncio.run(attempts_at("/refuse/503")) == ("again", [0, 1, 2])
