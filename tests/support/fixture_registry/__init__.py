"""A small, valid registry for tests that damage it: every assigned code, each with made-up texts."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent
VOCABULARY = HERE.parents[2] / "data" / "terms.yml"  # there is one vocabulary, whatever the data

GATEWAY = (
    "The server was acting as a gateway or proxy and received an invalid response from the upstream server. "
    "This is similar to 502 HTTP Status Code."
)
NAMES = {
    1000: "Normal Closure", 1001: "Going Away", 1002: "Protocol error", 1003: "Unsupported Data", 1004: "Reserved",
    1005: "No Status Rcvd", 1006: "Abnormal Closure", 1007: "Invalid frame payload data", 1008: "Policy Violation",
    1009: "Message Too Big", 1010: "Mandatory Ext.", 1011: "Internal Error", 1012: "Service Restart",
    1013: "Try Again Later", 1014: GATEWAY, 1015: "TLS handshake", 3000: "Unauthorized", 3003: "Forbidden",
    3008: "Timeout",
}  # fmt: skip


def write(folder: Path) -> None:
    """Write the registry into `folder`, which must not exist yet."""
    shutil.copytree(HERE / "data", folder)
    shutil.copy(VOCABULARY, folder)
    (folder / "codes").mkdir()
    template = (HERE / "code.yml").read_text(encoding="utf-8")
    for code in NAMES:
        text = template
        for word, value in _values(code).items():
            text = text.replace(f"<{word}>", value)
        (folder / "codes" / f"{code}.yml").write_text(text, encoding="utf-8")


def _values(code: int) -> dict[str, str]:
    sendable = code not in (1004, 1005, 1006, 1015)
    return {
        "code": str(code),
        "name": NAMES[code],
        "label": "label: Bad gateway" if code == 1014 else "# no label",
        "status": "registered" if sendable else "reserved" if code == 1004 else "local-only",
        "defined_by": "rfc6455 7.4.1, iana" if code <= 1011 or code == 1015 else "iana",
        "sendable": str(sendable).lower(),
        "sender": ("client" if code == 1010 else "either") if sendable else "nobody",
        "browser": str(code == 1000 or code >= 3000).lower(),
        "reason": "reason: going home" if sendable else "# no reason",
        "other": str(1000 if code == 1001 else 1001),
        "more": "\n".join(f"- {{code: {c}, difference: That is {c}.}}" for c in NAMES if c > 1001)
        if code == 1001
        else "",
    }
