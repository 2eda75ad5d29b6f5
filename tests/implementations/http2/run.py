"""Open WebSockets over HTTP/2 and say what came: `python tests/implementations/http2/run.py`, perhaps with names.

MEASURE_PYTHON is the Python of the environment that requirements.txt describes.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from implementations.http2.clients import Chromium, Client, FirefoxPage, Node
from implementations.http2.fronts import PROXIES, Front, certificates
from implementations.proxy_programs import found
from support import debian, firefox, get_browser

CASES = {
    "client closes 4002": ("/waits", "close"),
    "server closes 4001": ("/closes", "say"),
    "stream ends without a Close": ("/drops", "say"),
    "server refuses, 403": ("/refuses", "say"),
}
"""What happens, the path that has the server do it, and what the client does."""

CLIENTS: dict[str, Callable[[], Client]] = {
    "raw": lambda: Node("raw"),
    "undici": lambda: Node("undici"),
    "Chromium": Chromium,
    "Firefox": FirefoxPage,
}
FRONTS = ("Node.js", "Hypercorn", *PROXIES)
CAN_DROP = ("Node.js", *PROXIES)
"""Where the server can end a connection without a Close frame."""


def cell(client: Client, front: Front, path: str, does: str) -> dict[str, Any]:
    """What both ends saw of one connection."""
    seen = client.open(f"https://localhost:{front.port}", path, does)
    return {"client": seen, "server": front.server.heard_of(path, 3)}


def main() -> int:
    """Run; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join((*CLIENTS, *FRONTS)))
    names = parser.parse_args().names
    if not set(names) <= {*CLIENTS, *FRONTS}:
        parser.error(f"names are {', '.join((*CLIENTS, *FRONTS))}")
    fronts = [name for name in FRONTS if name in names or not set(names) & set(FRONTS)]
    debian.install(PROXIES[name].package for name in fronts if name in PROXIES and not found(PROXIES[name].program))
    have = {"Chromium": get_browser.installed, "Firefox": firefox.installed}
    clients = {
        name: start()
        for name, start in CLIENTS.items()
        if (name in names or not set(names) & set(CLIENTS)) and have.get(name, lambda: "yes")()
    }
    print(f"{datetime.date.today()}: {', '.join(f'{name} {client.version}' for name, client in clients.items())}")
    failed = 0
    numbers = itertools.count()
    for name in fronts:
        with tempfile.TemporaryDirectory(prefix="http2-") as folder:
            Path(folder).chmod(0o755)
            certificates(Path(folder))
            try:
                front = Front(name, Path(folder))
            except OSError as error:
                print(f"{name}: not measured: {error}", flush=True)
                failed += 1
                continue
            print(f"{name} {front.version}", flush=True)
            try:
                for (client_name, client), (case, (path, does)) in itertools.product(clients.items(), CASES.items()):
                    if path != "/drops" or name in CAN_DROP:
                        print(
                            f"  {client_name}, {case}: {cell(client, front, f'{path}/{next(numbers)}', does)}",
                            flush=True,
                        )
            finally:
                front.stop()
    for client in clients.values():
        client.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
