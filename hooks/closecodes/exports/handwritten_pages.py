"""Hand-written pages as Markdown that needs no processor of ours."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .. import front_matter
from ..html import divided

_FENCE = re.compile(r"```\{ ?\.(\w+)(?:[^\w}][^}]*)?\}")
_FIGURE = re.compile(r"<(figure)\b")
_PICTURE = re.compile(r"<(desc)\b")
_CAPTION = re.compile(r"<(figcaption)\b")
_VERBATIM = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_CODE = re.compile(r"<code>([^<`]*)</code>")
_TAG = re.compile(r"</?[a-z][^<>]*>")


def without_html(text: str) -> str:
    """The page without its head and its tags; pictures become their descriptions.

    What is hidden until a script shows it is left out: without the script it does nothing.
    """
    head, body = front_matter.split(text)
    shown = divided("\n".join(_shown(body.lstrip("\n").split("\n"))), _FIGURE)
    body = "".join(_described(part) if index % 2 else part for index, part in enumerate(shown))
    body = "\n".join(map(_without_attributes, body.split("\n")))
    parts = _VERBATIM.split(body)
    body = "".join(part if index % 2 else _plain(part) for index, part in enumerate(parts))
    body = re.sub(r"\n{3,}", "\n\n", body)
    return body if body.startswith("# ") else f"# {head.get('title', '')}\n\n{body}"


def _shown(lines: list[str]) -> Iterator[str]:
    depth = 0
    for line in lines:
        if depth or re.match(r"<div\b[^>]*\bhidden\b", line):
            depth += len(re.findall(r"<div\b", line)) - line.count("</div>")
        else:
            yield line


def _without_attributes(line: str) -> str:
    """The line without the attribute list of its code block, or one at its end, such as `{ #an-anchor }`."""
    if fence := _FENCE.match(line):
        return f"```{fence[1]}{line[fence.end() :]}"
    text, brace, rest = line.rstrip(" \t").rpartition("{")
    is_list = brace and rest.find("}") == len(rest) - 1 and rest.removeprefix(" ").startswith(("#", ".", ":"))
    return text.rstrip(" \t") if is_list else line


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", _CODE.sub(r"`\1`", text)))


def _described(figure: str) -> str:
    elements = [part for opening in (_PICTURE, _CAPTION) for part in divided(figure, opening)[1:2]]
    texts = [element.partition(">")[2].rpartition("</")[0] for element in elements]
    return f"Picture: {' '.join(' '.join(text.split()) for text in texts)}"
