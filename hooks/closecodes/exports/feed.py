"""The Atom feed of changes (RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET

from ..model import Change, Registry
from ..pages import Page
from ..text import rich
from .addresses import Addresses

_ATOM = "http://www.w3.org/2005/Atom"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = uuid.UUID("86bb991a-4348-4570-bebe-3e3b7e82355e")  # drawn once, for this feed alone; never to change
_TITLE = "WebSocket close codes: changes"


def feed(registry: Registry, addresses: Addresses) -> Page:
    """`feed.xml`: what changed in the registry of close codes and on this site, newest first."""
    changes = registry.changes[::-1]
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "title", _TITLE)
    _add(root, "id", _permanent_id("feed"))
    _add(root, "updated", _moment(changes[0]) if changes else "2011-12-01T00:00:00Z")
    _add(_add(root, "author"), "name", "WebSocket close codes")
    _add(root, "link", rel="self", type="application/atom+xml", href=addresses.file("feed.xml"))
    _add(root, "link", rel="alternate", type="text/html", href=addresses.page("changes"))
    for change in changes:
        _entry(root, change, addresses)
    ET.indent(root, " ")
    return Page("feed.xml", f"{_HEAD}{ET.tostring(root, 'unicode')}\n")


def _entry(root: ET.Element, change: Change, addresses: Addresses) -> None:
    entry, address = _add(root, "entry"), f"{addresses.page('changes')}#{change.id}"
    _add(entry, "title", change.title)
    _add(entry, "id", _permanent_id(change.id))
    _add(entry, "updated", _moment(change))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    for number in change.codes:
        _add(entry, "category", term=str(number))
    _add(entry, "content", str(rich(change.text, addresses.page)), type="html")


def _permanent_id(name: str) -> str:
    """RFC 4287, section 4.2.6: an id never changes, also when the site moves, so no address of it is inside.

    A name-based UUID (RFC 9562, section 5.5) rather than a tag URI, which needs a domain that is ours for good.
    """
    return uuid.uuid5(_NAMESPACE, name).urn


def _moment(change: Change) -> str:
    return f"{change.day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = text
    return element
