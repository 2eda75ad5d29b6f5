"""Open the sources of the libraries and services again and look for what we say of them.

    python tools/verify.py [--only libraries|services] [--mirrors DIR] [--packages DIR] [--update] [--newest] [ID ...]

Of a library its constants with their numbers, its log texts and the lines of its defaults are looked for, of a service
its numbers, names and reason texts.  One line for each tells what stands there; the last line counts.  What was found
is kept by `--update` in `data/verified.yml`; later runs end with 1 when something of it is gone, or when something
stands there of which `not_literal`, `through` or `pieces` say that it does not.  Where a source could not be opened, or only in another
version, an entry of `data/verified.yml` that names more stays as it is.

`--newest` looks into the newest release instead, lists what differs as Markdown, and ends with 1 when anything does.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from closecodes.load import load
from closecodes.model import Registry
from closecodes.source import Problems
from verifying import record
from verifying.checks import KINDS, Result, closing_line, gone, indirect_line, verify_library, verify_service
from verifying.newest import newer
from verifying.sources import Opener

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None, data: Path = ROOT / "data") -> int:
    """Check what is named, or all; 1 when something that was found before is gone."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", choices=sorted(KINDS), help="libraries or services; without it both")
    parser.add_argument("--mirrors", type=Path, help="folder of git repositories")
    parser.add_argument("--packages", type=Path, help="folder for packages and clones; without it none are fetched")
    parser.add_argument("--update", action="store_true", help="remember what was found")
    parser.add_argument("--newest", action="store_true", help="look into the newest releases instead")
    parser.add_argument("--all", action="store_true", help="name everything that was not found")
    parser.add_argument("ids", nargs="*", help="libraries and services; without any, all")
    options = parser.parse_args(arguments)
    try:
        registry = load(data)
    except Problems as error:
        print(error, file=sys.stderr)
        return 2
    known = {library.id for library in registry.libraries} | {service.id for service in registry.services}
    unknown = set(options.ids) - known
    if unknown:
        parser.error(f"no such library or service: {', '.join(sorted(unknown))}")
    opener = Opener(*(path and path.resolve() for path in (options.mirrors, options.packages)))
    kinds = [options.only] if options.only else list(KINDS)
    if options.newest:
        return newer(registry, opener, kinds, options.ids)
    results, lost = [], 0
    for result in _results(registry, opener, kinds, options.ids):
        print(result.line(options.all), flush=True)
        results.append(result)
        before = registry.verified_by_id.get((result.kind, result.id))
        for label in gone(result, before.found if before else ()):
            print(f"gone: {result.id}: {label}", file=sys.stderr)
            lost += 1
        lost += len(result.stale)
    for kind in kinds:
        of_kind = [result for result in results if result.kind == kind]
        print(closing_line(kind, of_kind))
        if line := indirect_line(of_kind):
            print(line)
    if options.update:
        entries = dict(registry.verified_by_id)
        for result in results:
            before = entries.get((result.kind, result.id))
            if before and (unseen := record.unseen(result, before)):
                print(f"kept as of {before.day}: {result.id}: {', '.join(unseen)}", file=sys.stderr)
            elif result.opened:
                entries[result.kind, result.id] = record.entry(result, datetime.date.today())
        (data / record.NAME).write_text(record.text(record.in_step(registry, entries.values())), "utf-8")
        return 1 if any(result.stale for result in results) else 0
    return 1 if lost else 0


def _results(registry: Registry, opener: Opener, kinds: Sequence[str], ids: Sequence[str]) -> Iterator[Result]:
    if "libraries" in kinds:
        yield from (verify_library(library, opener) for library in registry.libraries if not ids or library.id in ids)
    if "services" in kinds:
        yield from (verify_service(service, opener) for service in registry.services if not ids or service.id in ids)


if __name__ == "__main__":
    sys.exit(main())
