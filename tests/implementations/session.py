"""Have one driver open connections, and see what the implementation does in each case."""

from __future__ import annotations

import itertools
import json
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import quote

from . import cases
from .cases import Close, Key, Say
from .driver import Driver
from .frame import CLOSE, TEXT, Frame, close_body
from .handshake import Refused, accept, connect
from .pair import Pair
from .peer import Peer

Outcome = dict[str, Any]

PATIENCE = 1.2
"""How long the peer waits for a Close frame or the end of TCP before it says `open`."""

SHUTDOWN = 4.0
"""How long it waits after a signal: some servers give connections a few seconds."""

_APART = 0.03
"""How long after the handshake the peer speaks, so that its frame does not come in one piece with it."""

_AT_ONCE = 0.1
"""Within how many seconds what follows a Close frame is not waited for."""

NOTHING = Close()
_SIGNALS = {"sigterm": signal.SIGTERM, "sigint": signal.SIGINT}
_LONG = 100
"""From how many bytes on the size of a Close frame's payload is noted."""


class Session:
    """A running driver and the means to open connections with it."""

    def __init__(self, pair: Pair, driver: Driver) -> None:
        self.pair, self.driver = pair, driver
        self._ids = (str(number) for number in itertools.count())
        self._stack = ExitStack()

    def __enter__(self) -> Session:
        if self.pair.role == "client":
            self._listener = self._stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    @contextmanager
    def connection(self, do: str, close: Close = NOTHING) -> Iterator[tuple[Peer, str]]:
        """An open connection in which the application does something, and the id of its report."""
        task = {"id": next(self._ids), "do": do, "arguments": close.arguments}
        if self.pair.role == "client":
            port = self._listener.getsockname()[1]
            self.driver.tell({**task, "url": f"ws://127.0.0.1:{port}/"})
            peer = accept(self._listener)
        else:
            assert self.driver.port
            peer = connect(self.driver.port, f"/?task={quote(json.dumps(task))}")
        time.sleep(_APART)
        try:
            yield peer, str(task["id"])
        finally:
            peer.close()

    def outcome(self, part: str, case: Key) -> Outcome:
        """What happens in one case."""
        if part == "send":
            return self._send(cases.SEND[case])
        if part == "receive":
            return self._receive(cases.RECEIVE[case])
        if part == "answered":
            return self._answered(*cases.ANSWERED[case])
        if case in cases.UNANSWERED:
            return self._unanswered(case)
        if part == "absent":
            return self._absent(case, cases.ABSENT[case])
        if case in cases.FAULTS:
            return self._fault(cases.FAULTS[case])
        return self._action(case, cases.ACTIONS[case])

    def _send(self, close: Close) -> Outcome:
        with self.connection("close", close) as (peer, id):
            seen = peer.await_close(PATIENCE, stop=lambda: "refused" in (self.driver.answer(id, 0) or {}))
            _finish(peer, seen)
        answer = self.driver.answer(id, 2) or {}
        return {"refused": answer["refused"]} if "refused" in answer else _wire(seen, peer)

    def _receive(self, say: Say) -> Outcome:
        with self.connection("wait") as (peer, id):
            say(peer)
            seen = peer.await_close(PATIENCE)
            if isinstance(seen, Frame) and peer.is_client:
                peer.await_end(PATIENCE)  # the server ends TCP first (RFC 6455 7.1.1)
        return _wire(seen, peer) | self._app(id)

    def _absent(self, case: Key, say: Say) -> Outcome:
        with self.connection("wait") as (peer, id):
            say(peer)
            seen = "open" if peer.sock.fileno() < 0 else peer.await_close(PATIENCE)
        wire = {} if case in ("rst", "close-then-rst") else _wire(seen, peer)
        return wire | self._app(id)

    def _answered(self, close: Close, answer: int | None) -> Outcome:
        with self.connection("close", close) as (peer, id):
            seen = peer.await_close(PATIENCE)
            if isinstance(seen, Frame):
                peer.send(CLOSE, close_body(answer))
                if peer.is_client:
                    peer.await_end(PATIENCE)  # the server ends TCP first (RFC 6455 7.1.1)
        return _wire(seen, peer) | self._app(id)

    def _unanswered(self, case: Key) -> Outcome:
        with self.connection("close", Close(4000)) as (peer, id):
            seen = peer.await_close(PATIENCE)
            times = self._keep_silent(peer, id) if case == "no-answer" else {}
        return _wire(seen, peer) | self._app(id) | times

    def _keep_silent(self, peer: Peer, id: str) -> Outcome:
        """Say nothing more, and note when the implementation ends TCP and when it tells the application."""
        begun = time.monotonic()
        outcome: Outcome = {"waited": round(cases.NO_ANSWER)}
        if peer.await_end(cases.NO_ANSWER):
            outcome["ended_after"] = _seconds(time.monotonic() - begun)
        told = self.driver.answer(id, begun + cases.NO_ANSWER - time.monotonic())
        if told:
            outcome["told_after"] = _seconds(told["at"] - begun)
        return outcome

    def _fault(self, say: Say) -> Outcome:
        with self.connection("wait") as (peer, id):
            say(peer)
            seen = peer.await_close(PATIENCE)
            _finish(peer, seen)
        return _wire(seen, peer) | self._app(id)

    def _action(self, case: Key, do: str) -> Outcome:
        try:
            with self.connection(do) as (peer, id):
                if do == "raise":
                    peer.send(TEXT, b"x")  # something to handle
                if case in _SIGNALS:
                    self.driver.signal(_SIGNALS[str(case)])
                seen = peer.await_close(SHUTDOWN if case in _SIGNALS else 2 * PATIENCE)
                if case != "ping-timeout":  # a peer that answers no ping is taken for dead
                    _finish(peer, seen)
        except Refused as refused:
            return {"wire": str(refused)}
        return _wire(seen, peer) | self._app(id, 1)

    def _app(self, id: str, patience: float = 3) -> Outcome:
        app = (self.driver.answer(id, patience) or {}).get("app", {})
        outcome = {"app_reason": app.get("reason"), "clean": app.get("clean"), "text": app.get("text")}
        if "code" in app:
            outcome["app"] = "none" if app["code"] is None else app["code"]
        return {key: value for key, value in outcome.items() if value is not None}


def _seconds(time_: float) -> int:
    """A time in whole seconds; 0 is at once, 1 up to a second and a half."""
    return 0 if time_ < _AT_ONCE else max(1, round(time_))


def _finish(peer: Peer, seen: Frame | str) -> None:
    """Answer a Close frame, and let a server end TCP first."""
    if isinstance(seen, Frame):
        peer.send(CLOSE, seen.payload)
        if peer.is_client:
            peer.await_end(PATIENCE)


def _wire(seen: Frame | str, peer: Peer) -> Outcome:
    if not isinstance(seen, Frame):
        http = {"wire_reason": f"HTTP text on the WebSocket: {peer.http}"} if peer.http else {}
        return {} if seen == "stopped" else {"wire": seen, **http}
    if len(seen.payload) < 2:
        return {"wire": "empty"}
    outcome: Outcome = {"wire": int.from_bytes(seen.payload[:2])}
    if len(seen.payload) > 2:
        outcome["wire_reason"] = seen.payload[2:].decode("utf-8", "backslashreplace")
    if len(seen.payload) >= _LONG:
        outcome["wire_bytes"] = len(seen.payload)
    return outcome
