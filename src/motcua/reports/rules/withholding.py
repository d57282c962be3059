"""What the figures of a year leave out beside the tables of its quarters. Pure.

A cell of the year is told only where every quarter tells that cell: then whatever other table of a quarter tells
the same as this one, tells the same of the year too, and a count that the quarter hides stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from motcua.reports.rules.suppressing import Cell, hidden_of


def hidden_of_year(
    counts: Mapping[Cell, int], by_quarter: Iterable[frozenset[Cell]], least: int
) -> frozenset[Cell]:
    """The cells of the year, sums among them, that are not told; `by_quarter`: those each quarter hides."""
    return hidden_of(counts, least).union(*by_quarter)
