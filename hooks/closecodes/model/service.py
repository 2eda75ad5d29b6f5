"""A service or protocol with close codes of its own: one file in `data/services/`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from ..shape import Origin
from .code import Basis, Verdict
from .scalars import CloseCodeNumber, Name, Prose, Url, Verbatim
from .source_files import SourceFiles
from .span import Span

ServiceSender = Literal["server", "client", "either", "local"]
Authority = Literal[
    "official-docs", "official-spec", "official-source", "official-docs-copy", "third-party-docs", "third-party-sdk"
]

# What it is, by who runs it and what people do with it.
#   service: a company runs it, people connect to it;  server: people run it themselves
#   protocol: a specification that many implement;  library: code that people build into their own programs
#   tool: people run it while they develop
ServiceKind = Literal["service", "server", "protocol", "library", "tool"]

# How widely it is met: our judgement, for the order of lists only.  It rests on how many people use the service or its
# official client (downloads on npm or PyPI, stars, size of the product) as far as we know, not on a count of closes.
#   everywhere: a name that most developers have met;  often: well known in its field
#   sometimes: one of several in its field;  rarely: small, new, or gone
Met = Literal["everywhere", "often", "sometimes", "rarely"]

# How the number reaches the reader.
#   close-frame: as the code of a Close frame;  message: in a message of the service, such as an error event
#   local: only in what a client library reports; it was never on the wire
Carried = Literal["close-frame", "message", "local"]


@dataclass(frozen=True, kw_only=True)
class ServiceSource:
    """What was read: the address people open, the files or the page it came from, and their date.

    `files` are what `make verify` opens again.  A documentation page that stands in no public repository has
    `page` instead, which says where on the page.  `dated` says what the date is: that of the commit, of the published
    page or package, or of the day it was read because the source bears no date that we could see.  `stated_at` is the
    place in the source where the reconnect advice stands for every row that names no place of its own.
    """

    url: Url
    authority: Authority
    files: tuple[SourceFiles, ...] = ()
    page: Name | None = None
    stated_at: Prose | None = None
    date: datetime.date
    dated: Literal["commit", "published", "read"]
    read_from: Name = field(init=False)
    commit: Name | None = field(init=False)

    def __post_init__(self) -> None:
        shown = [files.shown for files in self.files] + ([self.page] if self.page else [])
        object.__setattr__(self, "read_from", "; ".join(shown))
        object.__setattr__(self, "commit", next((files.commit for files in self.files if files.commit), None))


@dataclass(frozen=True, kw_only=True)
class ServiceCode:
    """One number as the service uses it.

    `carried` says how the number travels; `sender` is `local` exactly where it does not.  `reason` is the reason text
    that logs show with it, letter by letter, with `<word>` for what varies.  `retired` numbers are no longer sent.
    `stated_at` is the place of the sentence in the source, such as a section, where `basis` is `stated`; the source
    may name one for all rows.  A service may give one number several meanings; the name or the reason tells them apart.
    """

    code: CloseCodeNumber
    name: Name | None = None
    reason: Verbatim | None = None
    meaning: Prose
    reconnect: Verdict
    basis: Basis
    stated_at: Prose | None = None
    sender: ServiceSender
    carried: Carried = "close-frame"
    in_message: bool = field(init=False)
    retired: bool = False
    note: Prose | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "in_message", self.carried == "message")


@dataclass(frozen=True, kw_only=True)
class Band:
    """A run of numbers the service gives one common meaning; its own codes come first where they differ."""

    span: Span
    name: Name
    meaning: Prose
    reconnect: Verdict
    basis: Basis
    stated_at: Prose | None = None
    sender: ServiceSender
    carried: Carried = "close-frame"
    in_message: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "in_message", self.carried == "message")


@dataclass(frozen=True, kw_only=True)
class OwnNumber:
    """A number or name of the service that people take for a close code, and what it means there.

    It stands in a message, an HTTP answer or a state of its client library, never in a Close frame.
    """

    number: Name
    meaning: Prose


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service, protocol or library whose close codes were read in a public source.

    `relatives` is a tag of the vocabulary's group `relatives`: services whose numbers come from one design stand below
    its label and count once in collisions.  `aliases` are what people type for it.  `hosts` are host names or address
    patterns to recognise it by, such as `gateway.discord.gg`; `clients` are client libraries in whose logs it is met;
    `identifiers` are names of its own in messages, logs and code, as those of libraries.
    A service without close codes has `own_numbers`, or `notes` that say what it does instead.  `reconnect_snippet` is a
    JavaScript function that puts the stated advice into code.
    """

    id: str
    name: Name
    kind: ServiceKind
    relatives: Name | None = None
    family: Name = field(init=False)
    met: Met
    homepage: Url
    aliases: tuple[Name, ...] = ()
    hosts: tuple[Name, ...] = ()
    clients: tuple[Name, ...] = ()
    identifiers: tuple[Verbatim, ...] = ()
    source: ServiceSource
    notes: Prose | None = None
    codes: tuple[ServiceCode, ...] = ()
    bands: tuple[Band, ...] = ()
    own_numbers: tuple[OwnNumber, ...] = ()
    reconnect_snippet: Verbatim | None = None
    origin: Origin

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", self.relatives or self.id)
