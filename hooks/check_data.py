"""Check the data and nothing else: `python hooks/check_data.py [data folder]`.

Prints every problem as `path:line: key: what is wrong; what to write instead` and exits with 1,
or says what was read and exits with 0.
"""

from __future__ import annotations

import sys
from pathlib import Path

from closecodes.load import load
from closecodes.source import Problems


def main(arguments: list[str]) -> int:
    """Run the check; gives the exit status."""
    data = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent / "data"
    try:
        registry = load(data)
    except Problems as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{len(registry.codes)} codes, {len(registry.ranges)} ranges, {len(registry.libraries)} libraries, "
        f"{len(registry.services)} services, {len(registry.measurements)} measurements, {len(registry.pairs)} files of pairs: no problems"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
