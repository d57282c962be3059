"""Where time goes: what each step took in working time, added up by place and by step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Act
from motcua.kernel.verdict import NotPermitted
from motcua.workflow.commands.steps import finish_step
from motcua.workflow.models import Task
from motcua.workflow.queries.time_spent import (
    TimeFilter,
    open_by_place,
    tasks_behind,
    time_by_place,
    time_by_step,
)
from tests.support.acts import GIVEN, do
from tests.support.clock import PLAIN_MORNING
from tests.support.processes_at_work import put_in_force, tasks_of, usual
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing")
JUNE = TimeFilter(first=date(2026, 6, 1), last=date(2026, 6, 30))


def finished(hours: float) -> str:
    given = a_reception(BIRTH_AGAIN)
    code = receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code
    task = tasks_of(code)["check"].pk
    at = PLAIN_MORNING + timedelta(hours=hours)
    finish_step(actor=officer("thuly1"), at=at, task_id=task)
    return code


def test_time_over_lunch_and_night_is_working_time_only() -> None:
    put_in_force(usual())
    finished(5)
    finished(24)
    assert sorted(Task.objects.filter(step_key="check").values_list("spent", flat=True)) == [
        240,
        480,
    ]


def test_waiting_for_the_applicant_is_nobodys_time() -> None:
    put_in_force(usual())
    given = a_reception(BIRTH_AGAIN)
    code = receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code
    do(code, Act.START, GIVEN[Act.START])
    do(code, Act.SUSPEND, GIVEN[Act.SUSPEND], at=PLAIN_MORNING + timedelta(hours=1))
    next_day = PLAIN_MORNING + timedelta(days=1)
    do(code, Act.RESUME, inputs.Resume(), by="thuly1", at=next_day)
    task = tasks_of(code)["check"].pk
    finish_step(actor=officer("thuly1"), at=next_day + timedelta(hours=1), task_id=task)
    assert Task.objects.get(pk=task).spent == 120


def test_sums_by_place_and_by_step_are_the_same_time() -> None:
    put_in_force(usual())
    codes = [finished(1), finished(2), finished(30)]
    leader = officer("lanhdao")
    places, steps = time_by_place(leader, JUNE), time_by_step(leader, JUNE)
    total = sum(Task.objects.filter(state="DONE").values_list("spent", flat=True))
    assert sum(one.minutes for one in places) == sum(one.minutes for one in steps) == total
    (check,) = steps
    assert (check.step, check.count, check.late) == ("Bước check", 3, 1)
    behind = tasks_behind(leader, JUNE).rows
    assert {row.dossier_code for row in behind} == set(codes)
    assert [row.spent for row in tasks_behind(leader, JUNE, only_late=True).rows] == [check.longest]


def test_what_is_open_now_is_told_with_what_is_late() -> None:
    put_in_force(usual())
    finished(1)
    (now,) = open_by_place(officer("lanhdao"), JUNE, PLAIN_MORNING + timedelta(days=3))
    assert (now.count, now.late) == (1, 1)


def test_one_sees_the_time_of_those_one_leads() -> None:
    put_in_force(usual())
    finished(1)
    assert time_by_place(officer("truongphong2"), JUNE) == ()
    assert len(time_by_place(officer("giamsat"), JUNE)) == 1
    with pytest.raises(NotPermitted):
        time_by_place(officer("thuly1"), JUNE)
