"""Small files by which other software finds its way: crawlers, browsers' search boxes, hosts."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ..pages import Page
from .addresses import Addresses

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy that every page keeps; pages carry it as a meta element."""

HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What a host should send with every response; frames can be forbidden by a header only."""

FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""


def robots(addresses: Addresses) -> Page:
    """`robots.txt` (RFC 9309): everything may be read."""
    return Page("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {addresses.file('sitemap.xml')}\n")


def opensearch(addresses: Addresses) -> Page:
    """The description by which browsers offer the lookup as a search engine (OpenSearch 1.1)."""
    root = ET.Element("OpenSearchDescription", xmlns="http://a9.com/-/spec/opensearch/1.1/")
    ET.SubElement(root, "ShortName").text = "WS close codes"
    ET.SubElement(root, "Description").text = "Look up a WebSocket close code, a constant or a log line"
    ET.SubElement(root, "InputEncoding").text = "UTF-8"
    ET.SubElement(root, "Image", type="image/svg+xml").text = addresses.file("assets/favicon.svg")
    template = addresses.site_url + "?q={searchTerms}"
    ET.SubElement(root, "Url", type="text/html", method="get", template=template)
    ET.indent(root, " ")
    return Page("opensearch.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n')


def headers() -> Page:
    """`_headers`, which Netlify, Cloudflare Pages and others read; rules that match are added up."""
    rules: dict[str, dict[str, str]] = {
        "/*": HEADERS,
        "/api/*": {"Access-Control-Allow-Origin": "*"},
        "/assets/stylesheets/*": {"Cache-Control": FOREVER},
        "/assets/vendor/*": {"Cache-Control": FOREVER},
    }
    blocks = [
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items()) for path, rule in rules.items()
    ]
    return Page("_headers", "\n".join(blocks))
