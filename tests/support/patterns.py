"""Regular expressions of the scripts and of the core, and which of them could take more than linear time."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_CHECKER = ROOT / "tests" / "node" / "check_patterns.mjs"
_LONGEST_RUN = 500  # seconds; each pattern takes part of one
_CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}
_FLAGS = {"IGNORECASE": "i", "I": "i", "MULTILINE": "m", "M": "m", "DOTALL": "s", "S": "s"}


def check(scripts: Iterable[Path] = (), modules: Iterable[Path] = ()) -> list[dict[str, Any]]:
    """Each pattern with `place`, `pattern` and `status`: `safe`, `vulnerable`, `unknown`, or `not a constant`.

    Raises `RuntimeError` when the checker fails.
    """
    files = [path.relative_to(ROOT).as_posix() for path in scripts]
    patterns = [pattern for path in modules for pattern in python_patterns(path)]
    done = subprocess.run(
        ["node", str(_CHECKER)],
        input=json.dumps({"files": files, "patterns": patterns}),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=_LONGEST_RUN,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def python_patterns(path: Path) -> Iterator[dict[str, str | None]]:
    """The patterns that a module gives to `re`, as JavaScript writes them; one that is put together has no source."""
    constants: dict[str, str] = {}
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            constants |= {target.id: node.value.value for target in node.targets if isinstance(target, ast.Name)}
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re") or not node.args:
            continue
        source = _constant(node.args[0], constants)
        flags = "".join(dict.fromkeys(_FLAGS.get(name, "") for name in re.findall(r"re\.([A-Z]+)", ast.unparse(node))))
        flags += "u" * any(ord(sign) > 0xFFFF for sign in source or "")  # else JavaScript sees two signs in each
        place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        used = {node.func.attr} if node.func.attr != "compile" else _uses(node, text)
        begins, ends = used <= {"match", "fullmatch"}, used == {"fullmatch"}
        yield {
            "place": place,
            "source": source and f"{'^' if begins else ''}(?:{_translated(source)}){'$' if ends else ''}",
            "flags": flags,
        }


def _uses(compiled: ast.Call, text: str) -> set[str]:
    """The methods that the name of a compiled pattern is called with; an empty set counts as a search."""
    named = re.search(
        rf"^(\w+)(?:: [^=\n]+)? = {re.escape(ast.get_source_segment(text, compiled) or '')}", text, re.MULTILINE
    )
    used = set(re.findall(rf"\b{named[1]}\.(\w+)\(", text)) if named else set()
    return used or {"search"}


def _constant(node: ast.expr, constants: dict[str, str]) -> str | None:
    """A string, also one put together from strings and the module's own constants."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.Name):
        return constants.get(node.id)
    if isinstance(node, ast.JoinedStr):
        parts = [_constant(part, constants) for part in node.values]
        return None if None in parts else "".join(part or "" for part in parts)
    if isinstance(node, ast.FormattedValue):
        return _constant(node.value, constants)
    if isinstance(node, ast.BinOp):
        left, right = _constant(node.left, constants), _constant(node.right, constants)
        return None if left is None or right is None else left + right
    return None


def _translated(source: str) -> str:
    """Python's notation as JavaScript's, as far as the core uses it."""
    source = source.replace("(?P<", "(?<").replace(r"\Z", "$").replace(r"\A", "^")
    return re.sub(
        r"\(\?<name>|(?<!\\)\(\?P=(\w+)\)", lambda found: f"\\k<{found[1]}>" if found[1] else found[0], source
    )
