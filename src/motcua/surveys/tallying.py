"""Counts kept in the transaction of what they count, of the day and of its month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.database.statements import Statement, run
from motcua.surveys.models import SurveyTally
from motcua.surveys.rules.scores import COUNTED, Counts
from motcua.surveys.vocabulary import Occasion, TallyGrain

KEY = ("agency_id", "grain", "day", "procedure_id", "occasion")
ROW = f"({', '.join(['%s'] * (len(KEY) + len(COUNTED)))})"
ADD = (
    f"INSERT INTO surveys_surveytally ({', '.join((*KEY, *COUNTED))}) "  # noqa: S608  # names only
    f"VALUES {ROW}, {ROW} ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = surveys_surveytally.{name} + EXCLUDED.{name}" for name in COUNTED)
)
UNINVITED = 0
"""The procedure of whoever was not invited: nobody knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is counted together."""

    agency_id: int
    day: date
    procedure_id: int
    occasion: Occasion


def count(cell: Cell, more: Counts) -> None:
    """Add to the cell. One statement; call it in the transaction that writes what is counted."""
    values = [getattr(more, name) for name in COUNTED]
    params: list[object] = []
    for grain, day in ((TallyGrain.DAY, cell.day), (TallyGrain.MONTH, cell.day.replace(day=1))):
        key = [cell.agency_id, str(grain), day, cell.procedure_id, str(cell.occasion)]
        params += [*key, *values]
    run([Statement(ADD, params)])


def counts_of(row: SurveyTally) -> Counts:
    return Counts(**{name: getattr(row, name) for name in COUNTED})


def added(rows: Iterable[Counts]) -> Counts:
    total = Counts()
    for one in rows:
        total += one
    return total
