"""Archives that come out the same, byte for byte, from the same files."""

from __future__ import annotations

import gzip
import os
import tarfile
import time
import zipfile
from pathlib import Path

_FIRST_ZIP_DAY = 315532800  # 1980-01-01; the format knows no earlier time


def moment() -> int:
    """The time to stamp files with: that of the commit, as `make` sets it, else the earliest there is."""
    return max(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), _FIRST_ZIP_DAY)


def files_below(folder: Path) -> list[Path]:
    """All files of a folder, in an order that no file system decides."""
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())


def write_zip(folder: Path, target: Path) -> None:
    """Pack a folder, under its own name, into a zip."""
    stamp = time.gmtime(moment())[:6]
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files_below(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), stamp)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)


def write_tgz(folder: Path, target: Path) -> None:
    """Pack a folder, under its own name, into a compressed tar."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=moment()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in files_below(folder):
            entry = tarfile.TarInfo(path.relative_to(folder.parent).as_posix())
            entry.size, entry.mtime, entry.mode = path.stat().st_size, moment(), 0o644
            with path.open("rb") as content:
                archive.addfile(entry, content)
