"""Make the docset for Dash and Zeal from the offline pages: `python tools/docset.py [build folder] [dist folder]`.

Writes `dist/WebSocket_Close_Codes.tgz` and the feed for subscribers beside it.  `tools/offline.py` has to run first.
The form is that of https://kapeli.com/docsets: pages, a property list, and an index in SQLite.
"""

from __future__ import annotations

import contextlib
import hashlib
import plistlib
import re
import shutil
import sqlite3
import sys
from pathlib import Path

from closecodes.load import load
from docset_index import Entry, entries
from packing import write_tgz

ROOT = Path(__file__).resolve().parent.parent

NAME = "WebSocket_Close_Codes"
_LEFT_OUT = ("api", "feed.xml", "llms.txt")  # data for programs
_LINK_OUT = re.compile(rf'href="(?:\.\./)*(?=(?:{"|".join(map(re.escape, _LEFT_OUT))})[/"#?])')
_FEED = "<entry>\n    <version>{version}</version>\n    <url>{url}</url>\n</entry>\n"


def write_docset(pages: Path, folder: Path, listed: list[Entry]) -> None:
    """Lay out the docset in a folder, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    resources = folder / "Contents" / "Resources"
    shutil.copytree(pages, resources / "Documents", ignore=shutil.ignore_patterns(*_LEFT_OUT))
    for page in (resources / "Documents").rglob("*.html"):
        page.write_text(_LINK_OUT.sub(f'href="{site_address(pages)}', page.read_text("utf-8")), "utf-8")
    (folder / "Contents" / "Info.plist").write_bytes(plistlib.dumps(_properties(pages)))
    _write_index(resources / "docSet.dsidx", listed)


def site_address(pages: Path) -> str:
    """Where the site is published, as the home page itself says.  Raises `ValueError` when it does not."""
    found = re.search(r'<link rel="canonical" href="([^"]+)">', (pages / "index.html").read_text("utf-8"))
    if not found:
        raise ValueError("index.html names no canonical address; set site_url in mkdocs.yml")
    return found[1]


def _properties(pages: Path) -> dict[str, object]:
    return {
        "CFBundleIdentifier": "websocket-close-codes",
        "CFBundleName": "WebSocket Close Codes",
        "DocSetPlatformFamily": "wscodes",
        "DashDocSetFamily": "dashtoc",
        "DashDocSetFallbackURL": site_address(pages),
        "dashIndexFilePath": "index.html",
        "isDashDocset": True,
        "isJavaScriptEnabled": True,
    }


def _write_index(target: Path, listed: list[Entry]) -> None:
    """One transaction, begun by us: what Python takes for an INSERT and begins one for depends on the locale."""
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as index:
        index.execute("BEGIN")
        index.execute("CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT)")
        index.execute("CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path)")
        rows = [(entry.name, entry.kind, entry.path) for entry in listed]
        index.executemany("INSERT INTO searchIndex(name, type, path) VALUES (?, ?, ?)", rows)
        index.execute("COMMIT")


def main(arguments: list[str]) -> int:
    """Lay out and pack; says where the docset is."""
    build = Path(arguments[0] if arguments else ROOT / "build").resolve()
    dist = Path(arguments[1] if arguments[1:] else ROOT / "dist").resolve()
    pages, folder, target = build / "offline" / "websocket-close-codes", build / f"{NAME}.docset", dist / f"{NAME}.tgz"
    if not (pages / "index.html").exists():
        print(f"{pages} has no pages; run tools/offline.py first", file=sys.stderr)
        return 1
    registry = load(ROOT / "data")
    listed = entries(registry, pages)
    write_docset(pages, folder, listed)
    write_tgz(folder, target)
    version = f"{registry.updated}-{hashlib.sha256(target.read_bytes()).hexdigest()[:8]}"
    feed = _FEED.format(version=version, url=f"{site_address(pages)}downloads/{target.name}")
    target.with_suffix(".xml").write_text(feed, "utf-8")
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB, {len(listed)} entries")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
