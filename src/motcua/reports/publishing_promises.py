"""The public table of promises: what each office promised of each procedure and what became of it.

Counted by the same tallies and stays as every report (`publishing.worked_by_procedure`), one table a
period; what nobody may work out is left out before anything is kept. A period that is over is counted
once and stays; the one that runs is counted again when its terms say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from motcua.agencies.queries import agency_on, day_in_life
from motcua.dossiers.queries.figures.leading import agencies_counted
from motcua.feedback.queries.figures import answered_on_time
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail, time_limit
from motcua.procedures.queries.labels import procedure_labels
from motcua.procedures.vocabulary import Scope
from motcua.reports.models import PromiseRow
from motcua.reports.publishing import ROWS_AT_ONCE, Key, worked_by_procedure
from motcua.reports.rules.promises import is_due, key_of, periods_offered, terms_on, told_until
from motcua.reports.rules.published import Worked, days_of, together
from motcua.reports.rules.suppressing import SUM, Cell, hidden_of, sums_of_cells
from motcua.reports.vocabulary import ReportPeriod
from motcua.surveys.queries.scores import counts_by_place
from motcua.surveys.rules.scores import Counts, score_of


@dataclass(frozen=True, slots=True)
class _Table:
    """The counts of a period by procedure and agency, and what of them is not told."""

    worked: Mapping[Cell, Worked]
    received_hidden: frozenset[Cell]
    settled_hidden: frozenset[Cell]


def publish_promises(*, at: datetime) -> int:
    """Count the periods that are due, drop those no longer offered; how many rows were written."""
    today = local_day(at)
    terms = terms_on(today)
    offered = {key_of(period): period for period in periods_offered(terms, today)}
    known = PromiseRow.objects.values("period").annotate(until=Max("until_day"))
    counted: dict[str, date] = {row["period"]: row["until"] for row in known.order_by()}
    PromiseRow.objects.exclude(period__in=offered).delete()
    written = 0
    for key, period in offered.items():
        until = counted.get(key)
        if is_due(period, counted_until=until, today=today, after=terms.renewed_after):
            written += _publish(key, period, at=at, least=terms.shown_from)
    return written


def _publish(key: str, period: ReportPeriod, *, at: datetime, least: int) -> int:
    last = told_until(period, local_day(at))
    table = _counted(period.from_day, last, at=at, least=least)
    agency_ids = sorted({column for _row, column in table.worked if isinstance(column, int)})
    said = _said(agency_ids, period.from_day, last, at=at, least=least)
    rows = [{**row, **said.get(cell, {})} for cell, row in _rows(table, last)]
    made = [
        PromiseRow(
            period=key,
            from_day=period.from_day,
            until_day=last,
            place=place,
            counted_at=at,
            **values,
        )
        for place, values in enumerate(rows, start=1)
    ]
    with transaction.atomic():
        PromiseRow.objects.filter(period=key).delete()
        PromiseRow.objects.bulk_create(made, batch_size=ROWS_AT_ONCE)
    return len(made)


def _said(
    agency_ids: list[int], first: date, last: date, *, at: datetime, least: int
) -> dict[Cell, Any]:
    """What citizens say, of each procedure and agency and of their sums; how each agency answers. Nothing where
    too few said anything, or where so few could be worked out."""
    inner: dict[Cell, Counts] = {}
    places = counts_by_place(agency_ids, first, last)
    labels = procedure_labels({procedure_id for _agency, procedure_id in places}, last)
    for (agency_id, procedure_id), counts in places.items():
        label = labels[procedure_id]
        cell: Cell = ((label.scope, label.code), agency_id)
        inner[cell] = inner.get(cell, Counts()) + counts
    hidden = hidden_of({cell: one.answered for cell, one in inner.items()}, least)
    every = inner | sums_of_cells(inner, _added)
    said: dict[Cell, dict[str, Any]] = {
        cell: _score(one, least) for cell, one in every.items() if cell not in hidden
    }
    for agency_id, (in_time, due) in answered_on_time(agency_ids, first, last, at).items():
        if due >= least:
            told = {"feedback_in_time": in_time, "feedback_due": due}
            said[SUM, agency_id] = said.get((SUM, agency_id), {}) | told
    return said


def _added(several: Iterable[Counts]) -> Counts:
    total = Counts()
    for one in several:
        total += one
    return total


def _score(counts: Counts, least: int) -> dict[str, Any]:
    score = score_of(counts, least)
    if score.percent is None:
        return {}
    return {
        "satisfied_percent": score.percent,
        "satisfied_low": score.low,
        "satisfied_high": score.high,
        "surveys_answered": score.answered,
        "surveys_invited": score.invited,
    }


def _counted(first: date, last: date, *, at: datetime, least: int) -> _Table:
    """Four questions an agency, however many dossiers there are."""
    inner: dict[Cell, Worked] = {}
    for agency_id in sorted(agencies_counted(first, last)):
        for key, worked in worked_by_procedure(agency_id, first, last, at):
            if worked.received or worked.settled:
                inner[key, agency_id] = worked
    return _Table(
        worked=inner | sums_of_cells(inner, together),
        received_hidden=hidden_of({cell: one.received for cell, one in inner.items()}, least),
        settled_hidden=hidden_of({cell: one.settled for cell, one in inner.items()}, least),
    )


def _rows(table: _Table, day: date) -> Iterator[tuple[Cell, dict[str, Any]]]:
    """All together first, then each agency as a whole, then procedures by name, office by office."""
    details = {row: _detail(row, day) for row, _column in table.worked if row is not SUM}
    names = {column: _name(column, day) for _row, column in table.worked if column is not SUM}

    def place(cell: Cell) -> tuple[bool, str, str, bool, str]:
        row, column = cell
        detail = details.get(row)
        name = fold(detail.name) if detail else ""
        return (row is not SUM, name, str(row), column is not SUM, fold(names.get(column, "")))

    for cell in sorted(table.worked, key=place):
        row, column = cell
        whose = {"agency_id": column, "agency_name": names.get(column, "")}
        yield cell, whose | _about(row, details.get(row)) | _told(table, cell)


def _detail(row: Any, day: date) -> ProcedureDetail | None:
    key: Key = row
    scope, code = key
    return version_in_force(code, day, scope=Scope(scope))


def _name(agency_id: Any, day: date) -> str:
    agency = agency_on(agency_id, day_in_life(agency_id, day))
    return agency.name if agency else ""


def _about(row: Any, detail: ProcedureDetail | None) -> dict[str, Any]:
    """The procedure with what it promises and costs; nothing of all together."""
    if row is SUM:
        return {}
    scope, code = row
    limit = time_limit(detail) if detail else None
    fees = detail.fees if detail else ()
    return {
        "scope": scope,
        "code": code,
        "name": detail.name if detail else "",
        "name_key": fold(f"{code} {detail.name}") if detail else fold(code),
        "limit_unit": limit.unit or "" if limit else "",
        "limit_value": limit.value if limit else None,
        "fees": [
            {
                "kind": str(fee.kind),
                "amount_vnd": fee.amount_vnd,
                "per": str(fee.per),
                "channel": str(fee.channel or ""),
                "set_locally": fee.set_locally and not fee.amount_vnd,
            }
            for fee in fees
            if fee.amount_vnd or fee.set_locally
        ],
    }


def _told(table: _Table, cell: Cell) -> dict[str, Any]:
    """The counts with their shares and days; of what is hidden nothing."""
    worked = table.worked[cell]
    told: dict[str, Any] = {}
    if cell not in table.received_hidden:
        told |= {"received": worked.received, "online": worked.online}
    if cell not in table.settled_hidden:
        median, nine_in_ten = days_of(worked) or (None, None)
        told |= {"settled": worked.settled, "in_time": worked.in_time}
        told |= {"median_days": median, "days_of_nine_in_ten": nine_in_ten}
    return told
