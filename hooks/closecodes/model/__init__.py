"""What the registry knows, as frozen values.  Field names are the YAML keys; computed values are properties."""

from .behaviour import Absent, Emission, Outcome, Receiving, SendRule
from .change import Change
from .citation import Citation, Claim, Reference
from .code import Alias, Cause, CloseCode, Fix, HistoryEvent, HttpAnalogue, Reconnect, SeeAlso, Sending
from .event import ConnectionEvent
from .iana import IanaRow, IanaTable
from .library import Default, IdleTimer, Library, LogText
from .measured import Measurement, Observation
from .pair import PairCell, PairEnd, PairOutcome, PairRow, PairRun
from .range import CodeRange, Unassigned
from .registry import Registry
from .service import Band, OwnNumber, Service, ServiceCode, ServiceSource
from .snippet import Snippet
from .source_files import Place, SourceFiles
from .span import Span
from .term import Term
from .verified import Thing, ThingKind, Verified, things_of

__all__ = [
    "Absent",
    "Alias",
    "Band",
    "Cause",
    "Change",
    "Citation",
    "Claim",
    "CloseCode",
    "CodeRange",
    "ConnectionEvent",
    "Default",
    "Emission",
    "Fix",
    "HistoryEvent",
    "HttpAnalogue",
    "IanaRow",
    "IanaTable",
    "IdleTimer",
    "Library",
    "LogText",
    "Measurement",
    "Observation",
    "Outcome",
    "OwnNumber",
    "PairCell",
    "PairEnd",
    "PairOutcome",
    "PairRow",
    "PairRun",
    "Place",
    "Receiving",
    "Reconnect",
    "Reference",
    "Registry",
    "SeeAlso",
    "SendRule",
    "Sending",
    "Service",
    "ServiceCode",
    "ServiceSource",
    "Snippet",
    "SourceFiles",
    "Span",
    "Term",
    "Thing",
    "ThingKind",
    "Unassigned",
    "Verified",
    "things_of",
]
