"""What must hold for the registry as a whole.

Each rule is a small function from a `Registry` to the problems it finds; its docstring cites what it
rests on.  Marking it with `@rule` puts it in force: all modules of this folder are loaded here.
"""

from __future__ import annotations

import importlib
import pkgutil

from .rule import RULES, Entry, Rule

for _module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
    importlib.import_module(f"{__name__}.{_module}")

__all__ = ["RULES", "Entry", "Rule"]
