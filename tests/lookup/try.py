"""Print what the lookup answers: `python tests/lookup/try.py "a query" ...`, or one query per line on standard input."""

from __future__ import annotations

import sys

from lookup.asking import ask
from lookup.real import real_index

queries = sys.argv[1:] or sys.stdin.read().splitlines()
for query, answers in zip(queries, ask(real_index(), queries)["answers"], strict=True):
    print(f"\n{query}")
    for answer in answers:
        print(
            f"  {answer['score']:6.2f} {answer['rule']:18} {answer['path']:40} {answer['why'][:40]} | {answer['line'][:80]}"
        )
        if "excerpt" in answer:
            print(f"         > {answer['excerpt']}")
