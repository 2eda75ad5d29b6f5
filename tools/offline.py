"""Make the offline bundle: `python tools/offline.py [build folder] [dist folder]`.

Builds the site with plain files instead of folders as addresses, so that it opens from `file://`, and packs
it into `dist/websocket-close-codes-offline.zip`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from packing import write_zip

ROOT = Path(__file__).resolve().parent.parent
NAME = "websocket-close-codes"
_FOR_CRAWLERS = ("sitemap.xml", "sitemap.xml.gz")


def build_pages(folder: Path) -> None:
    """Build the flat site into a folder.  Raises `CalledProcessError` when the build fails or warns."""
    settings = {"DIRECTORY_URLS": "false", "DOWNLOADS": "", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=True)
    for name in _FOR_CRAWLERS:
        (folder / name).unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Build and pack; says where the zip is."""
    build = Path(arguments[0] if arguments else ROOT / "build").resolve()
    dist = Path(arguments[1] if arguments[1:] else ROOT / "dist").resolve()
    pages, target = build / "offline" / NAME, dist / f"{NAME}-offline.zip"
    build_pages(pages)
    write_zip(pages, target)
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
