"""The picture on a code's page: what travels between client and server, and what most programs are told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..both_ends import Ends, Key
from ..composition import FIN, Signal, Step, Told
from ..model import CloseCode

# The event that shows a code; every other code is shown as the server closing with it.
_EVENTS = {
    1005: Key("server-closes", "none"),
    1006: Key("proxy-idle", proxy="nginx"),
    1010: Key("client-closes", "1010"),
    1015: Key("tls-to-plain"),
}
_FIRST = {1005: Signal("close"), 1006: FIN, 1015: None}
"""What travels first where that is not a Close frame with the code."""

COMMON = 0.25
"""The share of the known pairs from which on an answer is named."""

_WORDS = {"none": "no number", "error": "an error", "nothing": "nothing"}


@dataclass(frozen=True)
class Known:
    """What one end is told: the common answers, and in how many of the pairs whose answer is known."""

    answers: str
    pairs: int
    of: int


@dataclass(frozen=True)
class Travel:
    """The steps of an event as `(source, words, kind)`, and what each end is told; `event` is its page."""

    event: str
    anchor: str
    label: str
    proxy: str
    steps: tuple[tuple[str, str, str], ...]
    client: Known
    server: Known


def travel(ends: Ends, code: CloseCode) -> Travel | None:
    """How the code looks from both ends, over all pairs of programs; None where no pair shows it."""
    key = _EVENTS.get(code.code, Key("server-closes", str(code.code)))
    event = next(event for event in ends.registry.events if event.id == key.event)
    first = _FIRST.get(code.code, Signal("close", code.code))
    results = [ends.result(client, server, key) for client in ends.clients for server in ends.servers]
    shown = [result for result in results if first is None or (result.steps and result.steps[0].signal == first)]
    client, server = _known(result.client for result in shown), _known(result.server for result in shown)
    if not client or not server:
        return None
    courses = Counter(result.steps for result in shown).most_common(1)[0][0]
    steps = tuple((step.source, _words(step), step.signal.kind) for step in courses)
    label = f"The server closes with {code.code}" if key.code.isdigit() else event.label
    label = f"The client closes with {code.code}" if key.event == "client-closes" else label
    label = "The server closes without a code" if key.code == "none" else label
    return Travel(event.id, _anchor(key), label, key.proxy, steps, client, server)


def _anchor(key: Key) -> str:
    return "-".join(["result", *[part for part in (key.code, key.proxy) if part]])


def _known(told: Iterable[Told]) -> Known | None:
    counts = Counter(answer for answer in told if answer != "unknown")
    known = sum(counts.values())
    common = [(answer, count) for answer, count in counts.most_common() if count >= COMMON * known]
    if not common:
        return None
    words = [_WORDS.get(str(answer), str(answer)) for answer, _ in common]
    return Known(" or ".join(words), sum(count for _, count in common), known)


def _words(step: Step) -> str:
    kind, code = step.signal.kind, step.signal.code
    if kind == "close":
        return "Close without a code" if code is None else f"Close {code}"
    words = {"fin": "TCP ends, no Close frame", "reset": "TCP reset, no Close frame", "silence": "nothing"}
    return words.get(kind, f"HTTP {code}")
