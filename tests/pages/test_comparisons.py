"""Comparisons of implementations: by event they say the same as by implementation, and stacked tables keep their heads."""

from __future__ import annotations

from closecodes.html import scrollable
from closecodes.model import Registry
from closecodes.pages import matrices

TABLE = """<table>
<thead>
<tr>
<th>Setting</th>
<th>Its <code>default</code></th>
</tr>
</thead>
<tbody>
<tr>
<td>proxy_read_timeout</td>
<td>60 s</td>
</tr>
</tbody>
</table>"""


def test_outcomes_by_event_are_the_rows_from_the_other_side(registry: Registry) -> None:
    rows = matrices.event_rows(registry)
    by_event = {
        (event.head, library.id, outcome.words)
        for event in matrices.outcomes_by_event(rows)
        for outcome in event.outcomes
        for library in outcome.libraries
    }
    by_library = {
        (head, row.library.id, ", ".join(values))
        for row in rows
        for head, values in zip(matrices.event_heads(), row.values, strict=True)
        if values
    }
    assert by_event == by_library


def test_the_most_frequent_outcome_comes_first(registry: Registry) -> None:
    for event in matrices.outcomes_by_event(matrices.event_rows(registry)):
        counts = [len(outcome.libraries) for outcome in event.outcomes]
        assert counts == sorted(counts, reverse=True)


def test_cells_of_running_text_are_labelled_with_their_heads() -> None:
    stacked = scrollable(TABLE)
    assert '<td data-label="Its default">60 s</td>' in stacked
    assert "<td>proxy_read_timeout</td>" in stacked
