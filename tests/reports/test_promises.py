"""The public table of promises is that of the reports, and what is hidden is nowhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.dossiers.queries.figures import Axis, Period, sums_of
from motcua.procedures.queries.labels import procedure_called
from motcua.reports.models import PromiseRow
from motcua.reports.publishing_promises import publish_promises
from motcua.reports.queries.promises import (
    PromiseFilter,
    promise_offices,
    promise_periods,
    promise_rows,
)
from motcua.reports.rules import promises
from motcua.surveys.rules.scores import Counts
from motcua.surveys.tallying import Cell
from motcua.surveys.tallying import count as count_in
from motcua.surveys.vocabulary import Occasion
from tests.support.clock import at
from tests.support.reception import BIRTH, BUSINESS
from tests.support.reporting import AFTER_JULY, Communes

pytestmark = pytest.mark.usefixtures("proved")
AFTER_THE_QUARTER = at(date(2026, 6, 16), "08:00")


@pytest.fixture
def everything_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms under which no count is small."""
    (terms,) = promises.TERMS
    told = type(terms)(
        **{name: getattr(terms, name) for name in terms.__slots__} | {"shown_from": 0}
    )
    monkeypatch.setattr(promises, "TERMS", (told,))


@pytest.mark.usefixtures("everything_told")
def test_every_count_is_that_of_the_reports(communes: Communes) -> None:
    publish_promises(at=AFTER_JULY)
    told = 0
    for row in PromiseRow.objects.exclude(code=""):
        procedure_id = procedure_called(row.scope, row.code, "")
        assert procedure_id is not None
        whose = {row.agency_id} if row.agency_id else {one.id for one in communes.all}
        period = Period(row.from_day, row.until_day)
        sums = sums_of(whose, period, at=AFTER_JULY, by=Axis.PROCEDURE)[procedure_id]
        assert (row.received, row.settled, row.in_time, row.online) == (
            sums.received_in_period,
            sums.settled,
            sums.in_time,
            sums.online,
        )
        told += sums.settled
    assert told > 0


@pytest.mark.usefixtures("everything_told")
def test_sums_are_those_of_their_parts(communes: Communes) -> None:
    publish_promises(at=AFTER_JULY)
    for period in {row.period for row in PromiseRow.objects.all()}:
        rows = PromiseRow.objects.filter(period=period)
        whole = rows.get(agency=None, code="")
        for parts in (
            rows.filter(agency=None).exclude(code=""),
            rows.filter(code="").exclude(agency=None),
            rows.exclude(agency=None).exclude(code=""),
        ):
            assert sum(one.settled or 0 for one in parts) == whole.settled
            assert sum(one.received or 0 for one in parts) == whole.received
    assert communes.all


def test_what_is_not_told_is_not_kept(communes: Communes) -> None:
    publish_promises(at=AFTER_JULY)
    least = promises.terms_on(date(2026, 7, 15)).shown_from
    hidden = 0
    for row in PromiseRow.objects.all():
        for count, others in (
            (row.received, (row.online,)),
            (row.settled, (row.in_time, row.median_days, row.days_of_nine_in_ten)),
        ):
            assert count is None or count == 0 or count >= least
            if count is None:
                hidden += 1
                assert others == (None,) * len(others)
    assert hidden
    assert communes.all


def test_satisfaction_stands_with_each_procedure_and_few_answers_nowhere(
    communes: Communes,
) -> None:
    home, day = communes.all[0], date(2026, 6, 1)
    birth = procedure_called("NATIONAL", BIRTH, "")
    business = procedure_called("NATIONAL", BUSINESS, "")
    assert birth
    assert business
    for procedure_id, answered in ((birth, 40), (business, 3)):
        cell = Cell(agency_id=home.id, day=day, procedure_id=procedure_id, occasion=Occasion.RETURN)
        count_in(cell, Counts(invited=50, used=answered, answered=answered, satisfied=answered))
    publish_promises(at=AFTER_THE_QUARTER)
    rows = PromiseRow.objects.filter(period="2026-2")
    small = rows.filter(code=BUSINESS)
    assert set(small.values_list("satisfied_percent", "surveys_answered")) <= {(None, None)}
    # With one of two procedures hidden the other would give it away against the sum: one of both goes too.
    told = {
        (row.code, row.agency_id): row.surveys_answered
        for row in rows
        if row.surveys_answered is not None
    }
    assert 3 not in {
        (told.get(("", agency)) or 0) - (told.get((BIRTH, agency)) or 0)
        for agency in (home.id, None)
        if ("", agency) in told and (BIRTH, agency) in told
    }
    assert all(one >= 5 for one in told.values())
    cell = Cell(agency_id=home.id, day=day, procedure_id=business, occasion=Occasion.RETURN)
    count_in(cell, Counts(answered=20, used=20, satisfied=10))
    PromiseRow.objects.all().delete()
    publish_promises(at=AFTER_THE_QUARTER)
    row = PromiseRow.objects.get(period="2026-2", code=BIRTH, agency_id=home.id)
    assert (row.surveys_answered, row.surveys_invited) == (40, 50)
    assert (row.satisfied_percent, row.satisfied_high) == (100.0, 100.0)


def test_a_table_that_is_over_is_counted_once_and_the_running_one_weekly(
    communes: Communes,
) -> None:
    while_it_runs = at(date(2026, 6, 12), "08:00")
    assert publish_promises(at=while_it_runs) > 0
    assert publish_promises(at=while_it_runs + timedelta(days=1)) == 0
    assert publish_promises(at=AFTER_THE_QUARTER) > 0
    assert publish_promises(at=AFTER_JULY) == 0
    told = PromiseRow.objects.filter(period="2026-2").values_list("until_day", "counted_at")
    assert set(told) == {(date(2026, 6, 14), AFTER_THE_QUARTER)}
    assert communes.all


def test_the_latest_comes_first_and_each_office_has_its_own_rows(communes: Communes) -> None:
    publish_promises(at=AFTER_JULY)
    periods = promise_periods()
    assert [one.key for one in periods] == sorted((one.key for one in periods), reverse=True)
    wanted = periods[-1].key
    whole, *offices = promise_offices(wanted)
    assert (whole.agency_id, whole.code) == (None, "")
    assert {one.agency_id for one in offices} <= {one.id for one in communes.all}
    own = promise_rows(PromiseFilter(period=wanted, agency_id=offices[0].agency_id)).rows
    assert {row.agency_id for row in own} == {offices[0].agency_id}
    by_words = promise_rows(PromiseFilter(period=wanted, words="KHAI sinh")).rows
    assert by_words
    assert all("khai sinh" in row.name.lower() for row in by_words)
