"""Whether a constant, a log text or a line stands in the text of a source file.

Nothing here guesses: a name is a whole word, a number is the one that stands with it, a log text stands there letter
by letter between its placeholders.  Only white space, the seams of a text that is put together from several literals,
and escaped quotes may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

REACH = 200
"""Characters after a constant's name in which its number stands; a declaration may go over a few lines."""

WINDOW = 400
"""Characters that a log text may span in the source beyond its own length: what stands at the placeholders."""

_NUMBER = re.compile(r"(?<![\w.])[0-9]\w*")
_LITERAL = re.compile(r"(0[xX])?([0-9a-fA-F]+?)(?:[uU]?[lL]{0,2}|u16|i32)")
_PLACEHOLDER = re.compile(r"<[^<>]*>")
_QUOTE = re.compile(r"[\"'`]")
_QUOTES = ('"', "'", "`")
_PUT_IN = (*_QUOTES, "%", "{", "${", "#{", "\\(", "$")
"""What follows a prefix: the end of the literal, or a place where something is put in."""
_MARKS = " ()[]:;,."
"""What may stand around a number in a piece."""
_SEPARATORS = ("::", ".", "#", ":", "/", "`", "$", "\\")
_SEAMS = {"", "+", ".", "..", "<>", "++", "~", "&", "^", "\\"}
"""What joins two literals: nothing in C and Python, an operator elsewhere."""
_PREFIXES = "fFrRbBuUL8"
_ESCAPES = (('\\"', '"'), ("\\'", "'"), ("\\`", "`"), ("\\n", " "), ("\\r", " "), ("\\t", " "))
_ENOUGH = 4
"""Letters and digits of a log text outside its placeholders; fewer stand anywhere."""
_NEAR = 10
"""Characters in which the end of what is put in is looked for."""
_ASCII = 127
_ALONE = 8
"""Letters and digits of a name that is found without quotes around it; shorter words stand in comments too."""
_NAME = re.compile(r"\w[\w.]*")
_BEFORE = re.compile(r"(?:[\"'`}]|%[-+.\d]*[a-z])\s*\Z")
"""What stands before a piece: the quote of its literal, or something that is put in."""
_LABEL = re.compile(r"\bcase\s+(-?)([0-9]\w*)\s*:\s*return\s+\Z")


def last_part(name: str) -> str:
    """The part of a constant's name that its declaration has: `NORMAL` of `codes::Close.NORMAL`."""
    part = name.partition("(")[0]
    for separator in _SEPARATORS:
        part = part.rpartition(separator)[2]
    return part


def constant_stands(name: str, number: int, source: str) -> bool:
    """Whether the name stands in the source with its number.

    The number is the first that follows the name within `REACH`, or the last before it on the same line, as in
    `1000: "NORMAL"`, or that of the `case` whose statement returns the name.  A counter without written numbers does
    not count.
    """
    word = last_part(name)
    return any(
        number in (_first_number(source, end), _last_number(source, start), _label(source, start))
        for start, end in _words(word, source)
    )


def on_one_line(one: str, other: str, source: str) -> bool:
    """Whether two names stand on one line, as in `ABNORMAL = NO_CLOSE`."""
    return any(next(_words(last_part(other), line), None) for line in _lines_with(last_part(one), source))


def _lines_with(word: str, source: str) -> Iterator[str]:
    """The lines in which a word stands."""
    for start, end in _words(word, source):
        last = source.find("\n", end)
        yield source[source.rfind("\n", 0, start) + 1 : last if last >= 0 else None]


def _label(source: str, at: int) -> int | None:
    """The number of the `case` label whose statement returns what begins here."""
    match = _LABEL.search(source, max(0, at - REACH), at)
    return _value(source, match.start(2)) if match else None


def _words(word: str, source: str) -> Iterator[tuple[int, int]]:
    """Where a word stands as a whole."""
    start = source.find(word) if word else -1
    while start >= 0:
        if _bounded(source, start, start + len(word)):
            yield start, start + len(word)
        start = source.find(word, start + 1)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a piece is no part of a longer word."""
    return _starts_word(text, start) and _ends_word(text, end)


def _starts_word(text: str, at: int) -> bool:
    return not (_wordy(text[at]) and _wordy(text[at - 1 : at]))


def _ends_word(text: str, at: int) -> bool:
    return not (_wordy(text[at - 1]) and _wordy(text[at : at + 1]))


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_"


def _first_number(source: str, at: int) -> int | None:
    match = _NUMBER.search(source, at, at + REACH)
    # The literal is read to its end, though it may lie beyond the reach.
    return _value(source, match.start()) if match else None


def _last_number(source: str, at: int) -> int | None:
    line = source.rfind("\n", 0, at) + 1
    starts = [match.start() for match in _NUMBER.finditer(source, max(line, at - REACH), at)]
    return _value(source, starts[-1]) if starts else None


def _value(source: str, start: int) -> int | None:
    """The whole number written at a place, in digits or hexadecimal, with its sign."""
    word = _NUMBER.match(source, start)
    literal = _LITERAL.fullmatch(word[0].replace("_", "")) if word else None
    if literal is None or (not literal[1] and not literal[2].isdecimal()):
        return None
    value = int(literal[2], 16 if literal[1] else 10)
    return -value if source[start - 1 : start] == "-" else value


class Source:
    """The text of one file in the forms in which texts are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        plain = text.replace("\\\n", "")  # a literal that goes on in the next line
        for escaped, meant in _ESCAPES:
            plain = plain.replace(escaped, meant)
        forms = (text, plain, _joined(text), _joined(plain))
        self.forms = tuple(dict.fromkeys(map(_folded, forms)))

    def has_line(self, text: str) -> bool:
        """Whether a piece of source stands here, white space aside, and not as a part of longer words."""
        wanted = _folded(text)
        return next(_words(wanted, self.forms[0]), None) is not None

    def has_text(self, text: str, number: int | None = None) -> bool:
        """Whether a log text stands here: its pieces between placeholders in order, within `WINDOW`.

        Where a program writes the close code into the text, our text has the number, as in `close 1006 (abnormal)`, or
        the character of that number, where a program takes it for one.  Where
        it puts a prefix before several texts, both stand there as literals of their own, the prefix up to its colon.
        """
        ways = _ways(text, number)
        if any(_stand_in_order(way, form) for way in ways for form in self.forms):
            return True
        return any(
            self._has_prefix(text[: at + 1]) and self._has_literal(text[at + 1 :], number) for at in _colons(text)
        )

    def has_piece(self, piece: str, number: int | None = None) -> bool:
        """Whether a piece of a text stands here: as a literal, or between places where something is put in.

        A name, which a program may turn into a text, stands here as a word.  A number stands here as one, if it is not
        the close code.  What has neither letters nor digits outside placeholders is not looked for.
        """
        wordy = [part for part in _PLACEHOLDER.split(piece) if any(map(_wordy, part))]
        letters = sum(map(_wordy, "".join(wordy)))
        if not letters:
            return True
        if len(wordy) == 1 and wordy[0].strip(_MARKS).isdecimal():
            value = int(wordy[0].strip(_MARKS))
            return value == number or value in self._numbers
        if letters >= _ALONE and _NAME.fullmatch(piece):
            return any(next(_words(piece, form), None) for form in self.forms)
        return any(_is_literal(way, form) for way in _ways(piece, number) for form in self.forms)

    @cached_property
    def _numbers(self) -> set[int | None]:
        """All numbers that are written here."""
        return {_value(self.text, match.start()) for match in _NUMBER.finditer(self.text)}

    def _has_prefix(self, prefix: str) -> bool:
        """Whether a literal ends with the prefix, or goes on with something that is put in."""
        return any(
            form[end : end + 4].lstrip().startswith(_PUT_IN)
            for form in self.forms
            for start, end in _words(_folded(prefix), form)
            if form[start - 1] in _QUOTES
        )

    def _has_literal(self, text: str, number: int | None) -> bool:
        return any(_stand_in_order(way, form, literal=True) for way in _ways(text, number) for form in self.forms)


def _ways(text: str, number: int | None) -> list[list[str]]:
    """The pieces that a text may be looked for in."""
    ways = [[text], _PLACEHOLDER.split(text)]
    if number is not None and number >= 0:
        ways.append(_PLACEHOLDER.split(re.sub(rf"\b{number}\b", "<n>", text)))
    if number is not None and number > _ASCII and chr(number) in text:
        ways.append(text.split(chr(number)))
    return ways


def _colons(text: str) -> list[int]:
    """Where a prefix may end."""
    return [match.start() for match in re.finditer(": ", text)]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _joined(text: str) -> str:
    """A source with its literals put together where nothing but a seam lies between two quotes of a kind."""
    parts, kept, open_at = [], 0, None
    for match in _QUOTE.finditer(text):
        if open_at is not None and text[open_at] == match[0] and _is_seam(text[open_at + 1 : match.start()]):
            parts.append(text[kept:open_at])
            kept, open_at = match.end(), None
        else:
            open_at = match.start()
    return "".join([*parts, text[kept:]])


def _is_seam(between: str) -> bool:
    if len(between) > REACH:
        return False
    return between.strip().rstrip(_PREFIXES).strip() in _SEAMS


def _stand_in_order(pieces: list[str], form: str, literal: bool = False) -> bool:
    """Whether pieces stand there in order; as a `literal` of its own the first follows a quote."""
    folded = [_folded(piece) for piece in pieces]
    wanted = [piece for piece in folded if piece]
    if sum(map(_wordy, "".join(wanted))) < _ENOUGH:
        return False
    reach = sum(map(len, wanted)) + WINDOW
    start = form.find(wanted[0])
    while start >= 0:
        if (form[start - 1 : start] in _QUOTES) if literal else (not folded[0] or _starts_word(form, start)):
            end = _end_of(wanted, form, start, start + reach)
            if end and (not folded[-1] or _ends_word(form, end)):
                return True
        start = form.find(wanted[0], start + 1)
    return False


def _is_literal(pieces: list[str], form: str) -> bool:
    """Whether pieces stand there in order, from where a literal begins to where it ends, or something is put in."""
    folded = [_folded(piece) for piece in pieces]
    wanted = [piece for piece in folded if piece]
    reach = sum(map(len, wanted)) + WINDOW
    start = form.find(wanted[0])
    while start >= 0:
        if not folded[0] or _BEFORE.search(form, max(0, start - _NEAR), start):
            end = _end_of(wanted, form, start, start + reach)
            if end and (not folded[-1] or form[end : end + 4].lstrip().startswith(_PUT_IN)):
                return True
        start = form.find(wanted[0], start + 1)
    return False


def _end_of(wanted: list[str], form: str, start: int, limit: int) -> int:
    """Where the last of the pieces ends when they follow from here; 0 where they do not."""
    end = start
    for piece in wanted:
        at = form.find(piece, end, limit)
        if at < 0:
            return 0
        end = at + len(piece)
    return end
