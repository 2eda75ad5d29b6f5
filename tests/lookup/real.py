"""The index of the real registry, as the build writes it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from closecodes.load import load
from closecodes.lookup import build
from closecodes.site import guides

ROOT = Path(__file__).resolve().parent.parent.parent


@functools.cache
def real_index() -> dict[str, Any]:
    """What `lookup.json` holds for `data/` and the guides as they are."""
    return build(load(ROOT / "data"), guides(ROOT / "docs"))
