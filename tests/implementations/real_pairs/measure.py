"""Run real pairs and compare with `data/pairs/`, or rewrite it.

`python tests/implementations/real_pairs/measure.py` compares and exits with 1 on any difference that is no race; with `--write` the
files are rewritten, and those with nothing new stay as they are.  MEASURE_PYTHON is the Python of the environment
that requirements.txt describes.  Cells that differ or could not be run are run once more when all others are done, a
few at a time, so that a busy machine is not taken for a difference.  The last line says how many cells were run, how
many are as stored, and which proxies and clients cannot be had here, with the reason.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from dataclasses import dataclass
from typing import Any

from implementations import writer
from implementations.real_pairs import events, proxies, store
from implementations.real_pairs.cell import Cell, Outcome
from implementations.real_pairs.ends import End, clients, servers
from implementations.real_pairs.pool import Pool
from implementations.real_pairs.runner import Runner
from support import firefox, get_browser

PROXIED_CLIENTS = ("chromium", "firefox", "websockets-asyncio", "ws")
PROXIED_SERVERS = ("aiohttp", "uvicorn-websockets", "ws")
"""The clients and servers that are also run through each proxy."""

BROWSERS = {"chromium": get_browser.installed, "firefox": firefox.installed}

CALM = 4
"""How many runs there are at a time when cells are run once more."""

Found = dict[Cell, list[Outcome] | str]


@dataclass(frozen=True)
class Finished:
    """How it went with one file: a word, and its numbers of cells; `races` are those of the `different` that are racy."""

    word: str
    cells: int
    racy: int = 0
    different: int = 0
    not_run: int = 0
    races: int = 0


def cells_of(client: End, proxy: str) -> list[Cell]:
    """The cells of one file; a cell without a server comes once."""
    known = servers()
    ids = PROXIED_SERVERS if proxy else tuple(known)
    return list(dict.fromkeys(cell for id in ids for cell in events.cells(client, known[id], proxy)))


def left_out(client: End, proxy: str) -> list[dict[str, Any]]:
    """The events that do not apply, each with the servers and the reason; those of proxies only with a proxy."""
    known = servers()
    ids = PROXIED_SERVERS if proxy else tuple(known)
    reasons: dict[tuple[str, str], list[str]] = {}
    for event in events.EVENTS:
        for id in ids:
            why = events.unfit(event, client, known[id], proxy)
            if why and (proxy or event not in events.OF_PROXIES):
                reasons.setdefault((event, why), []).append(id)
    return [
        {"event": event, **({"servers": list(on)} if len(on) < len(ids) else {}), "why": why}
        for (event, why), on in reasons.items()
    ]


def versions_of(client: End, proxy: str, pool: Pool) -> dict[str, str]:
    """The versions of client, proxy and servers, each with what it stands on."""
    known = servers()
    ends = {"client": client} | {id: known[id] for id in (PROXIED_SERVERS if proxy else known)}
    versions = {name: pool.version(end.command) for name, end in ends.items()}
    return versions | ({"proxy": proxies.version(proxy)} if proxy else {})


def finish(client: End, proxy: str, pool: Pool, found: Found, write: bool) -> Finished:
    """Compare one file, and write it when asked."""
    path = store.path_of(client.id, proxy)
    stored = writer.read(path)
    name = path.stem
    for cell, why in found.items():
        if isinstance(why, str):
            print(f"{cell}: not run: {why}")
    measured = {cell: seen for cell, seen in found.items() if not isinstance(seen, str)}
    racy = sum(len(seen) > 1 for seen in measured.values())
    before = store.outcomes_of(stored)
    different = [cell for cell, seen in measured.items() if not store.agree(seen, before.get(cell))]
    print(f"{name}: {len(measured)} cells, {racy} racy, {len(different)} not as stored", flush=True)
    races = [cell for cell in different if store.is_race(measured[cell], before.get(cell))]
    for cell in different if stored else ():
        race = ", a race" if cell in races else ""
        print(f"  {cell}: measured {[outcome.told for outcome in measured[cell]]}{race}")
    if len(measured) < len(found):
        print(f"{name}: {len(found) - len(measured)} of {len(found)} cells not run", flush=True)
        return Finished("not measured", len(found), racy, len(different), len(found) - len(measured), len(races))
    if write:
        steady = store.steady(measured, before)
        document = store.document(
            client.id, proxy, versions_of(client, proxy, pool), left_out(client, proxy), steady
        )  # fmt: skip
        word = "written" if store.write(path, document) else "as stored"
        return Finished(word, len(found), racy, len(different), races=len(races))
    word = "different" if len(different) > len(races) else "as stored"
    return Finished(word, len(found), racy, len(different), races=len(races))


def doubtful(files: dict[tuple[End, str], list[Cell]], found: Found) -> list[Cell]:
    """The cells that could not be run or are not as stored."""
    cells = []
    for (client, proxy), wanted in files.items():
        before = store.outcomes_of(writer.read(store.path_of(client.id, proxy)))
        for cell in wanted:
            seen = found[cell]
            if isinstance(seen, str) or not store.agree(seen, before.get(cell)):
                cells.append(cell)
    return cells


async def measure(files: list[tuple[End, str]], write: bool, absent: dict[str, str]) -> int:
    """Run all cells of the files; gives the exit status.  `absent` are proxies and clients that are not here."""
    started = time.monotonic()
    wanted = {file: cells_of(*file) for file in files}
    total, done = sum(map(len, wanted.values())), 0

    def count(_: Cell) -> None:
        nonlocal done
        done += 1
        if done % 200 == 0:
            print(f"{done} of {total} cells, {time.monotonic() - started:.0f} s", flush=True)

    async with Pool() as pool:
        found = await Runner(pool).outcomes([cell for cells in wanted.values() for cell in cells], count)
        if again := doubtful(wanted, found):
            print(f"{len(again)} cells are run once more, {time.monotonic() - started:.0f} s", flush=True)
            for cell, seen in (await Runner(pool, CALM).outcomes(again, lambda cell: None)).items():
                found[cell] = seen if isinstance(found[cell], str) or not isinstance(seen, str) else found[cell]
        ends = [
            finish(client, proxy, pool, {cell: found[cell] for cell in cells}, write)
            for (client, proxy), cells in wanted.items()
        ]
    words = [end.word for end in ends]
    print(f"{time.monotonic() - started:.0f} s, {len(words)} files: "
          + ", ".join(f"{words.count(word)} {word}" for word in sorted(set(words))))  # fmt: skip
    print(summary(ends, absent), flush=True)
    return 1 if {"not measured", "different"} & set(words) else 0


def summary(ends: list[Finished], absent: dict[str, str]) -> str:
    """The last line: how many cells were run, how that ended, and what is missing, with the reason."""
    cells, different, not_run, races = (
        sum(getattr(end, name) for end in ends) for name in ("cells", "different", "not_run", "races")
    )
    missing = "; ".join(f"{id} ({why})" for id, why in absent.items()) or "none"
    racy = sum(end.racy for end in ends)
    return (
        f"measured pairs: {cells - not_run} of {cells} cells ({cells - not_run - different} as stored, {different}"
        f" different, {races} of these a race; {racy} with more than one outcome); not run: {not_run}; not available here: {missing}"
    )


def main() -> int:
    """Run; gives the exit status."""
    known = clients()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clients", nargs="*", metavar="client", help=f"some of {', '.join(known)}; all without")
    parser.add_argument("--proxies", nargs="*", default=list(proxies.KINDS), choices=[*proxies.KINDS, []],
                        metavar="proxy", help="the proxies to run through as well; none after a bare --proxies")  # fmt: skip
    parser.add_argument("--no-direct", action="store_true", help="only through proxies")
    parser.add_argument("--write", action="store_true", help="rewrite data/pairs/")
    given = parser.parse_args()
    if not known.keys() >= set(given.clients):
        parser.error(f"the clients are {', '.join(known)}")
    ids = given.clients or list(known)
    absent = {id: "not installed" for id, installed in BROWSERS.items() if id in ids and not installed()}
    ids = [id for id in ids if id not in absent]
    absent |= proxies.install(given.proxies)
    files = [] if given.no_direct else [(known[id], "") for id in ids]
    through = [proxy for proxy in given.proxies if proxy not in absent]
    files += [(known[id], proxy) for proxy in through for id in ids if id in PROXIED_CLIENTS]
    return asyncio.run(measure(files, given.write, absent))


if __name__ == "__main__":
    sys.exit(main())
