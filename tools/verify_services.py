"""Open the sources of the services again and look for their numbers, names and reason texts.

    python tools/verify_services.py --mirrors DIR [--packages DIR] [--update] [ID ...]

`DIR` holds git repositories: `DIR/owner+name/repo`, `DIR/owner+name` or `DIR/owner/name`, bare or not.  Packages of
npm and PyPI are fetched by `npm pack` and `pip download` into the folder of `--packages`.  Sources that cannot be
opened, and pages that stand in no repository, are counted as not checked.

What was found once is written by `--update` to `tools/verified_services.json`; later runs end with 1 when something
of it is gone.  A name is found in any case and with any of space, hyphen, underscore or nothing between its words.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from closecodes.load import load
from closecodes.model import Service, SourceFiles

ROOT = Path(__file__).resolve().parents[1]
FOUND_BEFORE = ROOT / "tools" / "verified_services.json"
TIMEOUT = 120  # seconds for one command; a clone that answers at all answers sooner

Opener = Callable[[SourceFiles, str], str | None]
"""Gives the text of one of the files, or None where it cannot be opened."""


@dataclass(frozen=True)
class Result:
    """What was looked for in the source of one service; each thing with whether it was found."""

    service: str
    codes: Mapping[str, bool]
    names: Mapping[str, bool]
    missing_files: tuple[str, ...]

    @property
    def found(self) -> list[str]:
        """The things found, such as `code 4004`."""
        return sorted(thing for things in (self.codes, self.names) for thing, seen in things.items() if seen)

    @property
    def line(self) -> str:
        """One line for people."""
        absent = [thing for things in (self.codes, self.names) for thing, seen in things.items() if not seen]
        absent += [f"file {name}" for name in self.missing_files]
        line = f"{self.service}: codes {_share(self.codes)}, names {_share(self.names)}"
        return f"{line}; not found: {', '.join(absent)}" if absent else line


def _share(things: Mapping[str, bool]) -> str:
    return f"{sum(things.values())} of {len(things)}"


def verify(service: Service, opened: Opener) -> Result | None:
    """Look for the numbers, names and reasons of one service in its files; None where none of them opens."""
    texts, missing = [], []
    for files in service.source.files:
        for path in files.paths:
            text = opened(files, path)
            if text is None:
                missing.append(path)
            else:
                texts.append(text)
    if not texts:
        return None
    source = "\n".join(texts)
    numbers, words = {n.replace("_", "") for n in re.findall(r"\d+(?:_\d+)*", source)}, _bare(source)
    codes = {f"code {row.code}": _stands(row.code, numbers, source) for row in service.codes}
    names = {
        f"{kind} {row.code} {text!r}": all(part in words for part in _parts(text))
        for row in service.codes
        for kind, text in (("name", row.name), ("reason", row.reason))
        if text
    }
    return Result(service.id, codes, names, tuple(missing))


def _stands(code: int, numbers: set[str], source: str) -> bool:
    """Whether a number is written in the source: in digits, in hexadecimal, or as the standard constant's name."""
    if str(code) in numbers or re.search(rf"0x0*{code:x}\b", source, re.IGNORECASE):
        return True
    return any(name in _bare(source) for name in STANDARD_NAMES.get(code, ()))


STANDARD_NAMES = {
    1000: ("normal",),
    1001: ("goingaway", "close1001"),
    1002: ("protocolerror",),
    1003: ("unsupporteddata", "notacceptable", "cannotaccept", "unacceptabledata"),
    1007: ("invalidframepayload", "invalidpayload", "inconsistentdata"),
    1008: ("policyviolation",),
    1009: ("toobig", "toolarge", "messagesize", "toobigtoprocess"),
    1011: ("servererror", "internalerror", "unexpectedcondition"),
    1012: ("servicerestart",),
    1013: ("tryagain", "serviceoverload"),
    1015: ("tlshandshake",),
}
"""How sources write standard codes without the digits; from their libraries' constants."""


def _bare(text: str) -> str:
    """A text without case and without what stands between words."""
    return re.sub(r"[^0-9a-z]+", "", text.casefold())


def _parts(text: str) -> list[str]:
    """The parts of a name or reason that do not vary; a name may list several, as `one / other` or `one, other`."""
    return [bare for part in re.split(r"<[^<>]*>|\s/\s|,\s", text) if (bare := _bare(part))]


@dataclass(frozen=True)
class Opened:
    """Opens files in the mirrors and packages of this machine."""

    mirrors: Path | None
    packages: Path | None

    def __call__(self, files: SourceFiles, path: str) -> str | None:
        """The text of a file in the version that was read."""
        if files.repository is not None:
            return self._in_repository(files.repository, files.commit or files.tag or "HEAD", path)
        return self._in_package(files, path)

    def _in_repository(self, name: str, version: str, path: str) -> str | None:
        if self.mirrors is None:
            return None
        flat = self.mirrors / name.replace("/", "+")
        folder = next((f for f in (flat / "repo", flat, self.mirrors / name) if f.is_dir()), None)
        if folder is None:
            return None
        # A mirror of the newest state alone has no older commit; what stands there now is the better question anyway.
        return _run("git", "-C", str(folder), "show", f"{version}:{path}") or _run(
            "git", "-C", str(folder), "show", f"HEAD:{path}"
        )

    def _in_package(self, files: SourceFiles, path: str) -> str | None:
        if self.packages is None or files.package is None:
            return None
        registry, _, name = files.package.partition(":")
        folder = self.packages / re.sub(r"\W+", "-", f"{files.package}-{files.version}")
        if not folder.is_dir():
            folder.mkdir(parents=True)
            if registry == "npm":
                _run("npm", "pack", "--silent", "--pack-destination", str(folder), f"{name}@{files.version}")
            else:
                wanted = f"{name}=={files.version}"
                _run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), wanted)
        return next((text for archive in sorted(folder.iterdir()) for text in _in_archive(archive, path)), None)


def _in_archive(archive: Path, path: str) -> Iterator[str]:
    """The text of a member, whatever top folder the archive has.  Nothing is unpacked to the disk."""
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as wheel:
            for name in wheel.namelist():
                if name == path or name.endswith("/" + path):
                    yield wheel.read(name).decode("utf-8", "replace")
    else:
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.isfile() and (member.name == path or member.name.endswith("/" + path)):
                    held = tar.extractfile(member)
                    if held is not None:
                        yield held.read().decode("utf-8", "replace")


def _run(*command: str) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def gone(results: list[Result], before: Mapping[str, list[str]]) -> list[str]:
    """What was found before and is not found now, in sources that could be opened."""
    return [
        f"{result.service}: {thing}"
        for result in results
        for thing in before.get(result.service, [])
        if thing in {**result.codes, **result.names} and thing not in result.found
    ]


def closing_line(results: list[Result], services: int) -> str:
    """The figures over all services."""
    codes, names = ([seen for r in results for seen in getattr(r, k).values()] for k in ("codes", "names"))
    return (
        f"verified: codes {sum(codes)} of {len(codes)}, names {sum(names)} of {len(names)}, "
        f"in {len(results)} of {services} services"
    )


def main(arguments: list[str] | None = None) -> int:
    """Check the services named, or all; 1 when something that was found before is gone."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mirrors", type=Path, help="folder of git repositories")
    parser.add_argument("--packages", type=Path, help="folder for packages; without it packages are not opened")
    parser.add_argument("--update", action="store_true", help="remember what was found")
    parser.add_argument("ids", nargs="*", help="services; without any, all")
    options = parser.parse_args(arguments)
    services = load(ROOT / "data").services
    chosen = [service for service in services if not options.ids or service.id in options.ids]
    opened = Opened(options.mirrors, options.packages)
    results = []
    for service in chosen:
        result = verify(service, opened)
        print(result.line if result else f"{service.id}: not checked: {service.source.read_from}")
        if result:
            results.append(result)
    before = json.loads(FOUND_BEFORE.read_text("utf-8")) if FOUND_BEFORE.exists() else {}
    lost = gone(results, before)
    for thing in lost:
        print(f"gone: {thing}", file=sys.stderr)
    print(closing_line(results, len(chosen)))
    if options.update:
        ids = {service.id for service in services}
        kept = {i: things for i, things in before.items() if i in ids}
        known = dict(sorted({**kept, **{result.service: result.found for result in results}}.items()))
        FOUND_BEFORE.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return 0
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
