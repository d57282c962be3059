"""A worker killed inside a piece: nothing of the piece stays, and the next worker does the rest once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from motcua.dossiers.long_runs.beginning import begin_day_off
from motcua.dossiers.models import LongRun
from motcua.dossiers.proof import disagreements
from motcua.dossiers.rules.exports import STILL_AFTER, RunOutcome
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING
from tests.support.desks import Worker
from tests.support.offices import agency_id
from tests.support.reception import BUSINESS, a_ground, a_reception, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
LATER = PLAIN_MORNING + STILL_AFTER + timedelta(seconds=1)
DOSSIERS, PIECE = 7, 2


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    forget_all()
    a_ground()
    yield
    assert list(disagreements()) == []
    assert list(verify()) == []
    assert list(tally_flaws()) == []
    forget_all()


def worker(run_id: int, at: datetime, stand_still_inside: int = 0) -> Worker:
    order = {
        "run_id": run_id,
        "at": at.isoformat(),
        "piece": PIECE,
        "stand_still_inside": stand_still_inside,
    }
    return Worker("tests.support.long_run_process", order)


def moved() -> Counter[int]:
    facts = Fact.objects.filter(code="dossier.deadline-moved")
    return Counter(facts.values_list("subject_id", flat=True))


def test_a_piece_is_kept_whole_or_not_at_all_and_no_dossier_moves_twice() -> None:
    ids = [receive(a_reception(BUSINESS)).id for _number in range(DOSSIERS)]
    special = SpecialDay(
        day=PLAIN_FRIDAY, kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Bão"
    )
    run_id = begin_day_off(
        actor=officer("quantri"), at=PLAIN_MORNING, agency_id=agency_id(), special=special
    )
    doomed = worker(run_id, PLAIN_MORNING, stand_still_inside=2)
    assert [doomed.hear()["written"] for _time in range(2)] == [PIECE, 2 * PIECE]
    doomed.kill()
    run = LongRun.objects.get(pk=run_id)
    assert (run.outcome, run.done, run.moved) == ("", PIECE, PIECE)
    assert moved() == Counter(ids[:PIECE])
    assert worker(run_id, LATER).told()[-1] == {"over": True}
    run.refresh_from_db()
    assert (run.outcome, run.done, run.moved) == (RunOutcome.DONE, DOSSIERS, DOSSIERS)
    assert moved() == Counter(ids)
