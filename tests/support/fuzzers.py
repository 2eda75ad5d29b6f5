"""Ways to damage one file of `data/`: its bytes, its YAML, its values, the file itself.

Each takes a random source and the file's text and gives the new content, or None where it cannot be applied.
"""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

Damage = Callable[[random.Random, str], bytes | None]

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></article><h1>x</h1>",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "{{ 7 * 7 }}{% raw %}{% include 'x' %}",
    "{: onclick=alert(1) } { #meaning }",
    "```\n</code></pre>\n```",
    "x\n---\ntitle: y\n---\n# z",
    "[x]: javascript:alert(1)\n[x]",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "javascript:alert(1)",
    "`a` **b** [1006] [9999] `",
    'https://example.org/" onmouseover="alert(1)',
    "../../../../etc/passwd",
    "x\u202ey\u0000z",
    "%s %(x)s {0} \\N{BULLET} $(id) `id`",
    "| a | b |\n| - | - |",
    "[^1]\n\n[^1]: note",
)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1005, 65535, 65536, 10**30, 3.5, "", " ", "1006", "01006", "on", "2026-02-30", "null",
    datetime.date(2026, 2, 3), datetime.date(1, 1, 1), [], {}, [[]], [None], {"x": 1}, {1: 2}, ["x", 1, None], {"1": {"2": {}}},
)  # fmt: skip


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value inside a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


def change(random_: random.Random, text: str, edit: Callable[[Any, Any], Any], only: type = object) -> bytes | None:
    """The document with one value edited: `edit` gets what holds it and its key."""
    document = yaml.safe_load(text)
    found = [path for path in places(document) if isinstance(at(document, path), only)]
    if not found:
        return None
    path = random_.choice(found)
    edit(at(document, path[:-1]), path[-1])
    return yaml.dump(document, Dumper=_Plain, sort_keys=False, allow_unicode=True).encode()


def at(document: Any, path: tuple[Any, ...]) -> Any:
    """The value at a path."""
    for key in path:
        document = document[key]
    return document


def value(random_: random.Random, text: str) -> bytes | None:
    """Another type, number or date."""
    return change(random_, text, lambda holder, key: holder.__setitem__(key, random_.choice(VALUES)))


def hostile(random_: random.Random, text: str) -> bytes | None:
    """Markup, template syntax and addresses where a text stood."""
    return change(random_, text, lambda holder, key: holder.__setitem__(key, random_.choice(HOSTILE)), str)


def hostile_beside(random_: random.Random, text: str) -> bytes | None:
    """The same behind the text that was there."""
    return change(random_, text, lambda h, key: h.__setitem__(key, f"{h[key]} {random_.choice(HOSTILE)}"), str)


def missing(random_: random.Random, text: str) -> bytes | None:
    """A value less."""
    return change(random_, text, lambda holder, key: holder.__delitem__(key))


def twice(random_: random.Random, text: str) -> bytes | None:
    """A list with an item twice."""
    return change(random_, text, lambda holder, key: holder[key].extend(holder[key][:1]), list)


def renamed(random_: random.Random, text: str) -> bytes | None:
    """A key that is none."""
    names = ("x", "", "code", 7, True, HOSTILE[0], "a.b", "__class__", "origin")
    return change(random_, text, lambda holder, key: holder[key].update({random_.choice(names): 1}), dict)


def number(random_: random.Random, text: str) -> bytes | None:
    """Another number."""
    numbers = (-(10**9), -1, 0, 999, 1004, 1005, 1006, 1015, 2999, 4004, 65535, 65536, 10**18, 10**40)
    return change(random_, text, lambda holder, key: holder.__setitem__(key, random_.choice(numbers)), int)


def reference(random_: random.Random, text: str) -> bytes | None:
    """A citation or id of something that does not exist."""
    ids = ("nobody 1", "rfc6455", "rfc6455 99.99", "library nobody", "service nobody", "iana <b>", "ghost")
    return change(random_, text, lambda holder, key: holder.__setitem__(key, random_.choice(ids)), str)


def long(random_: random.Random, text: str) -> bytes | None:
    """A text, list or file that is far too long."""
    size = random_.choice((4001, 100_000, 400_000))
    if random_.random() < 0.3:
        return (text + "# " + "x" * size).encode()
    return change(random_, text, lambda holder, key: holder.__setitem__(key, "x y " * (size // 4)), str)


def deep(random_: random.Random, text: str) -> bytes | None:
    """Brackets, dashes or keys in each other by the thousand."""
    depth = random_.choice((13, 200, 20_000))
    nest = random_.choice(
        ("[" * depth + "]" * depth, "{a: " * depth + "}" * depth, "- " * depth + "x", "? " * depth + "x")
    )
    return (text + f"\ndeep: {nest}\n" if nest[0] in "[{" else text + f"\n{nest}\n").encode()


def aliases(random_: random.Random, text: str) -> bytes | None:
    """A billion laughs, and lesser ones."""
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, random_.choice((2, 10, 40)))
    )
    return random_.choice(
        (laughs + text, laughs, f"&x {text}" if text[0] != "#" else laughs, "a: &a [*a]\n", "<<: *x\n" + text)
    ).encode()


def tags(random_: random.Random, text: str) -> bytes | None:
    """Tags that would build Python objects, where a YAML reader lets them."""
    tag = random_.choice(
        ("!!python/object/apply:os.system ['true']", "!!binary aGk=", "!x 1", "!!set {a}", "!!float 1", "!!str 5")
    )
    lines = text.splitlines(keepends=True)
    found = [i for i, line in enumerate(lines) if ": " in line and not line.lstrip().startswith("#")]
    if not found:
        return None
    place = random_.choice(found)
    lines[place] = lines[place].split(": ")[0] + f": {tag}\n"
    return "".join(lines).encode()


def syntax(random_: random.Random, text: str) -> bytes | None:
    """A character of YAML's own somewhere."""
    place = random_.randrange(len(text))
    return (text[:place] + random_.choice("\"'[]{}:,#&*!|>%@`\t\n-? ") + text[place:]).encode()


def lines(random_: random.Random, text: str) -> bytes | None:
    """A line gone, twice, elsewhere, or indented otherwise."""
    found = text.splitlines(keepends=True)
    place, other = random_.randrange(len(found)), random_.randrange(len(found))
    kind = random_.randrange(4)
    if kind == 0:
        del found[place]
    elif kind == 1:
        found.insert(place, found[place])
    elif kind == 2:
        found[place], found[other] = found[other], found[place]
    else:
        found[place] = random_.choice((" ", "\t", "   ")) + found[place]
    return "".join(found).encode()


def bytes_(random_: random.Random, text: str) -> bytes | None:
    """A byte changed, or the rest cut off."""
    raw = bytearray(text.encode())
    place = random_.randrange(len(raw))
    if random_.random() < 0.3:
        return bytes(raw[:place])
    raw[place] = random_.randrange(256)
    return bytes(raw)


def encoding(random_: random.Random, text: str) -> bytes | None:
    """Another encoding, a byte order mark, other ends of lines, characters that are not seen."""
    odd = ("\x00", "\x07", "\ufeff", "\u2028", "\x85", "\u202e", "\ufffe", "\U0010ffff")
    place = random_.randrange(len(text))
    return random_.choice((
        (text + "\u00e9").encode("latin-1", "replace"), text.encode("utf-16"), text.encode("utf-32-be"), b"\xef\xbb\xbf" + text.encode(),
        text.replace("\n", "\r\n").encode(), text.replace("\n", "\r").encode(), b"\xff\xfe\x00", b"\xc3(" + text.encode(),
        *((text[:place] + c + text[place:]).encode() for c in odd), "\ud800".encode("utf-8", "surrogatepass") + text.encode(),
    ))  # fmt: skip


def whole(random_: random.Random, text: str) -> bytes | None:
    """Another document altogether, or two."""
    return random_.choice((
        b"", b"\n", b"# only a comment\n", b"---\n", b"null\n", b"x\n", b"[]\n", b"{}\n", b"- x\n", b"a: 1\n", b"%YAML 9.9\n---\na: 1\n",
        b"{\"json\": true}", b"[" + b"1," * 50_000 + b"]", (text + "\n---\n" + text).encode(), (text + "\n...\n!").encode(),
    ))  # fmt: skip


CONTENTS: tuple[Damage, ...] = (
    value, value, hostile, hostile, hostile_beside, hostile_beside, missing, missing, twice, renamed, number, reference, long, deep,
    aliases, tags, syntax, syntax, lines, bytes_, encoding, whole,
)  # fmt: skip


def damage_file(random_: random.Random, path: Path) -> str:
    """Put something else where a file was; gives what."""
    target, kind = (
        path.parent.parent,
        random_.choice(("outside", "itself", "missing", "device", "folder", "pipe", "unreadable name")),
    )
    path.unlink()
    if kind == "outside":
        path.symlink_to(os.devnull if random_.random() < 0.5 else Path(__file__))
    elif kind == "itself":
        path.symlink_to(path.name)
    elif kind == "missing":
        path.symlink_to(target / "nowhere.yml")
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        (path.parent / random_.choice(("x.yaml", "Ü b.yml", "-x.yml", "\u202e.yml", "a\nb.yml"))).write_text(
            "x: 1\n", encoding="utf-8"
        )
    return kind
