"""What the values of the data are called: the one place where pages, tables and lists take their words from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import defaults
from ..model import Default, Library, Observation, Outcome, Reconnect, Service, Span, ThingKind, Verified
from ..model.case import CASES
from ..unanswered import seconds_after
from .summary_strip import StripCell

NOT_ESTABLISHED = "not established"

PASSING = {"yes": "yes", "odd": "yes, though undefined", "no": "no", "unknown": "?"}
"""What a picture's cell says."""

_EVIDENCE = {"source": "read in its source", "docs": "from its documentation", "measured": "measured"}
_ECHO = {
    "full": "The same code and reason.",
    "code": "The same code without the reason.",
    "normal": "Always 1000.",
    "application": "Only what the application sends.",
    "never": "None.",
}
_REPORTED = {"none": "no number", "error": "an error", "depends": "depends on what runs below"}
_BY_ITSELF = {
    1005: "Close without a code by themselves",
    1006: "Drop the connection without a Close frame by themselves",
}
_CASES = {case: text for part in CASES.values() for case, text in part.items()}
_WIRE = {
    "empty": "Close frame without a code",
    "fin": "TCP ends, no Close frame",
    "reset": "TCP reset, no Close frame",
    "open": "nothing; the connection stays open",
}

_THINGS: dict[ThingKind, str] = {"constant": "constants", "text": "log texts", "default": "defaults"}


def spans(allowed: tuple[Span, ...] | None) -> str:
    """Runs of codes, such as `1000-1003, 3000-4999`."""
    if allowed is None:
        return NOT_ESTABLISHED
    return ", ".join(map(str, allowed)) or "none"


def sent(code: int | None) -> str:
    """What a number in the data stands for on the wire: 1005 and 1006 mean no code and no frame."""
    return {None: "stays open", 1005: "no code", 1006: "no frame"}.get(code, str(code))


def reported(value: Outcome | None) -> tuple[str, ...]:
    """What the application is given, one entry for each possibility; none when that is not established."""
    return tuple(_REPORTED.get(str(item), str(item)) for item in value.reported) if value else ()


def outcome(value: Outcome | None) -> str:
    """What the application is given, in a word or two."""
    return " or ".join(reported(value)) or NOT_ESTABLISHED


def by_itself(number: int) -> str:
    """The heading over those that send a code without being asked."""
    return _BY_ITSELF.get(number, "Send it by themselves")


def do(yes: int, no: int) -> str:
    """How many do something and how many do not."""
    return f"{yes} {_does(yes)}, {no} {_does(no)} not."


def _does(count: int) -> str:
    return "does" if count == 1 else "do"


def advised_by(reconnect: Reconnect) -> str:
    """Whose advice it is."""
    by = reconnect.advised_by
    return f"Stated by {by}" if reconnect.basis == "stated" else by[0].upper() + by[1:]


@dataclass(frozen=True)
class Users:
    """How many services document a number, for the page and for the description of it."""

    sentence: str
    description: str


def users(number: int, services: Sequence[Service]) -> Users:
    """Who documents a number that no registry assigns.  A service may list it twice."""
    count = len({service.id for service in services})
    what = "known service documents" if count == 1 else "known services document"
    short = "service that documents" if count == 1 else "services that document"
    return Users(
        f"{'One' if count == 1 else count} {what} {number}.",
        f"WebSocket close code {number}: what it means at the {count} {short} it.",
    )


@dataclass(frozen=True)
class Behaviour:
    """What a library does, in words: the strip, what it rests on, and sections of terms with texts of the data."""

    strip: tuple[StripCell, ...]
    evidence: tuple[str, ...]
    sections: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def behaviour(library: Library) -> Behaviour:
    """What a library sends, accepts and reports."""
    sends, receives, absent = library.sends, library.receives, library.absent
    default = None if sends.default is None else sent(sends.default)
    strip = (
        StripCell("No Close frame arrives", outcome(absent.no_frame), "", "What the application is given"),
        StripCell("Close frame without a code", outcome(absent.no_code), "", "What the application is given"),
        StripCell("close() without a code", default or NOT_ESTABLISHED, "", "What goes on the wire"),
        StripCell("May send", spans(sends.allowed), "", "Through its close call"),
    )
    sending = (
        ("May send", spans(sends.allowed)),
        ("Other codes", _text(sends.refusal)),
        ("close() without a code", _text(default)),
        ("Reason over 123 bytes", _text(sends.long_reason_text or sends.long_reason)),
    )
    receiving = (
        ("Refused or rewritten", spans(receives.refused)),
        ("What happens then", _text(receives.response)),
        ("Answer to a good Close", _text(_ECHO[receives.echo] if receives.echo else None)),
    )
    lost = (
        ("No Close frame", _told(absent.no_frame)),
        ("Close without a code", _told(absent.no_code)),
        ("TLS failure", _told(absent.tls_failure)),
    )
    sections = (
        ("sending", "Sending", sending),
        ("receiving", "Receiving", receiving),
        ("lost", "When the connection is lost", lost),
    )
    evidence = tuple(_EVIDENCE[kind] for kind in library.evidence)
    if library.is_platform:
        return Behaviour(_platform_strip(library), evidence, tuple(filter(_has_rows, map(_established, sections))))
    return Behaviour(strip, evidence, sections)


def _established(section: tuple[str, str, tuple[tuple[str, str], ...]]) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """A section without what is not established: of a platform most questions to an application make no sense."""
    id, title, rows = section
    return id, title, tuple(row for row in rows if row[1] not in (_text(None), NOT_ESTABLISHED))


def _has_rows(section: tuple[str, str, tuple[tuple[str, str], ...]]) -> bool:
    return bool(section[2])


def _platform_strip(library: Library) -> tuple[StripCell, ...]:
    """What people ask of a platform: when it closes a quiet connection, and when any."""
    quiet = [default for default in library.defaults if default.limits == "idle"]
    life = [default for default in library.defaults if default.limits == "life"]
    sizes = [default for default in library.defaults if default.limits == "message"]
    helped = defaults.pings_help(quiet[0]) if quiet and quiet[0].seconds is not None else ""
    return (
        StripCell("Quiet for", _values(quiet), "", "Then it closes"),
        StripCell("Pings keep it open", helped or NOT_ESTABLISHED, "", "Sent in time"),
        StripCell("Open for", _values(life), "", "At most, idle or not"),
        StripCell("Largest message", _values(sizes), "", "That it takes"),
    )


def _values(found: Sequence[Default]) -> str:
    return ", ".join(dict.fromkeys(map(defaults.value, found))) or NOT_ESTABLISHED


def _told(value: Outcome | None) -> str:
    return _text(value.text if value else None)


def _text(text: str | None) -> str:
    return text or "Not established."


def subject(row: Observation) -> str:
    """What a measured row is about: codes and cases."""
    return ", ".join([*map(str, row.codes), *(_CASES.get(case, case) for case in row.cases)])


def outcome_of(row: Observation) -> str:
    """What happened in a measured row, in one line."""
    parts = []
    if row.app:
        told = {"code": f"application told {row.app.number}", "same": "application told the same code"}
        parts.append(told.get(row.app.kind, "application told no code"))
    if row.app_reason:
        parts.append(f"with the reason “{row.app_reason}”")
    if row.refused:
        parts.append(f"refused: {row.refused}")
    if row.wire:
        parts.append(_on_the_wire(row))
    if row.waited is not None:
        parts += [
            _timed("application told", row.told_after, row.waited),
            _timed("TCP ended", row.ended_after, row.waited),
        ]
    return "; ".join(parts) or "nothing"


def _timed(what: str, seconds: int | None, waited: int) -> str:
    if seconds is None:
        return f"{what} not within {waited} s"
    return f"{what} at once" if seconds == 0 else f"{what} after {seconds_after(seconds)}"


def _on_the_wire(row: Observation) -> str:
    assert row.wire is not None
    kind = row.wire.kind
    if kind == "http":
        return f"HTTP {row.wire.number}"
    text = {"code": f"on the wire {row.wire.number}", "same": "on the wire the same code"}.get(kind) or _WIRE[kind]
    return f"{text} “{row.wire_reason}”" if row.wire_reason else text


def verified(found: Verified, share: Mapping[ThingKind, tuple[int, int]]) -> str:
    """What stands in the source, in a sentence: `15 of 15 constants, 20 of 24 log texts`."""
    shares = ", ".join(f"{seen} of {whole} {_THINGS[kind]}" for kind, (seen, whole) in share.items())
    return f"Read in {', '.join(found.read)}, verified {found.day}: {shares or 'the files are there'}."
