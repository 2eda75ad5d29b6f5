"""Print how often the lookup has the right page first and among the first three, by kind of query.

    python tests/lookup/score.py [query file ...] [-v] [--part fit|held] [--without RULE | --each]

Without a file: all query files of this folder.  `-v` prints each query whose right page is not first, with the rule
that decided and what the right page had.  `--part` takes only the rows for fitting or only those held back: rows of one
thread are in one part.  `--without` turns off a rule of the table of confidences, `--each` every one in turn, and says
how many queries are then right first, held back and in all.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lookup.asking import HERE, Expectation, ask, confidences, rank_of, read_expectations
from lookup.real import real_index

WORST = 10
FILES = (
    *(HERE / name for name in ("queries.yml", "reference/queries.yml", "asked-fitting.yml")),
    *sorted(HERE.glob("mined-*.yml")),
)


def main() -> None:
    """Score each file, or all of them without one rule after the other."""
    parser = argparse.ArgumentParser(description="How often the right page comes first.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--part", choices=["fit", "held"])
    parser.add_argument("--without", metavar="RULE")
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    files = [(path, _part(read_expectations(path), options.part)) for path in options.files or FILES]
    if options.each:
        _print_each([one for _, expected in files for one in expected])
        return
    for path, expected in files:
        given = ask(real_index(), [e.query for e in expected], _changed(options.without))
        ranks = [rank_of(e, a) for e, a in zip(expected, given["answers"], strict=True)]
        print(f"{path.name}: {len(expected)} queries, set up in {given['setUp']:.0f} ms, {_latency(given['took'])}")
        _print_kinds(expected, ranks)
        _print_sections(expected, given["answers"])
        _print_confusion(expected, given["answers"])
        print("  the ten worst misses:")
        _print_misses(*_worst(expected, ranks, given["answers"]))
        if options.verbose:
            print("  all misses:")
            _print_misses(expected, ranks, given["answers"])


def _part(expected: list[Expectation], part: str | None) -> list[Expectation]:
    return [one for one in expected if part is None or one.held == (part == "held")]


def _changed(rule: str | None) -> dict[str, float]:
    return {rule: 0} if rule else {}


def _print_each(expected: list[Expectation]) -> None:
    queries = [one.query for one in expected]
    whole = _right(expected, ask(real_index(), queries)["answers"])
    print(f"{'all rules':22} held back {whole[0]:4} of {sum(one.held for one in expected)}, all {whole[1]:4}")
    for rule in confidences():
        held, every = _right(expected, ask(real_index(), queries, _changed(rule))["answers"])
        print(f"{rule:22} held back {held - whole[0]:+4}, all {every - whole[1]:+4}")


def _right(expected: list[Expectation], answers: list[list[dict[str, Any]]]) -> tuple[int, int]:
    first = [rank_of(one, given) == 1 for one, given in zip(expected, answers, strict=True)]
    return sum(right and one.held for one, right in zip(expected, first, strict=True)), sum(first)


def _latency(took: Sequence[float]) -> str:
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


def _print_confusion(expected: list[Expectation], answers: list[list[dict[str, Any]]]) -> None:
    """For each kind of query, of what kind the page is that comes first: right / all of that kind."""
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one, given in zip(expected, answers, strict=True):
        shown = given[0]["kind"] if given else "nothing"
        table[one.kind][shown].append(rank_of(one, given[:1]) == 1)
    kinds = list(dict.fromkeys(kind for row in table.values() for kind in row))
    print(f"  {'asked, shown first':18} {' '.join(f'{kind:>9}' for kind in kinds)}")
    for asked, row in table.items():
        cells = [f"{sum(row[kind])}/{len(row[kind])}" if kind in row else "" for kind in kinds]
        print(f"  {asked:18} {' '.join(f'{cell:>9}' for cell in cells)}")


def _worst(
    expected: list[Expectation], ranks: list[int], answers: list[list[dict[str, Any]]]
) -> tuple[list[Expectation], list[int], list[list[dict[str, Any]]]]:
    """The misses of which the wrong page was surest: those without the right page first, then by how far it is behind."""

    def behind(place: int) -> tuple[bool, float]:
        given, rank = answers[place], ranks[place]
        return rank == 0, (given[0]["score"] if given else 0) - (given[rank - 1]["score"] if rank else 0)

    missed = sorted((i for i, rank in enumerate(ranks) if rank != 1), key=behind, reverse=True)[:WORST]
    return [expected[i] for i in missed], [ranks[i] for i in missed], [answers[i] for i in missed]


def _print_sections(expected: list[Expectation], answers: list[list[dict[str, Any]]]) -> None:
    """Of the queries that one section answers and whose guide comes first, how many lead to that section."""
    paths = [(one.section, given[0]["path"]) for one, given in zip(expected, answers, strict=True) if given]
    guides = [(section, path) for section, path in paths if section and section.split("#")[0] in path]
    right = sum(section.replace("#", "/#") == path for section, path in guides)
    if guides:
        print(f"  of {len(guides)} guides that come first {right} open at the section that answers")


def _print_misses(expected: list[Expectation], ranks: list[int], answers: list[list[dict[str, Any]]]) -> None:
    for one, rank, given in zip(expected, ranks, answers, strict=True):
        if rank == 1:
            continue
        shown = [f"{a['path']} {a['score']:.0f} {a['rule']}" for a in given[:3]]
        right = f"{given[rank - 1]['score']:.0f} {given[rank - 1]['rule']}" if rank else "nothing"
        wants = [*one.want, *([one.topic] if one.topic else [])]
        print(f"  rank {rank}: {one.kind} {one.query[:110]!r} wants {wants}, which had {right}; given {shown}")


if __name__ == "__main__":
    main()
