"""The number that a list of dossiers says at its head is that of the list, however it is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from motcua.dossiers.queries.figures import count_behind, stays_behind
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.reports.queries.behind import which_behind
from motcua.reports.queries.building import report
from motcua.reports.queries.leader import LATE_MAX, leaders_view
from motcua.reports.queries.numbers import number_behind
from motcua.reports.queries.open_work import OpenAsked, open_behind
from motcua.reports.queries.row_names import row_name
from motcua.reports.vocabulary import ReportName, RowKind
from tests.support.reporting import AFTER_JULY, JULY, Communes

pytestmark = pytest.mark.usefixtures("proved")


@pytest.mark.parametrize("name", ReportName)
def test_the_number_read_from_the_tallies_is_that_of_the_dossiers(
    communes: Communes, name: ReportName
) -> None:
    actor, asked = communes.supervisor(), communes.asked_of_city(name, JULY)
    made = report(actor, asked, at=AFTER_JULY)
    opening = [column.code for column in made.columns if column.opens]
    for row in (*made.rows, made.total):
        for code in opening:
            which = which_behind(actor, asked, row_key=row.key, column_code=code, at=AFTER_JULY)
            counted = count_behind(actor, which, at=AFTER_JULY)
            assert number_behind(actor, which, at=AFTER_JULY) == counted, (row.key, code)


@pytest.mark.parametrize("name", ReportName)
def test_a_row_is_called_the_same_above_its_dossiers(communes: Communes, name: ReportName) -> None:
    actor, asked = communes.signatory(), communes.asked(name)
    made = report(actor, asked, at=AFTER_JULY)
    column = next(column.code for column in made.columns if column.opens)
    for row in made.rows:
        which = which_behind(actor, asked, row_key=row.key, column_code=column, at=AFTER_JULY)
        assert row.label in row_name(which, row.key, asked.until_day)
    assert {row.kind for row in made.rows} <= set(RowKind)


def _leaders(communes: Communes) -> list[tuple[Actor, OpenAsked]]:
    city = OpenAsked(agency_id=communes.city_id, with_subordinates=True)
    home = OpenAsked(agency_id=communes.all[0].id)
    return [(communes.supervisor(), city), (communes.signatory(), home)]


@pytest.mark.parametrize("place", [0, 1])
def test_each_count_of_the_leaders_page_is_that_of_the_dossiers_behind_it(
    communes: Communes, place: int
) -> None:
    actor, base = _leaders(communes)[place]
    view = leaders_view(
        actor, at=AFTER_JULY, agency_id=base.agency_id, with_subordinates=base.with_subordinates
    )
    told = [(view.open, base), (view.overdue, replace(base, is_late=True))]
    told += [(one.count, replace(base, due_by=one.until)) for one in view.ahead]
    for burden in view.officers:
        which = replace(base, unit_id=burden.unit_id or 0, handler_id=burden.holding_id or 0)
        told += [(burden.open, which), (burden.overdue, replace(which, is_late=True))]
    for unit in view.units:
        told.append((unit.open, replace(base, unit_id=unit.unit_id or 0)))
    for stuck in view.stuck:
        which = replace(base, unit_id=stuck.unit_id or 0, stage=stuck.stage)
        told += [(stuck.open, which), (stuck.overdue, replace(which, is_late=True))]
    assert view.open > 0
    for count, asked in told:
        behind = open_behind(actor, asked, at=AFTER_JULY)
        assert number_behind(actor, behind, at=AFTER_JULY) == count, asked


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("days_before", [0, 1, 2, 3, 4, 5])
def test_the_longest_late_come_first_also_those_late_only_since_today(
    communes: Communes, place: int, days_before: int
) -> None:
    actor, base = _leaders(communes)[place]
    dates = sorted({due_at for due_at, _pk, _code in _late(actor, base, AFTER_JULY)})
    moment = dates[-1 - days_before % len(dates)] + timedelta(seconds=1)
    late = sorted(_late(actor, base, moment), key=lambda one: (local_day(one[0]), one[1]))
    view = leaders_view(
        actor, at=moment, agency_id=base.agency_id, with_subordinates=base.with_subordinates
    )
    assert [one.code for one in view.late] == [code for _due, _pk, code in late][:LATE_MAX]
    assert local_day(late[-1][0]) == local_day(moment)


def _late(actor: Actor, base: OpenAsked, moment: datetime) -> list[tuple[datetime, int, str]]:
    behind = open_behind(actor, replace(base, is_late=True), at=moment)
    rows = stays_behind(actor, behind, at=moment, size=200).rows
    return [(row.due_at, row.id, row.code) for row in rows if row.due_at]
