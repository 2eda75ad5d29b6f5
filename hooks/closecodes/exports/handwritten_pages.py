"""Hand-written pages as Markdown that needs no processor of ours."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .. import front_matter

_ANCHOR = re.compile(r"[ \t]*\{ ?[#.:][^}\n]*\}[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^```\{ ?\.(\w+)[^}\n]*\}", re.MULTILINE)
_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)
_PICTURE = re.compile(r"<desc\b[^>]*>(.*?)</desc>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption>", re.DOTALL)
_VERBATIM = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_CODE = re.compile(r"<code>([^<`]*)</code>")
_TAG = re.compile(r"</?[a-z][^<>]*>")


def without_html(text: str) -> str:
    """The page without its head and its tags; pictures become their descriptions.

    What is hidden until a script shows it is left out: without the script it does nothing.
    """
    head, body = front_matter.split(text)
    body = _FIGURE.sub(_described, "\n".join(_shown(body.lstrip("\n").split("\n"))))
    body = _ANCHOR.sub("", _FENCE.sub(r"```\1", body))
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


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", _CODE.sub(r"`\1`", text)))


def _described(match: re.Match[str]) -> str:
    found = [pattern.search(match[0]) for pattern in (_PICTURE, _CAPTION)]
    return f"Picture: {' '.join(' '.join(text[1].split()) for text in found if text)}"
