"""Lists of work: five groups that part what is open, one order, counts that are those of the lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.accounts.rules.roles import PERMISSIONS_OF
from motcua.dossiers import inputs
from motcua.dossiers.commands.hand_over import hand_over_work
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import work
from motcua.dossiers.queries.counter import Pile, desk_figures, lying
from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import (
    TURN_OF,
    Whose,
    WorkFilter,
    whose_figures,
    work_figures,
    work_of,
)
from motcua.dossiers.queries.workload import by_stage, load_of, open_counts
from motcua.dossiers.rules.timeliness import is_due_soon, is_overdue
from motcua.dossiers.vocabulary import IN_HAND_STAGES, WAITING_STAGES, Act, Stage
from motcua.kernel.bounded import MoreThan
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.verdict import NotPermitted
from tests.support.acts import bring, do, holding_of, register
from tests.support.clock import PLAIN_MORNING, at
from tests.support.reception import BUSINESS, LAND, a_reception, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
OFFICERS = ("tiepnhan1", "thuly1", "thuly2", "truongphong", "lanhdao", "vanthu", "giamsat")
LED = WorkFilter(whose=Whose.LED)
DAYS = (2, 5, 8, 9, 10)


def received(code: str = BUSINESS, day: int = 10) -> str:
    moment = at(date(2026, 6, day), "08:30")
    return receive(a_reception(code, at=moment), at=moment).code


def codes_of(by: str, which: WorkFilter, moment: datetime = PLAIN_MORNING) -> list[str]:
    return [row.code for row in work_of(officer(by), which, at=moment, size=100).rows]


def group_of(row: DossierRow, moment: datetime) -> Urgency:
    """What the rules say of one dossier, in the words that its mark uses."""
    in_hand = row.stage in IN_HAND_STAGES and row.due_at is not None
    told = {
        Urgency.OVERDUE: is_overdue(row.stage, row.due_at, moment),
        Urgency.WAITING: row.stage in WAITING_STAGES,
        Urgency.DUE_TODAY: in_hand and local_day(row.due_at or moment) == local_day(moment),
        Urgency.DUE_SOON: is_due_soon(row.stage, row.due_at, row.due_soon_at, moment),
        Urgency.LATER: True,
    }
    return next(group for group, holds in told.items() if holds)


@pytest.fixture
def many() -> list[str]:
    """Dossiers at every open stage, received on several days."""
    codes = [received(day=day) for day in DAYS]
    codes += [received(LAND, day=day) for day in DAYS]
    ways = (Stage.PROCESSING, Stage.PROPOSED, Stage.DECIDED, Stage.SUPPLEMENT_REQUESTED)
    for stage in (*ways, Stage.OBLIGATION_DUE, Stage.SETTLED, Stage.WITHDRAWN):
        codes.append(bring(received("1.001193"), stage))
    return codes


MOMENTS = (
    PLAIN_MORNING,
    at(date(2026, 6, 10), "17:00"),
    at(date(2026, 6, 11), "00:00"),
    at(date(2026, 6, 12), "17:00") + timedelta(seconds=1),
    at(date(2026, 7, 21), "10:00"),
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_each_open_dossier_is_in_the_group_that_the_rules_name(
    many: list[str], moment: datetime
) -> None:
    actor = officer("lanhdao")
    rows = work_of(actor, WorkFilter(), at=moment, size=100).rows
    assert len(rows) > 10
    for group in Urgency:
        named = [row.code for row in rows if group_of(row, moment) is group]
        assert codes_of("lanhdao", WorkFilter(urgency=group), moment) == named


@pytest.mark.parametrize("by", OFFICERS)
@pytest.mark.parametrize("whose", Whose)
def test_counts_are_those_of_the_lists_and_add_up(many: list[str], by: str, whose: Whose) -> None:
    which = WorkFilter(whose=whose)
    figures = work_figures(officer(by), which, at=PLAIN_MORNING)
    counted = {group: getattr(figures, group.lower()) for group in Urgency}
    listed = {group: len(codes_of(by, replace(which, urgency=group))) for group in Urgency}
    assert counted == listed
    assert sum(counted.values()) == figures.total == len(codes_of(by, which))


def test_the_nearest_date_comes_first_and_no_date_last(many: list[str]) -> None:
    rows = work_of(officer("lanhdao"), WorkFilter(), at=PLAIN_MORNING, size=100).rows
    dated = [row.due_at for row in rows if row.due_at is not None]
    assert dated == sorted(dated)
    assert [row.due_at for row in rows[len(dated) :]] == [None] * (len(rows) - len(dated))
    assert len(dated) < len(rows)


def test_pages_give_every_dossier_once_even_among_microseconds(many: list[str]) -> None:
    odd = PLAIN_MORNING + timedelta(days=20)
    dated = Dossier.objects.filter(due_at__isnull=False).order_by("id")
    dates = dict(dated.values_list("pk", "due_at"))
    for number, pk in enumerate(dates):
        moved = odd + timedelta(microseconds=number // 3)
        Dossier.objects.filter(pk=pk).update(due_at=moved)
    seen, cursor = [], ""
    for _page in range(len(many)):
        page = work_of(officer("lanhdao"), WorkFilter(), at=PLAIN_MORNING, cursor=cursor, size=2)
        seen += [row.code for row in page.rows]
        cursor = page.next_cursor
    assert seen[: len(set(seen))] == codes_of("lanhdao", WorkFilter())
    for pk, due_at in dates.items():
        Dossier.objects.filter(pk=pk).update(due_at=due_at)


@pytest.mark.parametrize(
    "cursor", ["x", "1", "1-", "-1-1", "1-x", "9" * 19 + "-1", "１-1", "1-1-1"]
)
def test_a_cursor_that_no_list_gave_is_refused(cursor: str) -> None:
    with pytest.raises(CursorFaulty):
        work_of(officer("thuly1"), WorkFilter(), at=PLAIN_MORNING, cursor=cursor)


def test_ones_own_work_is_what_one_has_been_given() -> None:
    mine, other, nobodys = (received("1.001193") for _number in range(3))
    do(mine, Act.ASSIGN, inputs.Assign(holding_id=holding_of("thuly1")))
    do(other, Act.ASSIGN, inputs.Assign(holding_id=holding_of("truongphong")))
    assert codes_of("thuly1", WorkFilter(whose=Whose.MINE)) == [mine]
    assert codes_of("thuly1", WorkFilter(whose=Whose.NOBODYS)) == [nobodys]
    assert set(codes_of("thuly1", WorkFilter())) == {mine, other, nobodys}
    assert codes_of("thuly2", WorkFilter()) == []


@pytest.mark.parametrize(
    ("by", "stage"),
    [("lanhdao", Stage.PROPOSED), ("vanthu", Stage.DECIDED), ("truongphong", Stage.RECEIVED)],
)
def test_a_role_without_dossiers_of_its_own_has_its_turn(by: str, stage: Stage) -> None:
    turns = {
        one: bring(received("1.001193"), one)
        for one in (Stage.RECEIVED, Stage.PROCESSING, Stage.PROPOSED, Stage.DECIDED)
    }
    assert codes_of(by, WorkFilter(whose=Whose.MINE)) == [turns[stage]]


@pytest.mark.parametrize(
    "which",
    [
        {"stage": Stage.PROCESSING},
        {"procedure": "1.001193"},
        {"procedure": "khai sinh"},
        {"sector": "NONE"},
        {"text": "hong nhung"},
        {"text": "khong ai"},
    ],
)
def test_a_filter_narrows_list_and_counts_alike(many: list[str], which: dict[str, Any]) -> None:
    asked = WorkFilter(**which)
    listed = codes_of("lanhdao", asked)
    assert work_figures(officer("lanhdao"), asked, at=PLAIN_MORNING).total == len(listed)
    assert set(listed) <= set(codes_of("lanhdao", WorkFilter()))


@pytest.mark.parametrize("by", ["truongphong", "lanhdao"])
def test_every_number_of_the_load_is_that_of_its_list(many: list[str], by: str) -> None:
    loads = load_of(officer(by), LED, at=PLAIN_MORNING)
    assert len(loads) >= 1
    for load in loads:
        which = replace(LED, assignee_id=load.holding_id, unassigned=load.holding_id is None)
        assert load.open == len(codes_of(by, which))
        for group in Urgency:
            listed = codes_of(by, replace(which, urgency=group))
            assert getattr(load, group.lower()) == len(listed)


@pytest.mark.parametrize("by", ["truongphong", "lanhdao"])
def test_every_number_of_a_stage_is_that_of_its_list(many: list[str], by: str) -> None:
    table = by_stage(officer(by), at=PLAIN_MORNING)
    assert len(table) > 3
    for one in table:
        which = replace(LED, stage=one.stage)
        assert one.open == len(codes_of(by, which))
        assert one.overdue == len(codes_of(by, replace(which, urgency=Urgency.OVERDUE)))
    received_at = Dossier.objects.filter(stage=str(table[0].stage)).order_by("received_at")
    assert table[0].oldest <= received_at.latest("received_at").received_at


def test_who_gives_no_work_leads_nobody(many: list[str]) -> None:
    assert codes_of("thuly1", LED) == []
    assert load_of(officer("vanthu"), LED, at=PLAIN_MORNING) == ()
    assert by_stage(officer("giamsat"), at=PLAIN_MORNING) == ()


def test_all_of_an_officers_work_goes_to_another_but_for_what_is_decided() -> None:
    moved = [bring(received("1.001193"), Stage.PROCESSING) for _number in range(2)]
    decided = bring(received("1.001193"), Stage.DECIDED)
    count = hand_over_work(
        actor=officer("truongphong"),
        at=PLAIN_MORNING,
        from_holding_id=holding_of("thuly1"),
        to_holding_id=holding_of("truongphong"),
        reason="Nghỉ phép",
    )
    assert count == 2
    assert open_counts([holding_of("thuly1")]) == {holding_of("thuly1"): 1}
    assert codes_of("thuly1", WorkFilter(whose=Whose.MINE)) == [decided]
    assert set(moved) <= set(codes_of("truongphong", WorkFilter(whose=Whose.MINE)))


def test_who_gives_no_work_hands_nothing_over() -> None:
    bring(received("1.001193"), Stage.PROCESSING)
    with pytest.raises(NotPermitted):
        hand_over_work(
            actor=officer("thuly2"),
            at=PLAIN_MORNING,
            from_holding_id=holding_of("thuly1"),
            to_holding_id=holding_of("thuly2"),
            reason="Nghỉ phép",
        )


@pytest.mark.parametrize("by", OFFICERS)
def test_the_piles_of_the_desk_are_those_of_their_lists(many: list[str], by: str) -> None:
    register()
    actor = officer(by)
    figures = desk_figures(actor, PLAIN_MORNING.date(), at=PLAIN_MORNING)
    listed = {pile: Dossier.objects.filter(lying(actor, pile)).count() for pile in Pile}
    assert {pile: figures[pile.lower()] for pile in Pile} == listed
    today = codes_of(by, WorkFilter(urgency=Urgency.DUE_TODAY))
    late = codes_of(by, WorkFilter(urgency=Urgency.OVERDUE))
    assert (figures["due_today"], figures["overdue"]) == (len(today), len(late))


def test_the_desk_has_what_came_by_web_and_what_is_ready() -> None:
    register()
    bring(received("1.001193"), Stage.SETTLED)
    bring(received("1.001193"), Stage.SUPPLEMENT_REQUESTED)
    figures = desk_figures(officer("tiepnhan1"), PLAIN_MORNING.date(), at=PLAIN_MORNING)
    assert {pile: figures[pile.lower()] for pile in Pile} == {
        Pile.TO_RECEIVE: 1,
        Pile.TO_TAKE_OVER: 0,
        Pile.TO_HAND_OVER: 1,
        Pile.TO_COMPLETE: 1,
        Pile.PARTLY_COMPLETED: 0,
        Pile.TO_ACCEPT: 0,
        Pile.TURNED_BACK: 0,
    }


@pytest.mark.parametrize(
    ("ask", "budget"),
    [
        (lambda actor: work_of(actor, WorkFilter(text="nhung"), at=PLAIN_MORNING), 1),
        (lambda actor: work_figures(actor, WorkFilter(), at=PLAIN_MORNING), 1),
        (lambda actor: load_of(actor, LED, at=PLAIN_MORNING), 1),
        (lambda actor: by_stage(actor, at=PLAIN_MORNING), 1),
        (lambda actor: desk_figures(actor, PLAIN_MORNING.date(), at=PLAIN_MORNING), 1),
    ],
)
def test_each_list_and_count_is_one_query(
    many: list[str], django_assert_num_queries: Any, ask: Any, budget: int
) -> None:
    actor = officer("lanhdao")
    with django_assert_num_queries(budget):
        ask(actor)


def test_every_turn_is_of_a_right_that_the_role_has() -> None:
    assert TURN_OF
    for role, (permission, _which) in TURN_OF.items():
        assert permission in PERMISSIONS_OF[role]


def test_counting_of_very_much_stops_and_says_so(
    monkeypatch: pytest.MonkeyPatch, many: list[str]
) -> None:
    everything = work_figures(officer("lanhdao"), WorkFilter(), at=PLAIN_MORNING)
    monkeypatch.setattr(work, "COUNTED_MAX", everything.total)
    stopped = work_figures(officer("lanhdao"), WorkFilter(), at=PLAIN_MORNING)
    assert isinstance(stopped.total, MoreThan)
    assert stopped.total == everything.total - 1
    assert isinstance(stopped.waiting, MoreThan)
    tabs = whose_figures(officer("lanhdao"), WorkFilter(), at=PLAIN_MORNING)
    assert isinstance(tabs[Whose.ALL], MoreThan)
