"""What each end of a connection sees, composed from what each end does alone.

A measurement says what one implementation does against a peer of plain bytes: what it puts on the wire, and
what its application is told when something arrives.  Two of them make a connection: what one side puts on
the wire is what the other side reads.  Where a measurement is silent, so is the rule: the result is
`unknown`, never a guess.  Proxies pass frames and the end of TCP unchanged; what they do by themselves
stands in `_AT_A_PROXY`.  `make measure` runs real pairs and compares (data/pairs/).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .model import Measurement, Observation
from .model.case import Part, about
from .model.pair import Event

Told = int | Literal["none", "error", "nothing", "unknown"]
"""What an application is given: a number; `none`, told without a number; `error`, an error without a number;
`nothing`, not told within 8 s; `unknown`, the data does not decide."""

Side = Literal["client", "server"]


class Signal(NamedTuple):
    """What one side puts on the wire.

    `close` is a Close frame with `code` (None: without one), `fin` and `reset` the end of TCP without a Close
    frame, `http` an HTTP status in place of the upgrade, `silence` nothing at all.
    """

    kind: Literal["close", "fin", "reset", "http", "silence"]
    code: int | None = None


FIN = Signal("fin")
SILENCE = Signal("silence")


class Step(NamedTuple):
    """One thing that travels: who it comes from, and what it is."""

    source: Literal["client", "server", "proxy"]
    signal: Signal


class BothEnds(NamedTuple):
    """What each application is told, and what travelled, in order; an empty list says nothing about the wire."""

    client: Told
    server: Told
    steps: tuple[Step, ...] = ()


_ERROR_HANDED = "on_error: ["
"""How the measurements write that an application was handed an error besides a null code."""

UNKNOWN = BothEnds("unknown", "unknown")


def told(row: Observation | None, asked: int | None) -> Told:
    """What the application is told in a measured row that is about the code `asked`."""
    if row is None:
        return "unknown"
    if row.app is None:
        return "unknown"
    if row.app.kind == "none":
        return "error" if (row.text or "").startswith(_ERROR_HANDED) else "none"
    number = row.app.code(asked)
    return "unknown" if number is None else number


def signal_of(row: Observation | None, asked: int | None) -> Signal | None:
    """What the implementation puts on the wire in a measured row; None when that was not established."""
    if row is None or row.wire is None:
        return None
    kind = row.wire.kind
    if kind in ("code", "same"):
        return Signal("close", row.wire.code(asked))
    if kind == "empty":
        return Signal("close")
    if kind == "http":
        return Signal("http", row.wire.number)
    return {"fin": FIN, "reset": Signal("reset"), "open": SILENCE}[kind]


class End:
    """One implementation as one end: how it reads what arrives, and what it does by itself."""

    def __init__(self, measurement: Measurement) -> None:
        self.measurement = measurement
        self.id = measurement.id.rpartition(".")[0]
        # An end takes part in many pairs, and always does the same.
        self.does = functools.cache(self._does)
        self.closes = functools.cache(self._closes)
        self.reads = functools.cache(self._reads)
        self.told_after_closing = functools.cache(self._told_after_closing)

    def row(self, part: Part, case: int | str) -> Observation | None:
        """The measured row for a code, also for one between two tested codes of a run, or for a case."""
        rows: tuple[Observation, ...] = getattr(self.measurement, part)
        return next((row for row in rows if row.covers(case)), None)

    def _does(self, case: str) -> tuple[Signal | None, Told]:
        """What it puts on the wire in a case that starts with itself, and what its application is told."""
        row = self.row("defaults", case)
        return signal_of(row, None), told(row, None)

    def _closes(self, code: int | None) -> Signal | Literal["refused"] | None:
        """What a close call with a code, or without one, puts on the wire; `refused` when the call fails."""
        row = self.row("send", "no-code" if code is None else code)
        if row is not None and row.refused:
            return "refused"
        return signal_of(row, code)

    def _reads(self, signal: Signal) -> tuple[Signal | None, Told]:
        """What it answers to something that arrives unasked, and what its application is told."""
        if signal.kind == "close":
            case: int | str = "empty-body" if signal.code is None else signal.code
            row = self.row("receive", case)
            return signal_of(row, signal.code), told(row, signal.code)
        if signal.kind in ("fin", "reset"):
            row = self.row("absent", "fin" if signal.kind == "fin" else "rst")
            return None, told(row, None)
        return None, "nothing" if signal.kind == "silence" else "unknown"

    def _told_after_closing(self, sent: Signal, answer: Signal | None) -> Told:
        """What its application is told after it closed with `sent` and the peer answered.

        Measured with 4000 answered by 4000, by 1000 and without a code, and without a code answered likewise:
        that shows whether the application is told the answer, its own code, or always the same.
        """
        if answer is None:
            return "unknown"
        if answer.kind in ("fin", "reset"):
            return told(self.row("absent", "fin-instead-of-answer"), 4000)
        if answer.kind == "silence":
            return told(self.row("absent", "no-answer"), 4000)
        if sent.code is None:
            case = "no-code-empty" if answer.code is None else "no-code-normal"
            return _of_answer(told(self.row("answered", case), None), answer.code, 1000)
        if answer.code is None:
            return _of_own(told(self.row("answered", "empty"), about("answered", "empty")), sent.code)
        to_same = told(self.row("answered", "same"), 4000)
        to_other = told(self.row("answered", "normal"), 4000)
        if to_same == to_other:
            return _of_own(to_same, sent.code)
        return answer.code if (to_same, to_other) == (4000, 1000) else "unknown"


def _of_own(measured: Told, own: int) -> Told:
    """What was measured with 4000 as its own code, for another own code."""
    return own if measured == 4000 else measured


def _of_answer(measured: Told, answer: int | None, tested: int) -> Told:
    """What was measured with `tested` as the answer, for another answer."""
    return answer if answer is not None and measured == tested else measured


AtOneEnd = Callable[[Side, str, Event], Told]
"""What one end was told in an event that only it decides, by side, id and event; `unknown` when nobody looked."""

_CALLED: dict[Event, Side] = {"client-closes": "client", "server-closes": "server"}
_FAULT: dict[Event, tuple[Side, str]] = {
    "handler-raises": ("server", "exception"),
    "handler-returns": ("server", "handler-returns"),
    "too-big-to-server": ("server", "too-big"),
    "too-big-to-client": ("client", "too-big"),
    "bad-utf8-to-server": ("server", "bad-utf8"),
    "bad-utf8-to-client": ("client", "bad-utf8"),
    "no-pong-from-client": ("server", "ping-timeout"),
    "no-pong-from-server": ("client", "ping-timeout"),
    "server-stopped": ("server", "sigterm"),
}
"""Events that one side notices or does by itself: the side, and the measured case."""

_OWN_DOING = ("exception", "handler-returns")
KILLED: dict[Event, Side] = {"server-killed": "server", "client-killed": "client", "upstream-killed": "server"}
"""Events in which one side's process ends at once."""

HANDSHAKE: tuple[Event, ...] = ("server-refuses", "nothing-listens", "tls-to-plain", "http-status", "upstream-down")
"""Events in which there never is a WebSocket."""

_FROZEN: dict[Event, Side] = {"client-frozen": "client", "server-frozen": "server"}


@dataclass(frozen=True)
class Pair:
    """A client and a server, with what is known of ends that are on their own."""

    client: End
    server: End
    at_one_end: AtOneEnd
    is_browser: bool = False

    def compose(self, event: Event, code: int | None = None, proxy: str = "") -> BothEnds:
        """What both ends see in an event; `code` is the one that the close call is given, None for none."""
        if event in _CALLED:
            return self._closed_by(_CALLED[event], code)
        if event in _FAULT:
            return self._noticed_by(*_FAULT[event])
        if event in KILLED:
            return self._killed(KILLED[event])
        if event in HANDSHAKE:
            server = self._alone("server", event) if event == "server-refuses" else "nothing"
            return BothEnds(self._alone("client", event), server)
        if event in _FROZEN:
            frozen = _FROZEN[event]
            return self._ends(frozen, "nothing", self._alone(_other(frozen), event))
        if event == "network-gone":
            return BothEnds("nothing", "nothing", ())
        if event.startswith("page-"):
            return UNKNOWN  # it hangs on what the browser keeps for the way back
        return self._at_proxy(event, proxy)

    def _end(self, side: Side) -> End:
        return self.client if side == "client" else self.server

    def _alone(self, side: Side, event: Event) -> Told:
        return self.at_one_end(side, self._end(side).id, event)

    def _closed_by(self, closer: Side, code: int | None) -> BothEnds:
        sent = self._end(closer).closes(code)
        if sent == "refused":  # nothing was written; in a server the error may end the handler, which is not measured
            return BothEnds("error", "nothing") if closer == "client" else UNKNOWN
        if sent is None or sent.kind != "close":
            return UNKNOWN
        answer, other = self._end(_other(closer)).reads(sent)
        own = self._end(closer).told_after_closing(sent, answer)
        return self._ends(closer, own, other, (closer, sent), (_other(closer), answer))

    def _noticed_by(self, side: Side, case: str) -> BothEnds:
        signal, own = self._end(side).does(case)
        if signal is None or (
            signal == SILENCE and case == "exception"
        ):  # some were run with a catch-all of last resort
            return UNKNOWN
        if case in _OWN_DOING and own == "unknown":
            own = "nothing"  # its own function has ended, and nothing else is called
        if case == "sigterm":
            own = self._alone(side, "server-stopped")
        answer, other = self._end(_other(side)).reads(signal)
        return self._ends(side, own, other, (side, signal), (_other(side), answer))

    def _killed(self, side: Side) -> BothEnds:
        if side == "client" and self.is_browser:  # its other processes may still close the connection
            return BothEnds("nothing", "unknown")
        _, other = self._end(_other(side)).reads(FIN)  # the operating system ends TCP
        return self._ends(side, "nothing", other, (side, FIN))

    def _at_proxy(self, event: Event, proxy: str) -> BothEnds:
        signals = _AT_A_PROXY.get((proxy, event))
        if signals is None:
            return UNKNOWN
        to_client, to_server = signals
        ends = (self.client.reads(to_client)[1], self._reads_from_proxy(to_server))
        return BothEnds(*ends, (Step("proxy", to_client), Step("proxy", to_server)))

    def _reads_from_proxy(self, signal: Signal) -> Told:
        """A proxy that speaks for itself to the upstream sends unmasked frames, which a server refuses."""
        if signal.kind == "close":
            return told(self.server.row("defaults", "wrong-masking"), None)
        return self.server.reads(signal)[1]

    @staticmethod
    def _ends(side: Side, own: Told, other: Told, *sent: tuple[Side, Signal | None]) -> BothEnds:
        return _outcome(side, own, other, sent)


@functools.cache
def _outcome(side: Side, own: Told, other: Told, sent: tuple[tuple[Side, Signal | None], ...]) -> BothEnds:
    """One object for all cells that are alike: there are a hundred thousand cells, and some hundred outcomes."""
    client, server = (own, other) if side == "client" else (other, own)
    return BothEnds(client, server, tuple(Step(source, signal) for source, signal in sent if signal is not None))


def _other(side: Side) -> Side:
    return "server" if side == "client" else "client"


_AT_A_PROXY: Mapping[tuple[str, str], tuple[Signal, Signal]] = {
    ("nginx", "proxy-idle"): (FIN, FIN),
    ("haproxy", "proxy-idle"): (FIN, FIN),
    ("apache-httpd", "proxy-idle"): (FIN, FIN),
    ("nginx", "proxy-stopped"): (FIN, FIN),
    ("haproxy", "proxy-stopped"): (FIN, FIN),
    ("apache-httpd", "proxy-stopped"): (FIN, SILENCE),
    ("nginx", "proxy-reloaded"): (SILENCE, SILENCE),
    ("haproxy", "proxy-reloaded"): (SILENCE, SILENCE),
    ("apache-httpd", "proxy-reloaded"): (SILENCE, SILENCE),
    ("caddy", "proxy-stopped"): (Signal("close", 1001), Signal("close", 1001)),
    ("caddy", "proxy-reloaded"): (Signal("close", 1001), Signal("close", 1001)),
}
"""What a proxy puts on both connections by itself within 8 s, to the client and to the upstream (measured)."""
