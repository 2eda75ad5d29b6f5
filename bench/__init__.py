"""What the site promises in numbers, measured: `make bench`.  Nothing here fails because of a time."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
