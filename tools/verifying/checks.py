"""Look for what the data says of a library or a service in the files that it was read in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from closecodes.model import Library, Service, SourceFiles, Thing, things_of

from .matching import Source, constant_stands, on_one_line
from .sources import NEWEST, NotOpened, Opener

KINDS = {"libraries": ("constant", "text", "default"), "services": ("code", "name")}
_MOST_SHOWN = 6
"""Things not found that a line names; a library may lack dozens, and `--all` names them."""


@dataclass(frozen=True)
class Files:
    """What could be opened of the files of one entry."""

    texts: Sequence[tuple[str, str]]
    versions: tuple[str, ...]
    missing: tuple[str, ...]
    failed: tuple[str, ...]

    @property
    def partial(self) -> bool:
        """Whether a source could not be opened, or only in another version than the one that was read."""
        return bool(self.failed) or any(version.startswith(NEWEST) for version in self.versions)


@dataclass(frozen=True)
class Result:
    """What was looked for in the source of one library or service.

    `things` are the labels, such as `code 4004`, by kind, each with whether it was found; `explained` are those that
    the data says do not stand there letter by letter, `indirect` those that were found by way of other names or in
    pieces.  `stale` are those that stand there as they are, though the data has a reason or a way for them.
    """

    kind: str
    id: str
    things: Mapping[str, Mapping[str, bool]]
    files: Files
    explained: frozenset[str] = frozenset()
    indirect: frozenset[str] = frozenset()
    stale: tuple[str, ...] = ()
    unread: str = ""

    @property
    def opened(self) -> bool:
        """Whether anything could be looked at."""
        return bool(self.files.texts)

    @property
    def found(self) -> list[str]:
        """The labels of what was found."""
        return [label for things in self.things.values() for label, seen in things.items() if seen]

    @property
    def absent(self) -> list[str]:
        """The labels of what was not found and has no reason."""
        labels = [label for things in self.things.values() for label, seen in things.items() if not seen]
        return [label for label in labels if label not in self.explained]

    def line(self, everything: bool = False) -> str:
        """One line for people."""
        if not self.opened:
            missing = [f"no file {path}" for path in self.files.missing]
            return (
                f"{self.id}: not opened: {'; '.join([*self.files.failed, *missing]) or self.unread or 'names no files'}"
            )
        shares = ", ".join(f"{kind}s {_share(things)}" for kind, things in self.things.items())
        parts = [f"{self.id}: {shares}, in {', '.join(self.files.versions)}"]
        explained = [label for things in self.things.values() for label, seen in things.items() if not seen]
        if count := sum(label in self.explained for label in explained):
            parts[0] += f" ({count} explained)"
        if self.indirect:
            parts[0] += f" ({len(self.indirect)} by other names or in pieces)"
        absent = [*self.absent, *(f"file {path}" for path in self.files.missing)]
        shown = absent if everything else absent[:_MOST_SHOWN]
        if absent:
            more = f" and {len(absent) - len(shown)} more" if len(absent) > len(shown) else ""
            parts.append(f"not found: {', '.join(shown)}{more}")
        parts += [f"not opened: {reason}" for reason in self.files.failed]
        parts += [f"stands there, though the data says it does not: {label}" for label in self.stale]
        return "; ".join(parts)


def _share(things: Mapping[str, bool]) -> str:
    return f"{sum(things.values())} of {len(things)}"


def open_files(all_files: Iterable[SourceFiles], opener: Opener) -> Files:
    """Everything of an entry that can be opened; what cannot be is said and stops nothing."""
    texts: list[tuple[str, str]] = []
    versions, missing, failed = [], [], []
    for files in all_files:
        try:
            opened = opener(files)
        except NotOpened as error:
            failed.append(str(error))
            continue
        texts += [(path, text) for path, text in opened.texts.items() if text is not None]
        missing += [path for path, text in opened.texts.items() if text is None]
        versions.append(opened.version)
    return Files(texts, tuple(dict.fromkeys(versions)), tuple(missing), tuple(failed))


def verify_library(library: Library, opener: Opener, read: Sequence[SourceFiles] | None = None) -> Result:
    """Look for the constants, log texts and defaults of a library; `read` are other files than those of the data."""
    files = open_files(library.read if read is None else read, opener)
    sources = [(path, Source(text)) for path, text in files.texts]
    numbers: dict[str, int | None] = {}
    for message in library.messages:
        numbers.setdefault(message.text, message.code)
    things: dict[str, dict[str, bool]] = {kind: {} for kind in KINDS["libraries"]}
    explained: set[str] = set()
    indirect: set[str] = set()
    stale: list[str] = []
    for thing in things_of(library):
        code = numbers.get(thing.text)
        stands = _stands(thing, code, sources)
        led = not stands and _leads(thing, code, library, sources)
        things[thing.kind][thing.label] = stands or led
        if led:
            indirect.add(thing.label)
        if thing.text in (library.not_literal or {}):
            explained.add(thing.label)
        if stands and any(
            thing.text in (ways or {}) for ways in (library.not_literal, library.through, library.pieces)
        ):
            stale.append(thing.label)
    return Result(
        kind="libraries",
        id=library.id,
        things=things,
        files=files,
        explained=frozenset(explained),
        indirect=frozenset(indirect),
        stale=tuple(stale),
        unread=library.unread or "",
    )


def _stands(thing: Thing, code: int | None, sources: Sequence[tuple[str, Source]]) -> bool:
    if thing.kind == "constant":
        assert thing.number is not None
        return any(constant_stands(thing.text, thing.number, source.text) for _, source in sources)
    if thing.kind == "text":
        return any(source.has_text(thing.text, code) for _, source in sources)
    return any(source.has_line(thing.text) for path, source in sources if path == thing.path)


def _leads(thing: Thing, code: int | None, library: Library, sources: Sequence[tuple[str, Source]]) -> bool:
    """Whether a constant gets its number by way of other names, or all pieces of a log text stand there."""
    if thing.kind == "constant" and (through := (library.through or {}).get(thing.text)):
        assert thing.number is not None
        steps = pairwise((thing.text, *through))
        led = all(any(on_one_line(*step, source.text) for _, source in sources) for step in steps)
        return led and any(constant_stands(through[-1], thing.number, source.text) for _, source in sources)
    if thing.kind == "text" and (pieces := (library.pieces or {}).get(thing.text)):
        return all(any(source.has_piece(piece, code) for _, source in sources) for piece in pieces)
    return False


def verify_service(service: Service, opener: Opener, files: Sequence[SourceFiles] | None = None) -> Result:
    """Look for the numbers, names and reasons of one service; a name is found in any case and however its words
    are joined."""
    opened = open_files(service.source.files if files is None else files, opener)
    source = "\n".join(text for _, text in opened.texts)
    numbers, words = {n.replace("_", "") for n in re.findall(r"\d+(?:_\d+)*", source)}, _bare(source)
    codes = {f"code {row.code}": _is_written(row.code, numbers, source, words) for row in service.codes}
    names = {
        f"{kind} {row.code} {text!r}": all(part in words for part in _parts(text))
        for row in service.codes
        for kind, text in (("name", row.name), ("reason", row.reason))
        if text
    }
    return Result("services", service.id, {"code": codes, "name": names}, opened, unread=service.source.page or "")


def _is_written(code: int, numbers: set[str], source: str, words: str) -> bool:
    """Whether a number is written in the source: in digits, in hexadecimal, or as the standard constant's name."""
    if str(code) in numbers or re.search(rf"0x0*{code:x}\b", source, re.IGNORECASE):
        return True
    return any(re.search(name, words) for name in STANDARD_NAMES.get(code, ()))


STANDARD_NAMES = {
    1000: (r"(?<!ab)normal",),
    1001: (r"goingaway", r"closecodeaway"),
    1002: (r"(?<!sub)protocolerror",),
    1003: (r"unsupporteddata", r"cannotaccept", r"closecodeunsupported"),
    1006: (r"closeabnormalclosure",),
    1007: (r"invalidframepayload", r"invalidpayload", r"closestatusbaddata"),
    1008: (r"policyviolation",),
    1009: (r"toobig",),
    1011: (r"servererror", r"internalerror", r"unexpectedcondition", r"closecodeerror"),
    1012: (r"servicerestart",),
    1013: (r"tryagain", r"closecodeagain"),
    1015: (r"tlshandshake",),
    4500: (r"closestatussessionnotreliable",),
}
"""How sources of services write standard codes and Spring's 4500 without digits, as patterns for what `_bare` leaves.

Each stands in constants of libraries for that number, and for no other; tests hold them to it."""


def _bare(text: str) -> str:
    """A text without case and without what stands between words."""
    return re.sub(r"[^0-9a-z]+", "", text.casefold())


def _parts(text: str) -> list[str]:
    """The parts of a name or reason that do not vary; a name may list several, as `one / other` or `one, other`."""
    return [bare for part in re.split(r"<[^<>]*>|\s/\s|,\s", text) if (bare := _bare(part))]


def gone(result: Result, before: Iterable[str]) -> list[str]:
    """What was found before and is not found now; not what the data dropped.

    Where one of several sources could not be opened nothing is known to be gone: it may stand there.
    """
    if not result.opened or result.files.failed:
        return []
    absent = {label for things in result.things.values() for label, seen in things.items() if not seen}
    return [label for label in before if label in absent]


def indirect_line(results: Sequence[Result]) -> str:
    """How much of what was found does not stand there as one piece; nothing where all does."""
    by_kind = Counter(
        kind
        for result in results
        for kind, things in result.things.items()
        for label in things
        if label in result.indirect
    )
    ways = {"constant": "by way of other names", "text": "in pieces"}
    told = [f"{kind}s {count} {ways[kind]}" for kind, count in sorted(by_kind.items())]
    return f"of these: {', '.join(told)}" if told else ""


def closing_line(kind: str, results: Sequence[Result]) -> str:
    """The figures over all libraries or services, those that could not be opened among them."""
    found, whole = Counter[str](), Counter[str]()
    for result in results:
        for of, things in result.things.items():
            found[of] += sum(things.values())
            whole[of] += len(things)
    shares = ", ".join(f"{of}s {found[of]} of {whole[of]}" for of in KINDS[kind])
    return f"verified: {shares}, in {sum(result.opened for result in results)} of {len(results)} {kind}"
