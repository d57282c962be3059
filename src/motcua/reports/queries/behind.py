"""The dossiers behind one number of a report, within one's rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from motcua.agencies.successions import slugs_of, unit_called
from motcua.dossiers.queries.figures import (
    Axis,
    Behind,
    Measure,
    Period,
    StayRow,
    stays_behind,
    sums_of,
)
from motcua.kernel.actor import Actor
from motcua.kernel.paging import PAGE_ROWS, Page
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.labels import procedure_called, procedure_labels
from motcua.reports.composing import TOTAL_KEY
from motcua.reports.queries.rights import Reported, agencies_reported
from motcua.reports.rules.definitions import definition_on
from motcua.reports.rules.indicators import indicator_on
from motcua.reports.vocabulary import ReportAsked

MEASURE_OF: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "received": Measure.RECEIVED,
        "online": Measure.RECEIVED_ONLINE,
        "direct": Measure.RECEIVED_DIRECT,
        "desk": Measure.RECEIVED_DESK,
        "post": Measure.RECEIVED_POST,
        "received_in_period": Measure.RECEIVED_IN_PERIOD,
        "carried": Measure.CARRIED,
        "reopened": Measure.REOPENED,
        "handed_on": Measure.HANDED_ON,
        "settled": Measure.SETTLED,
        "early": Measure.EARLY,
        "on_time": Measure.ON_TIME,
        "in_time": Measure.IN_TIME,
        "overdue": Measure.OVERDUE,
        "without_result": Measure.WITHOUT_RESULT,
        "open": Measure.OPEN,
        "open_in_time": Measure.OPEN_IN_TIME,
        "open_overdue": Measure.OPEN_OVERDUE,
    }
)
"""By what an indicator counts, the measure that lists it."""


def behind_cell(
    actor: Actor,
    asked: ReportAsked,
    *,
    row_key: str,
    column_code: str,
    at: datetime,
    cursor: str = "",
    size: int = PAGE_ROWS,
) -> Page[StayRow]:
    """The dossiers that the number in this row and column counts, as far as the actor may see them.

    Refusals: NotPermitted, NotFound (no such row, or a number that does not open), CursorFaulty.
    """
    which = which_behind(actor, asked, row_key=row_key, column_code=column_code, at=at)
    return stays_behind(actor, which, at=at, cursor=cursor, size=size)


def which_behind(
    actor: Actor, asked: ReportAsked, *, row_key: str, column_code: str, at: datetime
) -> Behind:
    """What `row_key` and `column_code` of this report stand for. Refusals: as `behind_cell`."""
    reported = agencies_reported(
        actor,
        asked.agency_id,
        asked.with_subordinates,
        at=at,
        until_day=asked.until_day,
        unit_id=asked.unit_id,
    )
    period = Period(asked.from_day, asked.until_day)
    whole = Behind(
        agency_ids=_with_any(reported, period, at),
        period=period,
        measure=_measure(asked, column_code),
        unit_id=reported.unit_id,
    )
    kind, _slash, key = row_key.partition("/")
    if row_key == TOTAL_KEY:
        return whole
    if kind == "agency":
        return _of_agency(whole, reported, key)
    if kind == "sector":
        return _of_sector(whole, reported, key, at)
    if kind == "procedure":
        return replace(whole, procedure_ids=_called(key))
    if kind in ("unit", "officer"):
        return _of_people(whole, reported, key.split("/"))
    raise NotFound(kind="row")


def _with_any(reported: Reported, period: Period, at: datetime) -> frozenset[int]:
    """Only agencies that count anything: each costs a query."""
    if len(reported.agency_ids) == 1:
        return reported.agency_ids
    return frozenset(sums_of(reported.agency_ids, period, at=at, by=Axis.AGENCY))


def _measure(asked: ReportAsked, column_code: str) -> Measure:
    codes = {plan.indicator for plan in definition_on(asked.name, asked.until_day).columns}
    if column_code not in codes:
        raise NotFound(kind="column")
    indicator = indicator_on(column_code, asked.until_day)
    if indicator.is_share or indicator.of_offered:
        raise NotFound(kind="column")
    return MEASURE_OF[indicator.numerator]


def _of_agency(whole: Behind, reported: Reported, slug: str) -> Behind:
    for part in reported.parts:
        if part.agency.slug == slug:
            return replace(whole, agency_ids=whole.agency_ids & part.agency_ids)
    raise NotFound(kind="row")


def _of_sector(whole: Behind, reported: Reported, code: str, at: datetime) -> Behind:
    """Its procedures are those of the figures: the same that the report has put under it."""
    found = sums_of(reported.agency_ids, whole.period, at=at, by=Axis.PROCEDURE)
    labels = procedure_labels(found, reported.day).values()
    ids = frozenset(label.id for label in labels if label.sector_code == code)
    if not ids:
        raise NotFound(kind="row")
    return replace(whole, procedure_ids=ids)


def _called(key: str) -> frozenset[int]:
    scope, _slash, rest = key.partition("/")
    code, _slash, place = rest.partition("/")
    found = procedure_called(scope, code, place)
    if found is None:
        raise NotFound(kind="row")
    return frozenset({found})


def _of_people(whole: Behind, reported: Reported, parts: list[str]) -> Behind:
    """`agency/unit`, and for an officer the position; "-" = none."""
    slugs = slugs_of(reported.agency_ids)
    agency_id = next((pk for pk, slug in slugs.items() if slug == parts[0]), None)
    if len(parts) not in (2, 3) or agency_id is None:
        raise NotFound(kind="row")
    unit_id = 0 if parts[1] == "-" else unit_called(agency_id, parts[1])
    if unit_id is None or reported.unit_id not in (None, unit_id):
        raise NotFound(kind="row")
    found = replace(whole, agency_ids=frozenset({agency_id}), unit_id=unit_id)
    return found if len(parts) == 2 else replace(found, handler_id=_handler(parts[2]))


def _handler(told: str) -> int:
    if told == "-":
        return 0
    if not (told.isascii() and told.isdigit() and len(told) <= 18):
        raise NotFound(kind="row")
    return int(told)
