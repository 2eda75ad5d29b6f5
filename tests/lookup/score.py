"""Print how often the lookup has the right page first and among the first three.

    python tests/lookup/score.py [query file ...] [-v]

Without a file: the project's own queries.  `-v` also prints each query whose right page is not first.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from lookup.asking import HERE, Expectation, ask, rank_of, read_expectations
from lookup.real import real_index


def main(arguments: list[str]) -> None:
    """Score each file."""
    files = [Path(a) for a in arguments if a != "-v"] or [HERE / "queries.yml"]
    index = real_index()
    for path in files:
        expected = read_expectations(path)
        given = ask(index, [e.query for e in expected])
        ranks = [rank_of(e, a) for e, a in zip(expected, given["answers"], strict=True)]
        print(f"{path.name}: {len(expected)} queries, set up in {given['setUp']:.0f} ms, {_latency(given['took'])}")
        _print_kinds(expected, ranks)
        if "-v" in arguments:
            _print_misses(expected, ranks, given["answers"])


def _latency(took: list[float]) -> str:
    ordered = sorted(took)
    middle, most = ordered[len(took) // 2], ordered[len(took) * 95 // 100]
    return f"query p50 {middle:.1f} ms, p95 {most:.1f} ms, longest {ordered[-1]:.1f} ms"


def _print_kinds(expected: list[Expectation], ranks: list[int]) -> None:
    kinds: dict[str, list[int]] = defaultdict(list)
    for one, rank in zip(expected, ranks, strict=True):
        kinds[one.kind].append(rank)
    for kind, found in [*kinds.items(), ("all", ranks)]:
        first, three = sum(r == 1 for r in found), sum(1 <= r <= 3 for r in found)
        shares = f"first {first:4} {first / len(found):6.1%}   three {three:4} {three / len(found):6.1%}"
        print(f"  {kind:10} {len(found):4}  {shares}")


def _print_misses(expected: list[Expectation], ranks: list[int], answers: list[list[dict[str, object]]]) -> None:
    for one, rank, given in zip(expected, ranks, answers, strict=True):
        if rank != 1:
            shown = [f"{a['path']} {a['score']}" for a in given[:5]]
            print(f"  rank {rank}: {one.query[:90]!r} wants {list(one.want)} {one.topic or ''}: {shown}")


if __name__ == "__main__":
    main(sys.argv[1:])
