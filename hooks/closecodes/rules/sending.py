"""Rules about what readers copy in order to send a code."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Registry, Snippet
from ..model.protocol import REASON_BYTES, script_may_send
from ..shape import Problem
from .rule import rule


@rule
def reasons_fit_in_123_bytes(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 5.5 and 5.5.1: 125 bytes less two for the code, counted in UTF-8."""
    for code in registry.codes:
        size = len((code.sending.reason or "").encode())
        if size > REASON_BYTES:
            yield code.origin.problem("sending.reason", f"has {size} bytes in UTF-8; write at most {REASON_BYTES}")


@rule
def reasons_need_no_escaping(registry: Registry) -> Iterator[Problem]:
    """Snippets hold the reason between double quotes, in JavaScript and in Python alike."""
    for code in registry.codes:
        reason = code.sending.reason or ""
        if not reason.isprintable() or any(sign in reason for sign in "\"'`\\"):
            yield code.origin.problem("sending.reason", "holds a quote, backslash or line break; write it without")


@rule
def codes_that_cannot_be_sent_have_no_reason_to_copy(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, section 7.4.1: a page must not show how to send what must not be sent."""
    for code in registry.codes:
        if not code.sendable and code.sending.reason is not None:
            yield code.origin.problem("sending.reason", f"stands with {code.code}, which is never sent; leave it out")
        if code.sendable and code.sending.reason is None:
            yield code.origin.problem(
                "sending.reason", f"is missing, but {code.code} can be sent; write a reason to copy"
            )


@rule
def snippets_have_ids_of_their_own(registry: Registry) -> Iterator[Problem]:
    """Pages and tests name a snippet by its id."""
    seen: set[str] = set()
    for snippet in registry.snippets:
        if snippet.id in seen:
            yield snippet.origin.problem("id", f"{snippet.id} is taken by another snippet; write a different one")
        seen.add(snippet.id)


@rule
def snippets_say_where_the_code_goes(registry: Registry) -> Iterator[Problem]:
    """A snippet is filled in for each code that it can send."""
    for snippet in registry.snippets:
        if "{code}" not in snippet.text:
            yield snippet.origin.problem("text", "holds no {code}; write it where the number goes")


@rule
def snippets_send_only_what_may_be_sent(registry: Registry) -> Iterator[Problem]:
    """RFC 6455, sections 5.5.1 and 7.4: never 1005, 1006, 1015, nor a number without a meaning."""
    for snippet, key, numbers in _spans(registry):
        wrong = [number for number in numbers if not registry.may_be_sent(number)]
        if wrong:
            yield snippet.origin.problem(key, f"holds {_some(wrong)}, which must not be sent; leave that out")


@rule
def browser_snippets_send_only_what_scripts_may(registry: Registry) -> Iterator[Problem]:
    """WHATWG, `close()`: 1000 and 3000-4999."""
    for snippet, key, numbers in _spans(registry):
        wrong = [number for number in numbers if not script_may_send(number)]
        if snippet.role == "browser" and wrong:
            yield snippet.origin.problem(
                key, f"holds {_some(wrong)}, which a script may not send; write 1000 and 3000-4999"
            )


def _spans(registry: Registry) -> Iterator[tuple[Snippet, str, range]]:
    for snippet in registry.snippets:
        for i, span in enumerate(snippet.sends):
            yield snippet, f"sends.{i}", range(span.first, min(span.last, 65536) + 1)


def _some(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:3]))
    return shown if len(numbers) <= 3 else f"{shown} and {len(numbers) - 3} more"
