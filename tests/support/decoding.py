"""Ask the decoder's modules in node, with the table that the site's registry makes for them."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from closecodes.load import load
from closecodes.script_data import script_data

_DATA = Path(__file__).resolve().parents[2] / "data"
_RUNNER = Path(__file__).with_suffix(".mjs")


def run(jobs: Sequence[dict[str, Any]]) -> Any:
    """The result of each job, in order; `decoding.mjs` lists the jobs.  Raises when node is missing or a job throws."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not on PATH; install Node.js 20 or later to test the decoder")
    done = subprocess.run(
        [node, str(_RUNNER)],
        input=f'{{"table": {_table()}, "jobs": {json.dumps(list(jobs))}}}',
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


@functools.cache
def _table() -> str:
    return script_data(load(_DATA))


def read(text: str, **choices: str) -> Any:
    """What the decoder makes of a pasted text."""
    return run([{"job": "read", "text": text, **choices}])[0]


def build(code: str, reason: str = "", sender: str = "server", key: Sequence[int] = ()) -> Any:
    """What the decoder builds from a code and a reason."""
    return run([{"job": "build", "code": code, "reason": reason, "from": sender, "key": list(key)}])[0]


def broken(result: dict[str, Any]) -> list[tuple[str, str]]:
    """Section and finding of each broken rule."""
    return [(rule["section"], rule["found"]) for rule in result["rules"] if rule["state"] == "broken"]
