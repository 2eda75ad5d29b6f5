"""The implementations that the harness runs, each in one role."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent

Role = Literal["client", "server"]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One implementation in one role."""

    id: str
    name: str
    language: str
    driver: tuple[str, ...]
    library: str | None = None
    options: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def role(self) -> Role:
        """The last part of the id."""
        return "server" if self.id.endswith(".server") else "client"

    def command(self) -> list[str]:
        """The command that starts the driver."""
        return [*self.driver, self.role, *self.options]


def python(module: str) -> tuple[str, ...]:
    """The command of a Python driver."""
    return (python_program(), "-m", f"drivers.{module}")


def python_program() -> str:
    """The Python with the packages of requirements.txt: MEASURE_PYTHON, else the one that runs the harness."""
    return str(Path(os.environ.get("MEASURE_PYTHON", sys.executable)).absolute())


def node(script: str) -> tuple[str, ...]:
    """The command of a Node.js driver."""
    return (node_program(), "--expose-gc", f"drivers/{script}.mjs")


def browser() -> tuple[str, ...]:
    """The command of the browser's driver; Playwright is where the harness runs."""
    return (sys.executable, "-m", "drivers.chromium")


def firefox() -> tuple[str, ...]:
    """The command of Firefox's driver, which needs what the harness needs."""
    return (sys.executable, "-m", "drivers.firefox")


def node_program() -> str:
    """The pinned Node.js when it is installed, else the one on the path."""
    pinned = next(HERE.glob("node_modules/node-*/bin/node"), None)
    return str(pinned) if pinned else "node"


_TASK = ("exception", "scope-end", "object-deleted", "process-exit")
_SERVER = ("exception", "handler-returns", "refused", "sigterm", "sigint")

_NO_DROP = "Options: `failByDrop=False` and `echoCloseCodeReason=True`."
_EARLY_TIMER = (
    "The timer of the closing handshake can fire early, so that a few clean closes are reported as 1006"
    " (11 of 400 when this was counted)."
)
_ANSWERS = (
    "The application answers a Close frame with `event.response()`, as the documentation shows;"
    " the reply is the application's, not the library's."
)
_UNCAUGHT = (
    "The test program catches `uncaughtException`; otherwise an exception in a handler ends the process,"
    " and the peer sees the end of TCP."
)

# fmt: off
PAIRS: tuple[Pair, ...] = (
    Pair(
        id="websockets-asyncio.client", name="websockets (asyncio)", language="Python", library="websockets",
        driver=python("websockets_asyncio"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="websockets-asyncio.server", name="websockets (asyncio)", language="Python", library="websockets",
        driver=python("websockets_asyncio"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="websockets-sync.client", name="websockets (threading)", language="Python", library="websockets",
        driver=python("websockets_sync"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="websockets-sync.server", name="websockets (threading)", language="Python", library="websockets",
        driver=python("websockets_sync"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="aiohttp.client", name="aiohttp", language="Python", library="aiohttp",
        driver=python("aiohttp"), actions=("ping-timeout", *_TASK),
    ),
    Pair(
        id="aiohttp.server", name="aiohttp", language="Python", library="aiohttp",
        driver=python("aiohttp"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="tornado.client", name="Tornado", language="Python", library="tornado",
        driver=python("tornado"), actions=("ping-timeout", "object-deleted", "process-exit"),
    ),
    Pair(
        id="tornado.server", name="Tornado", language="Python", library="tornado",
        driver=python("tornado"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="autobahn-asyncio.client", name="Autobahn (asyncio)", language="Python", library="autobahn-python",
        notes=(_EARLY_TIMER,),
        driver=python("autobahn"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="autobahn-asyncio.server", name="Autobahn (asyncio)", language="Python", library="autobahn-python",
        notes=(_EARLY_TIMER,),
        driver=python("autobahn"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="autobahn-asyncio-nodrop.client", name="Autobahn (asyncio, failByDrop off)", language="Python",
        library="autobahn-python", driver=python("autobahn"), options=("--no-drop",), notes=(_NO_DROP,),
        actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="autobahn-asyncio-nodrop.server", name="Autobahn (asyncio, failByDrop off)", language="Python",
        library="autobahn-python", driver=python("autobahn"), options=("--no-drop",), notes=(_NO_DROP,),
        actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="wsproto.client", name="wsproto", language="Python", library="wsproto",
        notes=(_ANSWERS,),
        driver=python("wsproto"),
    ),
    Pair(
        id="wsproto.server", name="wsproto", language="Python", library="wsproto",
        notes=(_ANSWERS,),
        driver=python("wsproto"), actions=("sigterm", "sigint"),
    ),
    Pair(
        id="websocket-client.client", name="websocket-client", language="Python", library="websocket-client",
        driver=python("websocket_client"), actions=("ping-timeout", "exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="uvicorn-websockets.server", name="uvicorn (websockets)", language="Python", library="uvicorn",
        driver=python("uvicorn"), options=("websockets",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="uvicorn-websockets-sansio.server", name="uvicorn (websockets-sansio)", language="Python",
        library="uvicorn", driver=python("uvicorn"), options=("websockets-sansio",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="uvicorn-wsproto.server", name="uvicorn (wsproto)", language="Python", library="uvicorn",
        driver=python("uvicorn"), options=("wsproto",), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="hypercorn.server", name="hypercorn", language="Python", library="hypercorn",
        driver=python("hypercorn"), actions=("ping-timeout", *_SERVER),
    ),
    Pair(
        id="ws.client", name="ws", language="JavaScript", library="ws",
        notes=(_UNCAUGHT,),
        driver=node("ws"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="ws.server", name="ws", language="JavaScript", library="ws",
        notes=(_UNCAUGHT,),
        driver=node("ws"), actions=("exception", "sigterm", "sigint"),
    ),
    Pair(
        id="ws-w3c.client", name="ws (browser-like interface)", language="JavaScript", library="ws",
        driver=node("ws_w3c"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="undici.client", name="undici", language="JavaScript", library="undici",
        driver=node("undici"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="node-builtin.client", name="Node.js (built in)", language="JavaScript", library="undici",
        driver=node("node_builtin"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="faye-websocket.client", name="faye-websocket", language="JavaScript", library="faye-websocket",
        notes=(_UNCAUGHT,),
        driver=node("faye"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="faye-websocket.server", name="faye-websocket", language="JavaScript", library="faye-websocket",
        notes=(_UNCAUGHT,),
        driver=node("faye"), actions=("ping-timeout", "exception", "sigterm", "sigint"),
    ),
    Pair(
        id="websocket.client", name="websocket (npm)", language="JavaScript", library="websocket-node",
        notes=(_UNCAUGHT,),
        driver=node("websocket"), actions=("exception", "process-exit"),
    ),
    Pair(
        id="websocket.server", name="websocket (npm)", language="JavaScript", library="websocket-node",
        notes=(_UNCAUGHT,),
        driver=node("websocket"), actions=("ping-timeout", "exception", "refused", "sigterm", "sigint"),
    ),
    Pair(
        id="websocket-w3c.client", name="websocket (npm, browser-like interface)", language="JavaScript", library="websocket-node",
        driver=node("websocket_w3c"), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="chromium.client", name="Chromium", language="JavaScript", library="chromium",
        driver=browser(), actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="chromium-websocketstream.client", name="Chromium (WebSocketStream)", language="JavaScript",
        library="chromium", driver=browser(), options=("--stream",),
        actions=("exception", "object-deleted", "process-exit"),
    ),
    Pair(
        id="firefox.client", name="Firefox", language="JavaScript", library="firefox",
        driver=firefox(), actions=("exception", "object-deleted", "process-exit"),
    ),
)
# fmt: on
