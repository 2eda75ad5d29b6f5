"""Rules about real pairs."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PairRow, Registry
from ..model.pair import CLOSING, HTTP, OF_PROXIES
from ..shape import Problem
from .rule import rule


@rule
def pairs_are_of_ends_that_were_measured_alone(registry: Registry) -> Iterator[Problem]:
    """Addresses name a client and a server by their files in `data/measured/`, without the role."""
    known = {measurement.id for measurement in registry.measurements}
    for run in registry.pairs:
        ends = [("client", f"{run.client}.client")] + [("servers", f"{server}.server") for server in run.servers]
        for key, id in ends:
            if id not in known:
                yield run.origin.problem(key, f"data/measured/{id}.yml does not exist; name a file without its role")


@rule
def pairs_go_through_a_known_proxy(registry: Registry) -> Iterator[Problem]:
    """A proxy is a library with that role, its version is given, and the file is named after client and proxy."""
    known = {library.id for library in registry.libraries if "proxy" in library.roles}
    for run in registry.pairs:
        if run.proxy is not None and run.proxy not in known:
            yield run.origin.problem(
                "proxy", f"data/libraries/ has no proxy {run.proxy}; name a file with the role proxy"
            )
        if (run.proxy is None) != (run.proxy_version is None):
            yield run.origin.problem(
                "proxy", "stands without its version, or the version without it; write both or neither"
            )
        name = run.client if run.proxy is None else f"{run.client}.{run.proxy}"
        if run.id != name:
            yield run.origin.problem("client", f"the file holds what {name}.yml should hold; rename one of the two")


@rule
def pair_rows_name_the_servers_of_the_file(registry: Registry) -> Iterator[Problem]:
    """Every server that a row or a reason names has its version at the top of the file."""
    for run in registry.pairs:
        for key, named in (
            ("rows", [row.servers for row in run.rows]),
            ("left_out", [reason.servers for reason in run.left_out]),
        ):
            for i, servers in enumerate(named):
                strangers = [server for server in servers if server not in run.servers]
                if strangers:
                    yield run.origin.problem(
                        f"{key}.{i}.servers", f"{', '.join(strangers)} has no version; add it to the file's servers"
                    )


@rule
def pair_events_have_the_codes_they_are_about(registry: Registry) -> Iterator[Problem]:
    """A close call has codes, an HTTP answer statuses, other events neither; only they can be told the `same`."""
    for run in registry.pairs:
        for i, row in enumerate(run.rows):
            for key, wanted in (("codes", row.event in CLOSING), ("statuses", row.event == HTTP)):
                if bool(getattr(row, key)) is not wanted:
                    told = f"{row.event} is about {key}; write them" if wanted else f"is not for {row.event}; drop it"
                    yield run.origin.problem(f"rows.{i}.{key}", told)
            if not row.outcomes:
                yield run.origin.problem(f"rows.{i}.outcomes", "is empty; write what both ends were told")
            if _tells_the_same(row) and (row.event not in CLOSING or any(code.number is None for code in row.codes)):
                yield run.origin.problem(
                    f"rows.{i}.outcomes", "`same` stands for a code that the row has not; write what it was"
                )
            if row.event in OF_PROXIES and run.proxy is None:
                yield run.origin.problem(
                    f"rows.{i}.event", f"{row.event} is about a proxy; name the proxy or another event"
                )


def _tells_the_same(row: PairRow) -> bool:
    return any(end.code.kind == "same" for one in row.outcomes for end in (one.client, one.server))


@rule
def pair_cells_are_given_once(registry: Registry) -> Iterator[Problem]:
    """A cell has its outcomes in one row."""
    for run in registry.pairs:
        seen: dict[tuple[object, ...], int] = {}
        for i, row in enumerate(run.rows):
            for cell in _cells_of(row):
                if seen.setdefault(cell, i) != i:
                    yield run.origin.problem(
                        f"rows.{i}", f"rows.{seen[cell]} has {cell[1]} for the same; leave one of them"
                    )
                    break


def _cells_of(row: PairRow) -> Iterator[tuple[object, ...]]:
    for server in row.servers or ("",):
        for variant in row.codes or row.statuses or (None,):
            yield server, row.event, variant, row.setting
