"""Who imports whom under hooks/, read from the syntax trees without importing anything."""

from __future__ import annotations

import ast
from pathlib import Path

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
CORE = "closecodes"


def files() -> list[Path]:
    """Every Python file under hooks/."""
    return sorted(HOOKS.rglob("*.py"))


def module(file: Path) -> str:
    """A file's module name, such as `closecodes.model.code`."""
    parts = file.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> set[str]:
    """The absolute names of the modules a file imports, anywhere in it; of `from x import y` also `x.y`."""
    package = module(file).split(".") if file.name == "__init__.py" else module(file).split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            found |= {start, *(f"{start}.{alias.name}" for alias in node.names)}
    return found


def top(name: str) -> str:
    """The package or module that a name belongs to at the top, such as `mkdocs` for `mkdocs.plugins`."""
    return name.partition(".")[0]


def part(name: str) -> str | None:
    """The part of the core that a name belongs to, such as `model` for `closecodes.model.code`."""
    names = name.split(".")
    return names[1] if len(names) > 1 and names[0] == CORE else None
