"""A late day off carried out by a worker: what the command does, piece by piece, whatever dies."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.dossiers.commands.move_deadlines import announce_and_move, preview_moves
from motcua.dossiers.long_runs import beginning, working
from motcua.dossiers.long_runs.beginning import begin_day_off, many_move
from motcua.dossiers.long_runs.standing import long_standing, stalled_long_runs
from motcua.dossiers.long_runs.working import work_on_long_run
from motcua.dossiers.models import Dossier, LongRun
from motcua.dossiers.rules.exports import STILL_AFTER, RunOutcome
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.worktime.commands.announce_day import DayAlreadyEntered
from motcua.worktime.models import CalendarDay
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.reception import BUSINESS, LAND, a_reception, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
CLOSED_FRIDAY = SpecialDay(
    day=PLAIN_FRIDAY, kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Mất điện toàn xã"
)
LATER = PLAIN_MORNING + STILL_AFTER + timedelta(seconds=1)
MOVED = "dossier.deadline-moved"


def administrator() -> Actor:
    return officer("quantri")


def ordered(by: Actor | None = None) -> int:
    return begin_day_off(
        actor=by or administrator(),
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        special=CLOSED_FRIDAY,
    )


def carried_out(run_id: int, at: datetime = PLAIN_MORNING) -> LongRun:
    work_on_long_run(run_id, now=lambda: at)
    return LongRun.objects.get(pk=run_id)


def dates() -> dict[int, Any]:
    return dict(Dossier.objects.values_list("id", "due_at"))


def test_the_worker_does_what_was_shown_and_tells_what_moved() -> None:
    for code in (BUSINESS, LAND, BUSINESS):
        receive(a_reception(code))
    shown = preview_moves(
        actor=administrator(), at=PLAIN_MORNING, agency_id=agency_id(), special=CLOSED_FRIDAY
    )
    run = carried_out(ordered())
    assert (run.outcome, run.done, run.moved) == (RunOutcome.DONE, 3, 3)
    assert {move.dossier_id: move.new_due_at for move in shown} == dates()
    told = long_standing(administrator(), run.pk).moves
    assert [one.code for one in told] == [move.code for move in shown]
    assert list(tally_flaws()) == []


def test_the_facts_are_those_of_the_command_by_the_same_person() -> None:
    first = receive(a_reception(BUSINESS))
    carried_out(ordered())
    fact = facts_about("dossier", first.id)[-1]
    assert fact.code == MOVED
    assert fact.payload["cause"] == CLOSED_FRIDAY.name
    assert fact.actor["name"] == administrator().name
    assert fact.actor["job"] == working.LATE_DAY_OFF


def test_the_day_and_the_order_are_kept_together_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*_args: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(beginning, "_ordered", breaks)
    with pytest.raises(RuntimeError):
        ordered()
    assert not CalendarDay.objects.filter(day=PLAIN_FRIDAY).exists()


def test_ordered_again_it_is_one_run_and_entered_once() -> None:
    run_id = ordered()
    with pytest.raises(DayAlreadyEntered):
        ordered()
    again = begin_day_off(
        actor=administrator(),
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        special=CLOSED_FRIDAY,
        day_off_id=CalendarDay.objects.get(day=PLAIN_FRIDAY).pk,
    )
    assert again == run_id


def test_a_run_that_broke_goes_on_behind_the_last_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    for _number in range(5):
        receive(a_reception(BUSINESS))
    monkeypatch.setattr(working, "PIECE", 2)
    run_id = ordered()
    calls = 0

    def breaks_in_the_third_piece() -> datetime:
        nonlocal calls
        calls += 1
        if calls == 6:
            raise RuntimeError("out of memory")
        return PLAIN_MORNING

    with pytest.raises(RuntimeError):
        work_on_long_run(run_id, now=breaks_in_the_third_piece)
    run = LongRun.objects.get(pk=run_id)
    assert (run.outcome, run.done, run.moved) == ("", 4, 4)
    assert Fact.objects.filter(code=MOVED).count() == 4
    assert stalled_long_runs(at=PLAIN_MORNING) == []
    assert stalled_long_runs(at=LATER) == [run_id]
    assert carried_out(run_id).outcome == ""
    over = carried_out(run_id, LATER)
    assert (over.outcome, over.done, over.moved, over.attempt) == (RunOutcome.DONE, 5, 5, 2)
    assert Fact.objects.filter(code=MOVED).count() == 5
    assert carried_out(run_id, LATER).attempt == 2


def test_a_worker_that_was_overtaken_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    receive(a_reception(BUSINESS))
    run_id = ordered()
    move = working.move_piece

    def overtaken(*args: Any) -> Any:
        LongRun.objects.filter(pk=run_id).update(attempt=7)
        return move(*args)

    monkeypatch.setattr(working, "move_piece", overtaken)
    before = dates()
    carried_out(run_id)
    assert dates() == before
    assert not Fact.objects.filter(code=MOVED).exists()


def test_it_is_the_same_as_the_command_itself() -> None:
    for code in (BUSINESS, LAND):
        receive(a_reception(code))
    before = dates()
    carried_out(ordered())
    by_worker = dates()
    again = SpecialDay(
        day=date(2026, 6, 15), kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Bão"
    )
    moved = announce_and_move(
        actor=administrator(), at=PLAIN_MORNING, agency_id=agency_id(), special=again
    )
    assert by_worker != before
    assert {one.dossier_id for one in moved} == set(before)


def test_few_are_moved_while_one_waits_and_many_by_the_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _number in range(2):
        receive(a_reception(BUSINESS))
    monkeypatch.setattr(beginning, "AT_ONCE_MAX", 2)
    assert not many_move(agency_id(), CLOSED_FRIDAY, at=PLAIN_MORNING)
    receive(a_reception(BUSINESS))
    assert many_move(agency_id(), CLOSED_FRIDAY, at=PLAIN_MORNING)


def test_only_with_the_right_and_only_its_owner_sees_it() -> None:
    with pytest.raises(NotPermitted):
        ordered(officer("tiepnhan1"))
    run_id = ordered()
    with pytest.raises(NotFound):
        long_standing(officer("lanhdao"), run_id)
