"""The same questions to the newest releases: what is new, and what is gone there."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from closecodes.model import Registry, SourceFiles
from closecodes.model.scalars import Name

from .checks import Result, gone, verify_library, verify_service
from .sources import FETCHED, NotOpened, Opener, address, run

Check = Callable[[Sequence[SourceFiles]], Result]

_VERSION = re.compile(r"[0-9]+(?:[._][0-9]+)*")
_UNSTABLE = re.compile(
    r"alpha|beta|rc|dev|pre|snapshot|preview|nightly|canary|milestone|[0-9][abm][0-9]", re.IGNORECASE
)


def newer(registry: Registry, opener: Opener, kinds: Sequence[str], ids: Sequence[str]) -> int:
    """Print what differs in the newest releases, as a Markdown list; 1 when anything does."""
    asked: list[tuple[str, str, Sequence[SourceFiles], Check]] = []
    if "libraries" in kinds:
        asked += [("libraries", one.id, one.read, partial(verify_library, one, opener)) for one in registry.libraries]
    if "services" in kinds:
        asked += [
            ("services", one.id, one.source.files, partial(verify_service, one, opener)) for one in registry.services
        ]
    differing = 0
    for kind, id, read, check in asked:
        if not ids or id in ids:
            before = registry.verified_by_id.get((kind, id))
            differing += _differs(id, read, check, opener, before.found if before else ())
    print(f"newest: {differing} with a newer release", file=sys.stderr)
    return 1 if differing else 0


def _differs(id: str, read: Sequence[SourceFiles], check: Check, opener: Opener, before: Iterable[str]) -> bool:
    newest = []
    for files in read:
        try:
            newest.append(_newest(files, opener))
        except NotOpened as error:
            print(f"{id}: not asked: {error}", file=sys.stderr)
            newest.append(files)
    steps = [f"{_shown(old)} → {_shown(new)}" for old, new in zip(read, newest, strict=True) if new != old]
    if not steps:
        return False
    result = check(newest)
    lost = gone(result, before)
    told = [f"gone: `{label}`" for label in lost]
    told += [f"no such file: `{path}`" for path in result.files.missing]
    told += [f"not opened: {reason}" for reason in result.files.failed]
    print(f"- **{id}**: {', '.join(dict.fromkeys(steps))}{'' if told else '; nothing is gone'}")
    for line in told:
        print(f"  - {line}")
    return True


def _shown(files: SourceFiles) -> str:
    return files.version or files.tag or (files.commit or "")[:12]


def _newest(files: SourceFiles, opener: Opener) -> SourceFiles:
    """The files in the newest release, as far as it can be asked for.  Raises `NotOpened`."""
    ecosystem, _, name = (files.package or "").partition(":")
    if ecosystem in FETCHED and opener.packages and files.version:
        version = _of_registry(ecosystem, name)
        if version in ("", files.version):
            return files
        # Without a tag that goes with the version, the package alone has it.
        tag = Name(files.tag.replace(files.version, version)) if files.tag and files.version in files.tag else None
        return replace(files, version=Name(version), tag=tag, commit=None)
    if files.repository and files.tag:
        tag = Name(newest_tag(files.tag, _tags(files.repository, opener)))
        if tag != files.tag:
            head = files.tag.partition(files.version)[0] if files.version else ""
            return replace(files, tag=tag, version=files.version and Name(tag.removeprefix(head)))
    return files


def _of_registry(ecosystem: str, name: str) -> str:
    if ecosystem == "npm":
        return str(json.loads(run("npm", "view", "--json", name, "version")))
    if ecosystem == "debian":
        lines = run("apt-cache", "policy", name).decode().splitlines()
        return next((line.split()[-1] for line in lines if line.strip().startswith("Candidate:")), "")
    answer = run(sys.executable, "-m", "pip", "index", "versions", "--disable-pip-version-check", name).decode()
    return answer.partition("(")[2].partition(")")[0]


def _tags(repository: str, opener: Opener) -> list[str]:
    mirror = opener.mirror(repository)
    if mirror:
        return mirror.tags
    if opener.packages is None:
        raise NotOpened(f"{repository}: no mirror")
    lines = run("git", "ls-remote", "--tags", "--refs", address(repository)).decode("utf-8", "replace").splitlines()
    return [line.partition("refs/tags/")[2] for line in lines]


def newest_tag(read: str, tags: Iterable[str]) -> str:
    """The tag of the newest release: named like the one that was read, with a higher version, and no preview."""
    number = _VERSION.search(read)
    if number is None:
        return read
    head = read[: number.start()]
    best, highest = read, _order(number[0])
    for tag in tags:
        match = _VERSION.match(tag, len(head)) if tag.startswith(head) else None
        if match and not _UNSTABLE.search(tag[match.end() - 1 :]) and _order(match[0]) > highest:
            best, highest = tag, _order(match[0])
    return best


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.split(r"[._]", version)))
