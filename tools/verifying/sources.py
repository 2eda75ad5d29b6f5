"""Open the files that an entry was read in: local mirrors of git first, then packages, then git over the network.

A mirror is any folder below `DIR/owner+name`, `DIR/owner/name` or `DIR/host+path` that holds a git repository.
Packages come by the clients of their registries (`pip download`, `npm pack`, `apt-get source`, `apt-get download`)
into a folder that is kept.  Nothing of a package is run or unpacked to the disk, with one exception that pip makes: a
source distribution is asked for its name and version by its own build backend.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from closecodes.model import SourceFiles

TIMEOUT = 300  # seconds for one command; a clone that answers at all answers sooner
NEWEST = "HEAD, not "
"""What stands before a version that a mirror lacks, where its newest state was opened instead."""
LARGE = 64 * 2**20  # bytes of an archive from which on reading it again takes minutes
LARGEST = 64 * 2**20  # bytes of one file in a package; source files are far smaller
FETCHED = ("pypi", "npm", "debian")
"""The ecosystems whose clients are asked; for the others the repository is opened."""

_WHEEL = ("--only-binary", ":all:")
_SDIST = ("--no-binary", ":all:")
_MAC = (*_WHEEL, "--platform", "macosx_11_0_universal2", "--platform", "macosx_10_13_universal2")
"""A wheel for another system than this, where there is nothing for this one."""
_OTHER_SYSTEM = "-mac"


class NotOpened(Exception):
    """Why files could not be opened, in a few words."""


@dataclass(frozen=True)
class Opened:
    """The files of one `SourceFiles`: their texts, None where there is no such file, and the version they are of."""

    version: str
    texts: Mapping[str, str | None]


def run(*command: str, folder: Path | None = None) -> bytes:
    """What a command prints.  Raises `NotOpened` with the last line of its complaint."""
    asks_nobody = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True, cwd=folder, env=asks_nobody)
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NotOpened(f"{command[0]}: {lines[-1][:120] if lines else error.returncode}") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise NotOpened(f"{command[0]}: {type(error).__name__}") from None
    return done.stdout


@dataclass(frozen=True)
class Opener:
    """Opens files in the mirrors of this machine, and where there is a folder for `packages`, over the network."""

    mirrors: Path | None
    packages: Path | None

    def __call__(self, files: SourceFiles) -> Opened:
        """The files in the version that was read, or where a mirror lacks that, as they are now.  Raises `NotOpened`."""
        failed: list[str] = []
        mirror = self.mirror(files.repository) if files.repository else None
        wanted = files.commit or files.tag
        if mirror and wanted and mirror.has(wanted):
            return Opened(_shown(wanted), mirror.texts(wanted, files.paths))
        for attempt in (self._in_package, self._in_clone):
            try:
                return attempt(files)
            except NotOpened as error:
                failed.append(str(error))
        if mirror:
            return Opened(f"{NEWEST}{_shown(wanted or 'a tag')}", mirror.texts("HEAD", files.paths))
        raise NotOpened("; ".join(reason for reason in failed if reason) or "no mirror")

    def mirror(self, repository: str) -> Repository | None:
        """The mirror of a repository, where there is one."""
        if self.mirrors is None:
            return None
        name = repository.partition("://")[2].removesuffix(".git") or repository
        for folder in (self.mirrors / name.replace("/", "+"), self.mirrors / name):
            for git in (folder, *sorted(path for path in _listed(folder) if path.is_dir())):
                if (git / ".git").exists() or (git / "objects").is_dir():
                    return Repository(git)
        return None

    def _in_clone(self, files: SourceFiles) -> Opened:
        """A clone without any file but those that are asked for."""
        wanted = files.commit or files.tag
        if self.packages is None or files.repository is None or wanted is None:
            raise NotOpened("")
        folder = self.packages / _file_name(f"git-{files.repository}-{wanted}")
        with _whole(folder) as part:
            if part:
                run("git", "init", "-q", "--bare", str(part))
                run("git", "-C", str(part), "remote", "add", "origin", address(files.repository))
                # With a promisor, a file that is shown is fetched when it is missing.
                run("git", "-C", str(part), "config", "remote.origin.promisor", "true")
                ref = files.commit or f"refs/tags/{files.tag}:refs/tags/{files.tag}"
                run("git", "-C", str(part), "fetch", "-q", "--depth", "1", "--filter=blob:none", "origin", ref)
        return Opened(_shown(wanted), Repository(folder).texts(wanted, files.paths))

    def _in_package(self, files: SourceFiles) -> Opened:
        ecosystem, _, name = (files.package or "").partition(":")
        if self.packages is None or ecosystem not in FETCHED or files.version is None:
            raise NotOpened("")
        texts: dict[str, str | None] = dict.fromkeys(files.paths)
        failed, opened = "", False
        for kind, command in _downloads(ecosystem, name, files.version):
            if opened and kind == _OTHER_SYSTEM:
                break
            try:
                archives = self._downloaded(_file_name(f"{files.package}-{files.version}{kind}"), command)
            except NotOpened as error:
                failed = str(error)
                continue
            failed, opened = "", True
            missing = [path for path, text in texts.items() if text is None]
            texts |= {path: text for path, text in _in_archives(archives, missing).items() if text is not None}
            if None not in texts.values():
                break
        if failed and set(texts.values()) <= {None}:
            raise NotOpened(failed)
        return Opened(files.version, texts)

    def _downloaded(self, name: str, command: Sequence[str]) -> list[Path]:
        assert self.packages is not None
        folder = self.packages / name
        with _whole(folder) as part:
            if part:
                run(*command, folder=part)
        # Beside its sources Debian packs changes and translations, which hold files of the same names.
        files = (path for path in folder.iterdir() if path.is_file())
        return sorted(files, key=lambda path: (-path.stat().st_size, path.name))


def address(repository: str) -> str:
    """Where git finds a repository: `owner/name` is on GitHub."""
    return repository if "://" in repository else f"https://github.com/{repository}.git"


def _downloads(ecosystem: str, name: str, version: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The commands that bring a package, each with what it brings; they run in the folder that it shall lie in."""
    if ecosystem == "npm":
        yield "", ("npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}")
    elif ecosystem == "debian":
        yield "-source", ("apt-get", "source", "--download-only", "-qq", f"{name}={version}")
        yield "", ("apt-get", "download", "-qq", f"{name}={version}")
    else:
        pip = (sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps")
        yield "", (*pip, *_WHEEL, f"{name}=={version}")
        yield "-source", (*pip, *_SDIST, f"{name}=={version}")
        yield _OTHER_SYSTEM, (*pip, *_MAC, f"{name}=={version}")


class Repository:
    """A git repository on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *command: str) -> bytes:
        """What git says of the repository.  Raises `NotOpened`."""
        return run("git", "-c", "safe.directory=*", "-C", str(self.folder), *command)

    def has(self, version: str) -> bool:
        """Whether a commit or tag is here."""
        try:
            self.git("rev-parse", "-q", "--verify", f"{version}^{{commit}}")
        except NotOpened:
            return False
        return True

    def texts(self, version: str, paths: Sequence[str]) -> dict[str, str | None]:
        """The files of one version, None where it has no such file."""
        return {path: self._text(version, path) for path in paths}

    def _text(self, version: str, path: str) -> str | None:
        try:
            return self.git("show", f"{version}^{{commit}}:{path}").decode("utf-8", "replace")
        except NotOpened:
            return None

    @cached_property
    def tags(self) -> list[str]:
        """All tags."""
        return self.git("tag").decode("utf-8", "replace").split()


def _in_archives(archives: Sequence[Path], paths: Sequence[str]) -> dict[str, str | None]:
    """The texts of the wanted members, from the first archive that has them."""
    texts: dict[str, str | None] = dict.fromkeys(paths)
    for archive in archives:
        wanted = [path for path in paths if texts[path] is None]
        if wanted and _is_archive(archive):
            texts |= _members(archive, wanted)
    return texts


def _is_archive(path: Path) -> bool:
    return path.suffix in (".whl", ".zip", ".deb", ".tgz") or ".tar." in path.name


def _members(archive: Path, paths: Sequence[str]) -> dict[str, str | None]:
    try:
        if archive.suffix in (".whl", ".zip"):
            with zipfile.ZipFile(archive) as wheel:
                return _chosen(paths, {name: partial(_content_of_zip, wheel, name) for name in wheel.namelist()})
        if archive.suffix == ".deb":
            unpacked = archive.with_suffix(".tar")
            if not unpacked.exists():
                unpacked.write_bytes(run("dpkg-deb", "--fsys-tarfile", str(archive)))
            archive = unpacked
        if archive.stat().st_size >= LARGE:
            return _kept(archive, paths)
        return _in_tar(archive, paths)
    except _DAMAGED as error:
        raise NotOpened(f"{archive.name}: {str(error)[:120] or type(error).__name__}") from None


_DAMAGED = (OSError, EOFError, RuntimeError, tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
"""What reading a damaged archive raises; `RuntimeError` where a zip wants a password or an unknown method."""


def _content_of_zip(wheel: zipfile.ZipFile, name: str) -> bytes:
    _checked_size(name, wheel.getinfo(name).file_size)
    return wheel.read(name)


def _in_tar(archive: Path, paths: Sequence[str]) -> dict[str, str | None]:
    """Reads the archive once, from its beginning: going back in a compressed one means to begin again."""
    wanted = {path.rpartition("/")[2] for path in paths}
    held: dict[str, Callable[[], bytes]] = {}
    with tarfile.open(archive, "r|*") as tar:
        for member in tar:
            if member.isfile() and member.name.rpartition("/")[2] in wanted:
                held[member.name] = partial(_itself, _content(tar, member))
    return _chosen(paths, held)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    _checked_size(member.name, member.size)
    held = tar.extractfile(member)
    return held.read() if held else b""


def _itself(content: bytes) -> bytes:
    return content


def _kept(archive: Path, paths: Sequence[str]) -> dict[str, str | None]:
    """The files of a large archive; what was read once lies beside it."""
    folder = archive.with_name(f"{archive.name}.read")
    folder.mkdir(exist_ok=True)
    places = {path: folder / _file_name(path) for path in paths}
    absent = [path for path, place in places.items() if not place.exists()]
    for path, text in (_in_tar(archive, absent) if absent else {}).items():
        if text is not None:
            places[path].write_text(text, "utf-8")
    return {path: place.read_text("utf-8") if place.exists() else None for path, place in places.items()}


def _checked_size(name: str, size: int) -> None:
    if size > LARGEST:
        raise NotOpened(f"{name} has {size} bytes; at most {LARGEST} are read")


def _chosen(paths: Sequence[str], members: Mapping[str, Callable[[], bytes]]) -> dict[str, str | None]:
    names = {path: member_for(path, members) for path in paths}
    return {path: members[name]().decode("utf-8", "replace") if name else None for path, name in names.items()}


def member_for(path: str, names: Iterable[str]) -> str | None:
    """The member of an archive that a path of the repository means.

    Archives put a folder on top, and wheels leave one out: `src/websockets/frames.py` is `websockets/frames.py` there.
    The member with the longest common end has it, when that end has two parts or the whole path, or when no other
    member has the file's name.  Where two have it alike, the shorter; where these are alike too, none.
    """
    parts = path.split("/")[::-1]
    alike = [(name, _common(parts, name.split("/")[::-1])) for name in names]
    alike = [(name, common) for name, common in alike if common]
    longest = max((common for _, common in alike), default=0)
    if longest < min(2, len(parts)) and len(alike) != 1:
        return None
    best = sorted((name.count("/"), name) for name, common in alike if common == longest)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts two paths, both turned round, have in common from their ends on."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _shown(version: str) -> str:
    return version[:12] if re.fullmatch(r"[0-9a-f]{40}", version) else version


def _file_name(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text)


def _listed(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.is_dir() else iter(())


@contextlib.contextmanager
def _whole(folder: Path) -> Iterator[Path | None]:
    """A folder to fill, which gets its name when it is filled; None where there is one already."""
    if folder.is_dir():
        yield None
        return
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
