"""The index of the real registry, as the build writes it."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
from closecodes.load import load  # noqa: E402
from closecodes.lookup import build  # noqa: E402
from closecodes.site import guides  # noqa: E402


@functools.cache
def real_index() -> dict[str, Any]:
    """What `lookup.json` holds for `data/` and the guides as they are."""
    return build(load(ROOT / "data"), guides(ROOT / "docs"))
