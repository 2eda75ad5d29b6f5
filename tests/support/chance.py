"""What random tests draw: the same in every run that a change must pass, something new in every run of `make attack`.

SEED chooses the draw and ROUNDS how much more of it; both stand in what `make attack` prints, to draw it again.
"""

from __future__ import annotations

import os
import random

SEED = int(os.environ.get("SEED") or 6455)
ROUNDS = int(os.environ.get("ROUNDS") or 1)


def draw(name: str) -> random.Random:
    """The random source of one test; no two tests share one, so that their order changes nothing."""
    return random.Random(f"{SEED} {name}")
