"""Edits a copy of the project again and again and builds it after each edit, as `mkdocs serve` does in one process.

    python edit_and_build.py <project> '{"what": ["file", "old", "new"], ...}'

The last line of the output is JSON: for each edit the files that `changed`, those that a cold build makes
`other than cold`, and the pages that were `rendered` again.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(project: Path, edits: dict[str, tuple[str, str, str]]) -> dict[str, dict[str, list[str]]]:
    """Make the edits in turn; gives what came of each."""
    os.chdir(project)
    outcomes = {}
    before, _ = _built("first")
    for what, (path, old, new) in edits.items():
        file = project / path
        text = file.read_text("utf-8")
        if old not in text:
            raise SystemExit(f"{path} does not hold {old!r}")
        file.write_text(text.replace(old, new, 1), "utf-8")
        after, rendered = _built("edited")
        cold, _ = _built("cold", forget=True)
        outcomes[what] = {
            "changed": _differing(before, after),
            "other than cold": _differing(after, cold),
            "rendered": rendered,
        }
        before = after
    return outcomes


def _built(folder: str, forget: bool = False) -> tuple[dict[str, bytes], list[str]]:
    """The files of a build by path, and the generated pages that were not taken from the last time."""
    config = load_config("mkdocs.yml", site_dir=folder)
    config.plugins.on_startup(command="serve", dirty=False)
    adapter: Any = config.hooks["hooks/mkdocs_site.py"]  # type: ignore[call-overload]
    kept = adapter.memory
    known = {} if forget else {path: article for path, (_, article) in kept.renderer.kept.items()}
    if forget:
        adapter.memory = adapter.Memory()
    build(config)
    rendered = [
        article.path for name, (_, article) in adapter.memory.renderer.kept.items() if known.get(name) is not article
    ]
    adapter.memory = kept
    site = Path(folder)
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}, rendered


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), json.loads(sys.argv[2]))))
