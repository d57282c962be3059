"""What reports count, from the tallies: sums of a period, and the dossiers behind each number."""

from __future__ import annotations

from motcua.dossiers.queries.figures.asked import Axis, Behind, Measure, Period
from motcua.dossiers.queries.figures.behind import StayRow, count_behind, stays_behind
from motcua.dossiers.queries.figures.handlers import Handled, handled
from motcua.dossiers.queries.figures.sums import Sums, sums_of

__all__ = [
    "Axis",
    "Behind",
    "Handled",
    "Measure",
    "Period",
    "StayRow",
    "Sums",
    "count_behind",
    "handled",
    "stays_behind",
    "sums_of",
]
