"""The public table of promises as it is read: by period, office and words. No rights asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max, Q, QuerySet

from motcua.kernel.folding import fold
from motcua.kernel.rates import percent
from motcua.reports.models import PromiseRow

ROWS_PER_PAGE = 50
WORDS_MAX = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisePeriod:
    """A table that is kept: its key and the days that it tells of."""

    key: str
    from_day: date
    until_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFilter:
    """Which rows. `agency_id` None: of every office; words are looked for in name and code."""

    period: str
    agency_id: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTold:
    """One row as it is published; None: not told, or nothing happened of which it could be told."""

    place: int
    agency_id: int | None
    agency_name: str
    code: str
    name: str
    limit_unit: str
    limit_value: Decimal | None
    fees: tuple[dict[str, Any], ...]
    received: int | None
    online_percent: str | None
    settled: int | None
    on_time_percent: str | None
    median_days: int | None
    days_of_nine_in_ten: int | None
    satisfied: tuple[float, float, float] | None
    response_percent: str | None
    feedback_due: int | None
    feedback_in_time_percent: str | None

    @property
    def is_of_office(self) -> bool:
        """Of one agency as a whole."""
        return self.agency_id is not None and not self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisePage:
    """Some rows, after which place it goes on (0 = the end)."""

    rows: tuple[PromiseTold, ...]
    next_after: int


def promise_periods() -> tuple[PromisePeriod, ...]:
    """The tables there are, the latest first. One query (`promise_place_once`)."""
    rows = PromiseRow.objects.filter(place=1).order_by("-from_day")
    told = rows.values_list("period", "from_day", "until_day")
    return tuple(PromisePeriod(key=key, from_day=a, until_day=b) for key, a, b in told)


def promise_offices(period: str) -> tuple[PromiseTold, ...]:
    """All together, then the agencies that the table tells of, each as a whole. One query
    (`promise_place_once`)."""
    rows = PromiseRow.objects.filter(period=period, code="")
    return tuple(_told(row) for row in rows.order_by("place"))


def promise_rows(wanted: PromiseFilter, *, after: int = 0) -> PromisePage:
    """A page of the table of procedures. One query (`promise_place_once` or `promise_of_agency`)."""
    rows_wanted = _found(wanted).exclude(code="")
    found = rows_wanted.filter(place__gt=after)[: ROWS_PER_PAGE + 1]
    rows = [_told(row) for row in found]
    more = len(rows) > ROWS_PER_PAGE
    rows = rows[:ROWS_PER_PAGE]
    return PromisePage(rows=tuple(rows), next_after=rows[-1].place if more else 0)


def all_promise_rows(wanted: PromiseFilter) -> Iterator[PromiseTold]:
    """The whole table, for files. One query."""
    return (_told(row) for row in _found(wanted).iterator(chunk_size=2000))


def counted_lately() -> str:
    """What the tables are as of: another word when they were counted again. One query."""
    last = PromiseRow.objects.aggregate(last=Max("counted_at"))["last"]
    return last.isoformat() if last else ""


def _found(wanted: PromiseFilter) -> QuerySet[PromiseRow]:
    rows = PromiseRow.objects.filter(period=wanted.period)
    if wanted.agency_id is not None:
        rows = rows.filter(agency=wanted.agency_id)
    for word in fold(wanted.words).split()[:WORDS_MAX]:
        rows = rows.filter(Q(name_key__contains=word))
    return rows.order_by("place")


def _told(row: PromiseRow) -> PromiseTold:
    return PromiseTold(
        place=row.place,
        agency_id=row.agency_id,
        agency_name=row.agency_name,
        code=row.code,
        name=row.name,
        limit_unit=row.limit_unit,
        limit_value=row.limit_value,
        fees=tuple(row.fees),
        received=row.received,
        online_percent=_share(row.online, row.received),
        settled=row.settled,
        on_time_percent=_share(row.in_time, row.settled),
        median_days=row.median_days,
        days_of_nine_in_ten=row.days_of_nine_in_ten,
        satisfied=_interval(row),
        response_percent=_share(row.surveys_answered, row.surveys_invited),
        feedback_due=row.feedback_due,
        feedback_in_time_percent=_share(row.feedback_in_time, row.feedback_due),
    )


def _interval(row: PromiseRow) -> tuple[float, float, float] | None:
    """The share of the satisfied, and between what it lies."""
    told = (row.satisfied_percent, row.satisfied_low, row.satisfied_high)
    percent_, low, high = told
    return None if percent_ is None or low is None or high is None else (percent_, low, high)


def _share(part: int | None, whole: int | None) -> str | None:
    """Per cent with one decimal, as the reports round it; of nothing there is none."""
    return percent(part, whole, 1) if part is not None and whole else None
