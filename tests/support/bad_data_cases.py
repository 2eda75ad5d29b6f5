"""Single mistakes in the small registry, and what has to be said about each."""

from __future__ import annotations

from dataclasses import dataclass

from support.fixture_registry import UNASSIGNED

FILE = "codes/1006.yml"


@dataclass(frozen=True)
class BadDataCase:
    """A text to replace, what the message says about it, and where it points when not at the change itself."""

    old: str
    new: str
    key: str
    wrong: str
    instead: str
    file: str = FILE
    below: int = 0


BAD_DATA = {
    "a syntax error": BadDataCase("sender: nobody", "sender: any: body", "", "is not valid YAML", "check quotes"),
    "an unclosed bracket": BadDataCase("search: [", "search: [[", "", "is not valid YAML", "check quotes", below=1),
    "a duplicate key": BadDataCase("sender: nobody", "status: reserved", "status", "is given twice", "keep one"),
    "an unknown key": BadDataCase(
        "sender: nobody", "sender: nobody\nsendr: x",
        "sendr", "is not a key here", "the keys are code, name", below=1,
    ),
    "an unknown key inside": BadDataCase(
        "  why:", "  wy: x\n  why:",
        "reconnect.wy", "is not a key here", "the keys are verdict, how",
    ),
    "a missing key": BadDataCase("sender: nobody\n", "", "sender", "is missing", "write one of either, client", below=-8),
    "a missing key inside": BadDataCase(
        "  basis: inferred\n", "",
        "reconnect.basis", "is missing", "write one of stated", below=-3,
    ),
    "a code in quotes": BadDataCase("code: 1006", 'code: "1006"', "code", "is text ('1006')", "write a whole number"),
    "a code with a leading zero": BadDataCase(
        "code: 1006", "code: 01006",
        "code", "is not what it looks like to YAML", "leading zeros",
    ),
    "a code with an underscore": BadDataCase(
        "code: 1006", "code: 1_006",
        "code", "is not what it looks like to YAML", "underscores",
    ),
    "a code in hexadecimal": BadDataCase(
        "code: 1006", "code: 0x3ee",
        "code", "is not what it looks like to YAML", "write the number",
    ),
    "on for true": BadDataCase(
        "sender: nobody", "sender: on",
        "sender", "is not what it looks like to YAML", "write true or false",
    ),
    "text for true": BadDataCase(
        "reconnect: after-change, basis", 'retired: "true", reconnect: after-change, basis',
        "codes.3.retired", "is text ('true')", "write true or false", "services/bee.yml",
    ),
    "a key that follows from the rest": BadDataCase(
        "sender: nobody", "sender: nobody\nsendable: true",
        "sendable", "follows from the rest", "leave it out", below=1,
    ),
    "true for a text": BadDataCase(
        "summary: What 1006 means.", "summary: true",
        "summary", "is true or false (True)", "write text",
    ),
    "true for a number": BadDataCase("code: 1006", "code: true", "code", "is true or false (True)", "write a whole number"),
    "a section as a fraction": BadDataCase(
        "cite: [rfc6455 7.2.3]", "cite: [7.4]",
        "reconnect.cite.0", "is not what it looks like to YAML", "put it in quotes",
    ),
    "a citation without an id": BadDataCase(
        "cite: [rfc6455 7.2.3]", "cite: [3]",
        "reconnect.cite.0", "is a whole number (3)", "write a reference id",
    ),
    "a text for a list": BadDataCase(
        "symptoms: [it stopped at 1006]", "symptoms: it stopped",
        "symptoms", "is text", "write a list",
    ),
    "a list for a text": BadDataCase("summary: What 1006 means.", "summary: [What]", "summary", "is a list", "write text"),
    "a text for a mapping": BadDataCase(
        "fix: {client: Try again.}", "fix: Try again.",
        "causes.1.fix", "is text", "write a mapping with the keys client, server, proxy",
    ),
    "nothing for a text": BadDataCase("summary: What 1006 means.", "summary:", "summary", "is empty", "write text"),
    "spaces for a text": BadDataCase("summary: What 1006 means.", 'summary: "  "', "summary", "is empty", "write the text"),
    "a tag that does not exist": BadDataCase(
        "status: local-only", "status: localonly",
        "status", "is text ('localonly')", "write one of registered, reserved, local-only",
    ),
    "a date that does not exist": BadDataCase(
        "verified: 2026-11-01", "verified: 2026-11-31",
        "verified", "2026-11-31 is no day", "write a real date",
    ),
    "a date in words": BadDataCase(
        "verified: 2026-11-01", "verified: in November",
        "verified", "is text ('in November')", "write a date as YYYY-MM-DD",
    ),
    "a name different from the file": BadDataCase(
        "code: 1006", "code: 1016",
        "code", "is 1016 but the file is 1006.yml", "make them agree",
    ),
    "an alias": BadDataCase(
        "check: Look again.", "check: *look",
        "causes.1.check", "is an alias (*look)", "write the value out",
    ),
    "an invisible character": BadDataCase(
        "check: Look again.", 'check: "Look\\u200bagain."',
        "causes.1.check", "invisible character U+200B", "remove it",
    ),
    "a second document": BadDataCase(
        "verified:", "---\nverified:",
        "", "begins a second document", "put it into a file of its own",
    ),
    "an unknown reference": BadDataCase(
        "cite: [rfc6455 7.2.3]", "cite: [rfc6456 7.2.3]",
        "reconnect.cite.0", "rfc6456 is not in data/references.yml", "add it there",
    ),
    "an unknown library": BadDataCase(
        "library ant", "library anteater",
        "meaning.0.cite.1", "data/libraries/anteater.yml does not exist", "cite a file that does",
    ),
    "an unknown see-also": BadDataCase(
        "{code: 1001,", f"{{code: {UNASSIGNED},",
        "see_also.0.code", f"{UNASSIGNED} is not an assigned code", "name one",
    ),
    "a link to a number without a page": BadDataCase(
        "Look again.", f"Look at [{UNASSIGNED}].",
        "causes.1.check", f"[{UNASSIGNED}] links to a number without a page", f"write {UNASSIGNED} without brackets",
    ),
    "HTML": BadDataCase(
        "Look again.", "Look <script>alert(1)</script>",
        "causes.1.check", "holds HTML (<script>)", "write plain text",
    ),
    "a link to a script": BadDataCase(
        "Look again.", "Look [here](javascript:alert(1))",
        "causes.1.check", "holds a link", "cite the source",
    ),
    "a reason of 124 bytes in 42 characters": BadDataCase(
        "reason: going home", f"reason: {'€' * 41}a",
        "sending.reason", "has 124 bytes in UTF-8", "write at most 123", "codes/1000.yml",
    ),
    "a code outside its range": BadDataCase(
        "- span: 0-999", "- span: 0-1000",
        "span", "0-1000 is no range of RFC 6455", "the ranges are 0-999", "ranges.yml",
    ),
    "a gap between ranges": BadDataCase(
        "- span: 4000-4999", "- span: 4001-4999",
        "span", "4001-4999 leaves a gap", "begin it at 4000", "ranges.yml",
    ),
    "overlapping ranges": BadDataCase(
        "- span: 4000-4999", "- span: 3999-4999",
        "span", "3999-4999 overlaps the range before it", "begin it at 4000", "ranges.yml",
    ),
    "a span backwards": BadDataCase(
        "- span: 4000-4999", "- span: 4999-4000",
        "span", "is text ('4999-4000')", "write a number or a span such as 4000-4099", "ranges.yml",
    ),
    "an entry of a list that is no entry": BadDataCase(
        "- id: ant", "- ant\n- id: ant",
        "", "is text ('ant')", "write a mapping", "snippets.yml",
    ),
    "an unknown term": BadDataCase(
        "sender:\n", "sender:\n  owl: {label: Owl, explanation: An owl.}\n",
        "", "owl is no tag of sender", "the tags are", "terms.yml", below=1,
    ),
    "a term without an explanation": BadDataCase(
        "  unknown:", "  owl: {label: Owl}\n  unknown:",
        "explanation", "is missing", "write text", "terms.yml",
    ),
    "a group that is no group": BadDataCase(
        "side:\n", "owls: none\nside:\n",
        "owls", "is no mapping", "write its tags below it", "terms.yml",
    ),
    "a reference that is no entry": BadDataCase(
        "whatwg:\n", "owl: hoot\nwhatwg:\n",
        "", "is text ('hoot')", "write a mapping", "references.yml",
    ),
    "an unused reference": BadDataCase(
        "whatwg:\n", "owl: {title: Owl, publisher: Owls, url: 'https://example.org'}\nwhatwg:\n",
        "", "owl is cited nowhere", "cite it or remove it", "references.yml",
    ),
    "an id in a file that is named by it": BadDataCase(
        "name: Bee", "id: bee\nname: Bee",
        "id", "is not a key here", "the keys are name", "services/bee.yml",
    ),
    "a number that is no code": BadDataCase(
        "code: 4000", "code: 70000",
        "codes.3.code", "70000 is out of range", "write a whole number from 0 to 65535", "services/bee.yml",
    ),
    "a text as a key": BadDataCase(
        "  1006: LOST", '  "1006": LOST',
        "constants.1006", "has a key that is text ('1006')", "write a whole number", "libraries/ant.yml",
    ),
}  # fmt: skip
