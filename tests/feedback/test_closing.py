"""Figures that were closed stay as they were; what comes later changes the figures of today alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.feedback.commands.closing import (
    FiguresClosedAlready,
    FiguresNotOver,
    close_figures,
)
from motcua.feedback.models import ClosedFigures
from motcua.feedback.proof import petition_flaws
from motcua.feedback.queries.closed import FiguresAltered, closed_figures, closed_figures_told
from motcua.feedback.queries.figures import Figure, Period, end_of, figures
from motcua.feedback.vocabulary import Act, Kind
from motcua.kernel.verdict import NotFound, NotPermitted
from tests.support.clock import PLAIN_MONDAY, at
from tests.support.feedback import ANSWER, act, sent
from tests.support.working_office import officer

MONDAY = at(PLAIN_MONDAY, "09:00")
LAST = PLAIN_MONDAY + timedelta(days=1)
FIRST = LAST - timedelta(days=30)
AFTER = at(LAST + timedelta(days=1), "09:00")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]


def closed(**changes: date) -> int:
    days = {"from_day": FIRST, "to_day": LAST} | changes
    return close_figures(actor=officer("lanhdao", AFTER), at=AFTER, **days)


def counts(closed_id: int, by: str = "lanhdao") -> dict[Figure, int]:
    told = closed_figures_told(officer(by, AFTER), closed_id)
    return {one: len(told.behind.get((Kind.CONDUCT, one), ())) for one in Figure}


def test_what_is_answered_later_changes_today_and_not_what_was_closed() -> None:
    ref = sent(MONDAY)
    act(ref, Act.REGISTER, "tiepnhan1", MONDAY)
    act(ref, Act.ROUTE, "vanthu", MONDAY, holding_id=officer("thuly1", MONDAY).holding_id)
    made = closed()
    before = counts(made)
    assert (before[Figure.RECEIVED], before[Figure.OPEN], before[Figure.ON_TIME]) == (1, 1, 0)
    act(ref, Act.PROPOSE, "thuly1", AFTER, text=ANSWER)
    act(ref, Act.ANSWER, "lanhdao", AFTER)
    assert counts(made) == before
    leader = officer("lanhdao", AFTER)
    now = Period(from_day=FIRST, to_day=LAST, as_of=AFTER + timedelta(hours=1))
    (row,) = figures(leader, now)
    assert (row.open, row.on_time) == (0, 1)
    # Asked as of the last day it is what was closed.
    (then,) = figures(leader, Period(from_day=FIRST, to_day=LAST, as_of=end_of(LAST)))
    assert {one: getattr(then, str(one)) for one in Figure} == before
    assert closed_figures_told(leader, made).readable == {ref.code}


def test_nothing_is_left_out_though_it_is_about_whoever_closes() -> None:
    leader = officer("lanhdao", MONDAY)
    ref = sent(MONDAY)
    other = sent(MONDAY, about_holding_id=leader.holding_id)
    made = closed()
    assert counts(made)[Figure.RECEIVED] == 2
    told = closed_figures_told(officer("lanhdao", AFTER), made)
    assert told.readable == {ref.code}
    assert other.code not in told.readable


def test_a_period_is_closed_once_when_it_is_over_by_who_may() -> None:
    with pytest.raises(FiguresNotOver):
        closed(to_day=AFTER.date())
    with pytest.raises(NotPermitted):
        close_figures(actor=officer("thuly1", AFTER), at=AFTER, from_day=FIRST, to_day=LAST)
    made = closed()
    with pytest.raises(FiguresClosedAlready):
        closed()
    assert [one.id for one in closed_figures(officer("lanhdao", AFTER))] == [made]
    with pytest.raises(NotFound):
        closed_figures_told(officer("lanhdao", AFTER), made + 1)


def test_the_table_takes_no_change_and_a_changed_one_is_seen() -> None:
    sent(MONDAY)
    made = closed()
    with pytest.raises(DatabaseError), transaction.atomic():
        ClosedFigures.objects.filter(pk=made).update(told="{}")
    with pytest.raises(DatabaseError), transaction.atomic():
        ClosedFigures.objects.filter(pk=made).delete()
    assert list(petition_flaws()) == []
    row = ClosedFigures.objects.get(pk=made)
    row.pk, row.from_day, row.told = None, FIRST - timedelta(days=1), '{"cells":[],"version":1}'
    with transaction.atomic():
        row.save(force_insert=True)
        assert [one.fields for one in petition_flaws()] == [("told",)]
        with pytest.raises(FiguresAltered):
            closed_figures_told(officer("lanhdao", AFTER), row.pk)
        transaction.set_rollback(True)
    assert connection.in_atomic_block
