"""The figures of procedures that everybody may read, counted anew each night and kept ready.

Derived from stays and tallies alone: counted again, the same dossiers give the same figures, so there
is no fact of it. Per agency three or four questions by the indexes of stays and tallies, however many
dossiers there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.dossiers.queries.figures import Axis, Period, sums_of
from motcua.dossiers.queries.figures.leading import Place, agencies_counted, days_taken
from motcua.kernel.clock import local_day
from motcua.procedures.queries.labels import procedure_labels
from motcua.reports.models import PromiseRow, PublishedFigure
from motcua.reports.rules.published import SHOWN_FROM, Worked, days_of, together, year_before
from motcua.reports.rules.suppressing import Cell
from motcua.reports.rules.withholding import hidden_of_year

ROWS_AT_ONCE = 500
Key = tuple[str, str]
"""Scope and code of a procedure: a place's own entry counts with the national one of its code."""


def publish_figures(*, at: datetime) -> int:
    """Count the twelve months up to yesterday anew, and replace what was kept; how many rows."""
    first, last = year_before(local_day(at))
    by_key: dict[Key, dict[int, Worked]] = defaultdict(dict)
    for agency_id in sorted(agencies_counted(first, last)):
        for key, worked in worked_by_procedure(agency_id, first, last, at):
            by_key[key][agency_id] = worked
    hidden = _hidden(by_key, first)
    rows = [
        row
        for key, places in by_key.items()
        for row in _rows(key, places, Period(first, last), hidden, at=at)
    ]
    with transaction.atomic():
        PublishedFigure.objects.all().delete()
        PublishedFigure.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    return len(rows)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Cells (procedure, agency) whose count is not told."""

    received: frozenset[Cell]
    settled: frozenset[Cell]


def _hidden(by_key: dict[Key, dict[int, Worked]], first: date) -> _Hidden:
    """The small and those that would give them away; and all that a public table of promises of these twelve
    months leaves out, since the year less the quarters that are told would tell it. One query."""
    withheld = PromiseRow.objects.filter(until_day__gte=first).exclude(code="")
    kept = list(withheld.values_list("scope", "code", "agency_id", "received", "settled"))
    cells = {(key, place): one for key, places in by_key.items() for place, one in places.items()}
    return _Hidden(
        received=hidden_of_year(
            {cell: one.received for cell, one in cells.items()},
            [frozenset(((one[0], one[1]), one[2]) for one in kept if one[3] is None)],
            SHOWN_FROM,
        ),
        settled=hidden_of_year(
            {cell: one.settled for cell, one in cells.items()},
            [frozenset(((one[0], one[1]), one[2]) for one in kept if one[4] is None)],
            SHOWN_FROM,
        ),
    )


def worked_by_procedure(
    agency_id: int, first: date, last: date, at: datetime
) -> Iterator[tuple[Key, Worked]]:
    """What an agency did of each procedure between these days, by the reports' own tallies."""
    sums = sums_of({agency_id}, Period(first, last), at=at, by=Axis.PROCEDURE)
    taken = days_taken(Place(agency_ids=frozenset({agency_id})), first, last)
    labels = procedure_labels(sums.keys(), last)
    found: dict[Key, list[Worked]] = defaultdict(list)
    for procedure_id, one in sums.items():
        worked = Worked(
            received=one.received_in_period,
            online=one.online,
            settled=one.settled,
            in_time=one.in_time,
            taken=taken.get(procedure_id, {}),
        )
        label = labels[procedure_id]
        found[label.scope, label.code].append(worked)
    for key, entries in found.items():
        yield key, together(entries)


def _rows(
    key: Key, places: dict[int, Worked], period: Period, hidden: _Hidden, *, at: datetime
) -> Iterator[PublishedFigure]:
    """One row for each place, and one (`agency` null) for all together."""
    scope, code = key
    whole: list[tuple[int | None, Worked]] = [(None, together(places.values()))]
    for agency_id, worked in [*whole, *places.items()]:
        if not (worked.received or worked.settled):
            continue
        median, nine_in_ten = days_of(worked) or (None, None)
        yield PublishedFigure(
            scope=scope,
            code=code,
            agency_id=agency_id,
            from_day=period.from_day,
            until_day=period.until_day,
            received=worked.received,
            online=worked.online,
            settled=worked.settled,
            in_time=worked.in_time,
            median_days=median,
            days_of_nine_in_ten=nine_in_ten,
            received_hidden=(key, agency_id) in hidden.received,
            settled_hidden=(key, agency_id) in hidden.settled,
            counted_at=at,
        )
