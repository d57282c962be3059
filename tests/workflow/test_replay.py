"""A draft is tried on last year's dossiers: piece by piece, once each, and nothing of theirs changes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor, Door, Role, system
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.processes.commands.drafting import (
    begin_process_draft,
    discard_process_draft,
    save_process_draft,
)
from motcua.processes.rules.succession import ProcessDraftMissing, ProcessNotPublishable
from motcua.workflow.models import ReplayRun
from motcua.workflow.replay import working
from motcua.workflow.replay.beginning import begin_replay
from motcua.workflow.replay.standing import last_replay, replay_standing
from motcua.workflow.replay.working import running_replays, stalled_replays, work_on_replay
from tests.processes.rules.sample_processes import plain
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.many_dossiers import copy_dossier
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, officer

pytestmark = pytest.mark.usefixtures("standing_still")
TOMORROW = PLAIN_MORNING + timedelta(days=1)
DRAFT = plain() | {"limit": {"unit": "WORKING_DAYS", "value": "1"}}
KEEPER = system("test")


@pytest.fixture
def standing_still(office: None, db: None) -> None:
    """The office, without the proof at the end: copied dossiers have no facts."""


def a_dossier(stage: Stage = Stage.RECEIVED) -> str:
    given = a_reception(BIRTH_AGAIN)
    code = receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code
    return bring(code, stage)


def a_draft(code: str, definition: Any = DRAFT) -> int:
    """Of the process of the dossier's procedure at its agency."""
    row = Dossier.objects.get(code=code)
    return begin_process_draft(
        actor=KEEPER,
        at=PLAIN_MORNING,
        procedure_version_id=row.procedure_version_id,
        agency_id=row.competent_agency_id,
        definition=definition,
    )


def tried(process_id: int) -> Any:
    run_id = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    work_on_replay(run_id, now=lambda: TOMORROW)
    return replay_standing(KEEPER, TOMORROW, run_id)


def test_a_trial_tells_dates_lateness_and_loads_and_changes_nothing() -> None:
    code = a_dossier(Stage.RETURNED)
    process_id = a_draft(code)
    facts, rows = Fact.objects.count(), list(Dossier.objects.values())
    run = tried(process_id)
    assert (run.is_over, run.done, run.total) == (True, 1, 1)
    assert run.tally.counts == {"dossiers": 1, "by_hand": 0, "without_old": 1}
    assert run.tally.dates["earlier"] == 1
    assert run.tally.late == {"ended": 1, "before": 0, "after": 0, "newly": 0, "no_longer": 0}
    assert set(run.tally.loads["new"]) == {"RECEPTION//", "HANDLING//", "SIGNATORY//"}
    assert {key: row["measured"] for key, row in run.tally.steps.items()} == {
        "receive": 1, "handle": 1, "sign": 1,
    }  # fmt: skip
    assert Fact.objects.count() == facts
    assert list(Dossier.objects.values()) == rows


def test_the_same_limit_as_before_moves_no_date() -> None:
    code = a_dossier()
    run = tried(a_draft(code, plain() | {"limit": None}))
    assert run.tally.dates == {"same": 1, "latest": 0, "earliest": 0}


def test_what_had_not_been_received_then_is_left_out() -> None:
    code = a_dossier()
    process_id = a_draft(code)
    later = begin_replay(actor=KEEPER, at=PLAIN_MORNING, process_id=process_id)
    work_on_replay(later, now=lambda: PLAIN_MORNING)
    assert replay_standing(KEEPER, PLAIN_MORNING, later).done == 0


def test_many_go_piece_by_piece_with_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    code = a_dossier()
    copy_dossier(code, 24)
    process_id = a_draft(code)
    monkeypatch.setattr(working, "PIECE", 10)
    run_id = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    told: list[int] = []

    def now() -> Any:
        told.append(ReplayRun.objects.get(pk=run_id).done)
        return TOMORROW

    work_on_replay(run_id, now=now)
    assert told == [0, 0, 10, 20]
    assert replay_standing(KEEPER, TOMORROW, run_id).tally.counts["dossiers"] == 25


def test_a_worker_that_dies_is_followed_from_the_last_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = a_dossier()
    copy_dossier(code, 24)
    process_id = a_draft(code)
    monkeypatch.setattr(working, "PIECE", 10)
    run_id = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    replay_one, seen = working.replay_one, []

    def dies(*given: Any) -> None:
        seen.append(given)
        if len(seen) == 15:
            raise MemoryError
        replay_one(*given)

    monkeypatch.setattr(working, "replay_one", dies)
    with pytest.raises(MemoryError):
        work_on_replay(run_id, now=lambda: TOMORROW)
    assert replay_standing(KEEPER, TOMORROW, run_id).done == 10
    work_on_replay(run_id, now=lambda: TOMORROW)
    assert replay_standing(KEEPER, TOMORROW, run_id).done == 10
    later = TOMORROW + timedelta(minutes=3)
    assert stalled_replays(at=later) == [run_id]
    assert running_replays()
    work_on_replay(run_id, now=lambda: later)
    run = replay_standing(KEEPER, later, run_id)
    assert (run.done, run.tally.counts["dossiers"], run.is_over) == (25, 25, True)
    assert not running_replays()


def test_asked_again_while_it_runs_it_is_the_same_trial() -> None:
    process_id = a_draft(a_dossier())
    first = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    assert begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id) == first
    work_on_replay(first, now=lambda: TOMORROW)
    again = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    assert again != first
    last = last_replay(KEEPER, TOMORROW, process_id)
    assert last is not None
    assert (last.id, last.is_over) == (again, False)


def test_what_cannot_be_walked_through_is_not_tried() -> None:
    process_id = a_draft(a_dossier())
    faulty = plain()
    faulty["steps"][1]["next"] = [{"to": "nowhere"}]
    save_process_draft(actor=KEEPER, at=TOMORROW, process_id=process_id, definition=faulty, seen=1)
    with pytest.raises(ProcessNotPublishable):
        begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)


def test_only_whoever_keeps_the_process_tries_it() -> None:
    process_id = a_draft(a_dossier())
    handler = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.HANDLING}), name="Thụ lý")
    with pytest.raises(NotPermitted):
        begin_replay(actor=handler, at=TOMORROW, process_id=process_id)
    with pytest.raises(NotPermitted):
        last_replay(handler, TOMORROW, process_id)
    with pytest.raises(NotFound):
        replay_standing(KEEPER, TOMORROW, 10**9)
    with pytest.raises(NotFound):
        begin_replay(actor=KEEPER, at=TOMORROW, process_id=10**9)


def test_without_a_draft_there_is_nothing_to_try() -> None:
    process_id = a_draft(a_dossier())
    from_there = {"actor": KEEPER, "at": TOMORROW, "process_id": process_id}
    discard_process_draft(**from_there, seen=1)
    with pytest.raises(ProcessDraftMissing):
        begin_replay(**from_there)


@pytest.mark.slow
def test_ten_thousand_dossiers_are_tried_with_progress() -> None:
    code = a_dossier()
    copy_dossier(code, 9_999)
    process_id = a_draft(code)
    run_id = begin_replay(actor=KEEPER, at=TOMORROW, process_id=process_id)
    told: list[int] = []

    def now() -> Any:
        told.append(ReplayRun.objects.get(pk=run_id).done)
        return TOMORROW

    work_on_replay(run_id, now=now)
    run = replay_standing(KEEPER, TOMORROW, run_id)
    assert (run.done, run.total, run.is_over) == (10_000, 10_000, True)
    assert told == sorted(told)
    assert len(set(told)) == 10_000 // working.PIECE + 1
    assert run.tally.loads["new"]["RECEPTION//"]["tasks"] == 20_000
