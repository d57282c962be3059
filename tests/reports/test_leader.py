"""The leader's page: the same numbers as the report, and where to look first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from motcua.dossiers.models import Dossier
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision
from motcua.reports.leading import LeadersView
from motcua.reports.queries.building import report
from motcua.reports.queries.leader import leaders_view
from motcua.reports.rules.percentiles import HALF, NINE_IN_TEN, days_within
from motcua.reports.vocabulary import ReportAsked, ReportName
from tests.support.clock import PLAIN_FRIDAY, at
from tests.support.openings import cells_of
from tests.support.reporting import AFTER_JULY, Communes

pytestmark = pytest.mark.usefixtures("proved")
QUERIES_MAX = 16


def of_today(communes: Communes, place: int, moment: datetime) -> dict[tuple[str, str], Any]:
    today = local_day(moment)
    asked = ReportAsked(
        name=ReportName.OFFICERS,
        agency_id=communes.all[place].id,
        from_day=today,
        until_day=today,
    )
    return dict(cells_of(report(communes.signatory(place), asked, at=moment)))


@pytest.mark.parametrize("place", range(3))
def test_what_is_open_and_late_is_what_the_report_says(communes: Communes, place: int) -> None:
    seen = leaders_view(communes.signatory(place), at=AFTER_JULY)
    cells = of_today(communes, place, AFTER_JULY)
    assert seen.open == cells["total", "open"].count
    assert seen.overdue == cells["total", "open-overdue"].count
    for parts in (seen.units, seen.officers, seen.stuck):
        assert sum(one.open for one in parts) == seen.open
        assert sum(one.overdue for one in parts) == seen.overdue


def test_the_late_are_named_the_longest_late_first(communes: Communes) -> None:
    seen = leaders_view(communes.signatory(), at=AFTER_JULY)
    assert len(seen.late) == seen.overdue > 0
    assert [one.due_at for one in seen.late] == sorted(one.due_at for one in seen.late)
    assert all(one.due_at < AFTER_JULY for one in seen.late)
    worst = [one.oldest_due_on for one in seen.units if one.overdue]
    assert min(day for day in worst if day) == local_day(seen.late[0].due_at)


def test_what_will_be_due_is_counted_by_working_days(communes: Communes) -> None:
    friday = at(PLAIN_FRIDAY, "17:30")
    seen = leaders_view(communes.signatory(), at=friday)
    assert [(one.working_days, one.until) for one in seen.ahead] == [
        (3, date(2026, 6, 17)),
        (7, date(2026, 6, 23)),
    ]
    codes = Dossier.objects.filter(competent_agency=communes.all[0].id, ended_at=None)
    ends = [local_day(due) for due in codes.values_list("due_at", flat=True) if due]
    for one in seen.ahead:
        assert one.count == sum(PLAIN_FRIDAY < day <= one.until for day in ends)
    assert seen.ahead[1].count > 0


def test_where_work_stands_the_one_longest_there_is_named(communes: Communes) -> None:
    seen = leaders_view(communes.signatory(1), at=AFTER_JULY)
    received = dict(Dossier.objects.values_list("code", "received_at"))
    assert {one.oldest_received_at for one in seen.stuck} <= set(received.values())
    assert all(received[one.oldest] == one.oldest_received_at for one in seen.stuck)
    assert len({(one.stage, one.unit_id) for one in seen.stuck}) == len(seen.stuck)


def test_how_long_things_took_is_told_by_procedure(communes: Communes) -> None:
    seen = leaders_view(communes.signatory(), at=AFTER_JULY)
    took = {one.procedure_code: one for one in seen.durations}
    assert sum(one.settled for one in took.values()) == 2
    assert (took["1.001193"].median_days, took["1.001193"].settled) == (2, 1)
    assert (took["1.012817"].median_days, took["1.012817"].settled) == (0, 1)


def test_the_last_two_years_are_told_month_by_month(communes: Communes) -> None:
    seen = leaders_view(communes.signatory(), at=AFTER_JULY)
    assert [one.month for one in seen.months][-1] == date(2026, 7, 1)
    assert len(seen.months) == 24
    june = seen.months[-2]
    assert (june.received, june.settled, june.overdue) == (12, 2, 1)
    assert june.on_time_percent == "50.00"
    assert seen.months[-1].on_time_percent is None


def test_a_supervisor_looks_over_all_his_agencies_at_once(communes: Communes) -> None:
    seen = leaders_view(communes.supervisor(), at=AFTER_JULY, with_subordinates=True)
    each = [leaders_view(communes.signatory(place), at=AFTER_JULY) for place in range(3)]
    assert (seen.open, seen.overdue) == (
        sum(one.open for one in each),
        sum(one.overdue for one in each),
    )
    assert {"UBND xã Phù Đổng" in one.unit_name for one in seen.units} == {True, False}


def test_the_page_is_read_in_a_fixed_number_of_queries(
    communes: Communes, django_assert_max_num_queries: Any
) -> None:
    def look() -> LeadersView:
        return leaders_view(communes.supervisor(), at=AFTER_JULY, with_subordinates=True)

    look()
    with one_revision(), django_assert_max_num_queries(QUERIES_MAX):
        look()


def test_the_middle_and_nine_in_ten_are_days_that_somebody_waited() -> None:
    taken = {0: 5, 1: 3, 10: 1, 40: 1}
    assert (days_within(taken, HALF), days_within(taken, NINE_IN_TEN)) == (0, 10)
    assert days_within({7: 1}, HALF) == days_within({7: 1}, NINE_IN_TEN) == 7
