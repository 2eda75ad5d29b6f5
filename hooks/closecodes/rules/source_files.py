"""Rules about the files that entries were read in, which `make verify` opens again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Registry, SourceFiles, things_of
from ..shape import Problem
from .rule import rule

FETCHED = ("pypi", "npm", "debian")
"""The ecosystems whose own clients bring a package."""

ECOSYSTEMS = (*FETCHED, "crates", "maven", "go", "rubygems", "packagist", "hex", "nuget")

_COMMIT = re.compile(r"[0-9a-f]{40}\Z")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+\Z", re.ASCII)
_ADDRESS = re.compile(r"https://(?!github\.com/)[\w.-]+/[\w./~-]+\Z", re.ASCII)
_UP = re.compile(r"(?:^|/)\.{1,2}(?:/|\Z)")
_PATH = re.compile(r"[^/\x00-\x1f\\][^\x00-\x1f\\]*\Z")
_PACKAGE = re.compile(r"([a-z]+):@?[\w][\w./:+-]*\Z", re.ASCII)
_VERSION = re.compile(r"\w[\w.+~:@/-]*\Z", re.ASCII)
"""Tags and versions are handed to git and to the clients of registries."""

_FETCHED_NAME = {
    "pypi": re.compile(r"\A\w[\w.-]*\Z", re.ASCII),
    "npm": re.compile(r"\A(?:@\w[\w.-]*/)?\w[\w.-]*\Z", re.ASCII),
    "debian": re.compile(r"\A[a-z0-9][a-z0-9.+-]+\Z"),
}
_FETCHED_VERSION = {
    "pypi": re.compile(r"\A\w[\w.+-]*\Z", re.ASCII),
    "npm": re.compile(r"\A\w[\w.+-]*\Z", re.ASCII),
    "debian": re.compile(r"\A\w[\w.+~:-]*\Z", re.ASCII),
}
"""What a client looks up in its registry; it would take an address, a folder or another name in its place, too."""


@rule
def sources_of_services_can_be_opened_again(registry: Registry) -> Iterator[Problem]:
    """`make verify` opens the files; a page that stands in no repository is described instead."""
    for service in registry.services:
        source = service.source
        if not source.files and not source.page:
            yield service.origin.problem(
                "source.files", "is missing; write the files that were read, or page for a documentation page"
            )
        for i, files in enumerate(source.files):
            for key, message in _hindrances(files):
                yield service.origin.problem(f"source.files.{i}{key}", message)


@rule
def sources_of_libraries_can_be_opened_again(registry: Registry) -> Iterator[Problem]:
    """`make verify` opens the files of `read`; `unread` says why there are none, and stands for them alone."""
    for library in registry.libraries:
        if library.read and library.unread:
            yield library.origin.problem("unread", "stands beside read; keep one of the two")
        for i, files in enumerate(library.read):
            for key, message in _hindrances(files):
                yield library.origin.problem(f"read.{i}{key}", message)


@rule
def lines_of_defaults_stand_in_files_that_were_read(registry: Registry) -> Iterator[Problem]:
    """`make verify` looks for the line in a file of `read`, and in no other."""
    for library in registry.libraries:
        paths = {path for files in library.read for path in files.paths}
        for i, default in enumerate(library.defaults):
            if default.place and default.place.path not in paths:
                yield library.origin.problem(
                    f"defaults.{i}.place.path", f"{default.place.path} is no file of read; name it in paths there"
                )


@rule
def defaults_have_one_unit(registry: Registry) -> Iterator[Problem]:
    """A limit counts seconds, bytes or things; none of them means that there is no limit."""
    for library in registry.libraries:
        for i, default in enumerate(library.defaults):
            given = [unit for unit in ("seconds", "bytes", "count") if getattr(default, unit) is not None]
            if len(given) > 1:
                yield library.origin.problem(f"defaults.{i}", f"has {' and '.join(given)}; write the one that is set")


@rule
def defaults_are_not_below_nothing(registry: Registry) -> Iterator[Problem]:
    """What a program counts from -1 on, as some do for "no limit", has no number here."""
    for library in registry.libraries:
        for i, default in enumerate(library.defaults):
            for unit in ("seconds", "bytes", "count", "highest"):
                if (getattr(default, unit) or 0) < 0:
                    yield library.origin.problem(
                        f"defaults.{i}.{unit}", "is below 0; leave it out where there is no limit"
                    )


@rule
def reasons_are_given_for_things_of_the_library(registry: Registry) -> Iterator[Problem]:
    """`not_literal` explains constants and log texts; a reason for anything else is never read."""
    for library in registry.libraries:
        things = {thing.text for thing in things_of(library) if thing.kind != "default"}
        for name in library.not_literal or {}:
            if name not in things:
                yield library.origin.problem(
                    f"not_literal.{name}",
                    f"{name[:60]!r} is no constant and no log text here; write it as it stands above, or remove it",
                )


@rule
def ways_are_given_for_things_of_the_library(registry: Registry) -> Iterator[Problem]:
    """`through` leads to numbers of constants, `pieces` make up log texts; and neither needs a reason as well."""
    for library in registry.libraries:
        things = things_of(library)
        for field, kind, given in (
            ("through", "constant", library.through or {}),
            ("pieces", "text", library.pieces or {}),
        ):
            known = {thing.text for thing in things if thing.kind == kind}
            for name, parts in given.items():
                if name not in known:
                    yield library.origin.problem(f"{field}.{name}", f"{name[:60]!r} is no {kind} here; remove it")
                elif name in (library.not_literal or {}):
                    yield library.origin.problem(f"{field}.{name}", "stands in not_literal as well; keep one")
                elif not parts:
                    yield library.origin.problem(f"{field}.{name}", "is empty; write the names or pieces, or remove it")
        for text, pieces in (library.pieces or {}).items():
            if "".join("".join(pieces).split()) != "".join(text.split()):
                yield library.origin.problem(f"pieces.{text}", "do not make up the text; write all of it, in order")


def _hindrances(files: SourceFiles) -> Iterator[tuple[str, str]]:
    """What hinders somebody who wants to open the files: the key below them, and the message."""
    if files.repository is None and files.package is None:
        yield "", "names no place; write repository or package"
    if files.repository is not None:
        named_well = _REPOSITORY.match(files.repository) or _ADDRESS.match(files.repository)
        if not named_well or _UP.search(files.repository):
            yield (
                ".repository",
                f"{files.repository!r} is no repository; write owner/name of GitHub, or the https address of another",
            )
        named = [version for version in (files.commit, files.tag) if version is not None]
        if len(named) > 1 or not (named or files.package):
            yield "", "names no version, or two; write either commit or tag"
    if files.commit is not None and not _COMMIT.match(files.commit):
        yield ".commit", "is no full commit; write its 40 hexadecimal digits, or a tag"
    for name, version in (("tag", files.tag), ("version", files.version)):
        if version is not None and not _VERSION.match(version):
            yield f".{name}", f"{version!r} is no {name}; write it as the source has it"
    if files.package is not None:
        yield from _hindrances_of_package(files, files.package)
    if not files.paths:
        yield ".paths", "is empty; write the names of the files"
    for i, path in enumerate(files.paths):
        if not _PATH.match(path) or _UP.search(path):
            yield (
                f".paths.{i}",
                f"{path!r} is no file in it; write its name from the top folder on, without a slash in front",
            )


def _hindrances_of_package(files: SourceFiles, package: str) -> Iterator[tuple[str, str]]:
    match = _PACKAGE.match(package)
    if match is None or match[1] not in ECOSYSTEMS:
        yield ".package", f"{package!r} is no package; write ecosystem:name, with one of {', '.join(ECOSYSTEMS)}"
    elif match[1] not in FETCHED:
        if files.repository is None:
            yield ".package", f"{match[1]} is not opened; write the repository too"
    elif not _FETCHED_NAME[match[1]].match(package.partition(":")[2]):
        yield ".package", f"{package!r} is no name in its registry; write the name alone"
    elif files.version and _VERSION.match(files.version) and not _FETCHED_VERSION[match[1]].match(files.version):
        yield ".version", f"{files.version!r} is no version of a {match[1]} package; write it as the registry has it"
    if files.version is None:
        yield ".version", "is missing; write the version that was read"
