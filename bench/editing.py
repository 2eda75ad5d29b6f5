"""A saved edit while pages are served, against a cold build: `python -m bench.editing <project>`, in a process of its own.

`mkdocs serve` builds again in the process that built before; so does this.  Printed are pairs of processor seconds
as JSON: a cold build, and the build after one YAML file was saved.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

SAVED = ("data/codes/1006.yml", "\nsummary: ")
ROUNDS = 3


def main(project: Path) -> list[tuple[float, float]]:
    """Build, edit and build again, each several times; every edit must have reached the page."""
    os.chdir(project)
    file, (_, key) = project / SAVED[0], SAVED
    found = []
    for number in range(ROUNDS):
        cold = _build(forget=True)
        file.write_text(file.read_text("utf-8").replace(key, f"{key}Edit {number}. ", 1), "utf-8")
        found.append((cold, _build()))
        if f"Edit {number}. " not in (project / "site-edited" / "1006" / "index.html").read_text("utf-8"):
            raise RuntimeError("the edit does not show on the page")
    return found


def _build(forget: bool = False) -> float:
    """Processor seconds of one build; `forget` drops what was kept since the last one."""
    began = time.process_time()
    config = load_config("mkdocs.yml", site_dir="site-edited")
    config.plugins.on_startup(command="serve", dirty=False)
    adapter: Any = config.hooks["hooks/mkdocs_site.py"]  # type: ignore[call-overload]
    if forget:
        adapter.memory = adapter.Memory()
    build(config)
    return time.process_time() - began


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
