"""Print when the tree was last changed, in seconds since 1970, for `SOURCE_DATE_EPOCH`: `python tools/last_change.py`.

That is the time of the commit, and where there is no repository (an unpacked archive) the day of the newest entry in
CHANGELOG.md.  So the same tree gives the same dates anywhere.
"""

from __future__ import annotations

import calendar
import re
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_ENTRY = re.compile(r"^## (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def last_change(root: Path) -> int:
    """Seconds since 1970.  Raises `ValueError` where neither a commit nor an entry tells."""
    return _commit(root) or _entry(root)


def _commit(root: Path) -> int:
    if not (root / ".git").exists():
        return 0  # the repository around an unpacked archive tells nothing about it
    try:
        asked = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    except OSError:
        return 0
    return int(done.stdout.strip() or 0)


def _entry(root: Path) -> int:
    found = _ENTRY.search((root / "CHANGELOG.md").read_text("utf-8"))
    if not found:
        raise ValueError("CHANGELOG.md has no entry with a date, such as `## 2026-11-21`")
    return calendar.timegm(time.strptime(found[1], "%Y-%m-%d"))


if __name__ == "__main__":
    print(last_change(ROOT))
