"""Where a library was read: its files with their addresses, and what `make verify` found in them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ..model import Default, Library, Registry, SourceFiles
from . import wording

_GITLAB = ("gitlab.com", "gitlab.gnome.org", "gitlab.freedesktop.org", "salsa.debian.org")


@dataclass(frozen=True)
class File:
    """A file, with its address in the version that was read where that is known."""

    path: str
    href: str | None

    @property
    def name(self) -> str:
        """The path without its folders."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class ReadFiles:
    """The files of one place: the repository or package, its version, and the files."""

    place: str
    version: str
    files: tuple[File, ...]


def read_files(library: Library) -> tuple[ReadFiles, ...]:
    """The files of `read` as a page lists them."""
    return tuple(
        ReadFiles(_place(files), _version(files), tuple(File(path, address(files, path)) for path in files.paths))
        for files in library.read
    )


def verification(registry: Registry, library: Library) -> str | None:
    """One sentence on what was found when it was last looked for; None where nothing was opened."""
    verified = registry.verified_by_id.get(("libraries", library.id))
    return wording.verified(verified, verified.share(library)) if verified else None


def default_rows(library: Library) -> tuple[tuple[Default, File | None], ...]:
    """The timers and limits of a library, in the order of the data, each with the file that sets it."""
    return tuple((default, file_of(library, default)) for default in library.defaults)


def file_of(library: Library, default: Default) -> File | None:
    """The file that sets a default, in the version that was read; None where no place is given."""
    if default.place is None:
        return None
    path = default.place.path
    return next((File(path, address(files, path)) for files in library.read if path in files.paths), File(path, None))


def _place(files: SourceFiles) -> str:
    return files.repository or (files.package or "").partition(":")[2]


def _version(files: SourceFiles) -> str:
    return files.tag or (files.commit or "")[:12] or files.version or ""


def address(files: SourceFiles, path: str) -> str | None:
    """The address of a file in its repository as it was read; None where the host's form is not known."""
    version = files.tag or files.commit
    if files.repository is None or version is None:
        return None
    at, path = quote(version, safe="/@"), quote(path, safe="/@")
    if "://" not in files.repository:
        return f"https://github.com/{files.repository}/blob/{at}/{path}"
    repository, host = files.repository.removesuffix(".git"), urlsplit(files.repository).hostname or ""
    if host in _GITLAB:
        return f"{repository}/-/blob/{at}/{path}"
    if host.endswith(".googlesource.com"):
        return f"{repository}/+/{at}/{path}"
    if host == "codeberg.org":
        return f"{repository}/src/{'tag' if files.tag else 'commit'}/{at}/{path}"
    return None
