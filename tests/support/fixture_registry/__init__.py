"""A small, valid registry for tests that damage it: every assigned code, each with made-up texts."""

from __future__ import annotations

import shutil
from pathlib import Path

from closecodes.model.iana import OPEN, parse_table
from closecodes.model.pair import EVENTS, OF_PROXIES
from closecodes.model.protocol import LOCAL_ONLY, RFC_6455_CODES
from closecodes.rules.names import LONGEST_NAME

HERE = Path(__file__).parent
VOCABULARY = HERE.parents[2] / "data" / "terms.yml"  # there is one vocabulary, whatever the data

IANA = HERE.parents[2] / "data" / "iana" / "close-code-number.csv"  # and one table of assigned codes
_ROWS = [row for _, row in parse_table(IANA.read_text("utf-8"))]
NAMES = {row.first: row.meaning for row in _ROWS if row.meaning not in OPEN}
UNASSIGNED = max(row.last for row in _ROWS if row.meaning == "Unassigned" and row.last < 3000)
"""A number below 3000 that nobody has registered yet."""


def write(folder: Path) -> None:
    """Write the registry into `folder`, which must not exist yet."""
    shutil.copytree(HERE / "data", folder)
    shutil.copy(VOCABULARY, folder)
    (folder / "events.yml").write_text("".join(map(_event, EVENTS)), encoding="utf-8")
    (folder / "iana").mkdir()
    shutil.copy(IANA, folder / "iana")
    (folder / "codes").mkdir()
    template = (HERE / "code.yml").read_text(encoding="utf-8")
    for code in NAMES:
        text = template
        for word, value in _values(code).items():
            text = text.replace(f"<{word}>", value)
        (folder / "codes" / f"{code}.yml").write_text(text, encoding="utf-8")


def _event(id: str) -> str:
    """What can happen is one closed list, whatever the data."""
    at = "proxy" if id in OF_PROXIES else "direct"
    return (
        f"{id}:\n  label: That is {id}\n  happens: So it happens.\n  check: Look.\n  at: {at}\n"
        "  fix: {client: Wait.}\n  cite: [rfc6455 7.4.1]\n"
    )


def _values(code: int) -> dict[str, str]:
    reserved = NAMES[code] == "Reserved"
    sendable = not reserved and code not in LOCAL_ONLY
    return {
        "code": str(code),
        "name": NAMES[code],
        "label": "label: Bad gateway" if len(NAMES[code]) > LONGEST_NAME else "# no label",
        "status": "registered" if sendable else "reserved" if reserved else "local-only",
        "defined_by": "rfc6455 7.4.1, iana" if code in RFC_6455_CODES else "iana",
        "sender": ("client" if code == 1010 else "either") if sendable else "nobody",
        "reason": "reason: going home" if sendable else "# no reason",
        "other": str(1000 if code == 1001 else 1001),
        "more": "\n".join(f"- {{code: {c}, difference: That is {c}.}}" for c in NAMES if c > 1001)
        if code == 1001
        else "",
    }
