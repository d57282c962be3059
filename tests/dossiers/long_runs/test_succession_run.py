"""A succession carried out by a worker: as it was rehearsed or not at all, then dossier by dossier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.agencies.queries import agency_on
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.long_runs import beginning, working
from motcua.dossiers.long_runs.beginning import begin_succession, many_follow
from motcua.dossiers.long_runs.orders import SUCCESSION, SuccessionKept
from motcua.dossiers.long_runs.standing import long_standing
from motcua.dossiers.long_runs.working import work_on_long_run
from motcua.dossiers.models import Dossier, LongRun
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.dossiers.rules.exports import STILL_AFTER, RunOutcome
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.kernel.actor import Actor
from motcua.ledger.models import Fact
from tests.support.reception import LAND, a_ground, a_reception, receive
from tests.support.three_communes import (
    AFTERWARDS,
    MERGED_ON,
    Commune,
    busy,
    merger,
    three_communes,
)
from tests.support.working_office import kept_for_a_module, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
LATER = AFTERWARDS + STILL_AFTER + timedelta(seconds=1)
HANDED_OVER = "dossier.handed-over"


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Commune, ...]]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        communes = three_communes()
        for commune in communes:
            busy(commune)
        yield communes


@pytest.fixture
def order(office: tuple[Commune, ...], standing: None) -> SuccessionOrder:
    return SuccessionOrder(plan=merger(*office), chosen={1: None, 2: 3})


def city() -> Actor:
    return officer("quantri2", AFTERWARDS)


def ordered(order: SuccessionOrder) -> int:
    order = SuccessionOrder(plan=order.plan)
    marks = rehearse(actor=city(), at=AFTERWARDS, order=order).marks
    return begin_succession(
        actor=city(), at=AFTERWARDS, order=order, marks=marks, form="kind=MERGE"
    )


def carried_out(run_id: int, at: datetime = AFTERWARDS) -> LongRun:
    work_on_long_run(run_id, now=lambda: at)
    return LongRun.objects.get(pk=run_id)


def running() -> int:
    return Fact.objects.filter(code=HANDED_OVER).count()


def test_an_order_is_kept_and_read_again(order: SuccessionOrder) -> None:
    kept = SuccessionKept(order=order, marks={"a": "b"})
    assert SUCCESSION.validate_json(SUCCESSION.dump_json(kept)) == kept


def test_nothing_changes_until_the_worker_has_looked_and_then_everything_does(
    order: SuccessionOrder, office: tuple[Commune, ...]
) -> None:
    run_id = ordered(order)
    assert all(agency_on(commune.id, MERGED_ON) for commune in office)
    run = carried_out(run_id)
    assert (run.outcome, run.failure) == (RunOutcome.DONE, "")
    assert all(agency_on(commune.id, MERGED_ON) is None for commune in office)
    assert run.moved == running() == Dossier.objects.count()
    standing = long_standing(city(), run_id)
    assert set(Dossier.objects.values_list("competent_agency_id", flat=True)) == set(
        standing.successor_ids
    )
    assert standing.people > 0
    assert standing.moves[0].before != standing.moves[0].after
    assert list(tally_flaws()) == []


def test_what_is_no_longer_as_it_was_rehearsed_changes_nothing(
    order: SuccessionOrder, office: tuple[Commune, ...]
) -> None:
    run_id = ordered(order)
    receive(a_reception(LAND, at=AFTERWARDS), at=AFTERWARDS)
    run = carried_out(run_id)
    assert (run.outcome, run.failure) == (RunOutcome.FAILED, "changed-since-rehearsal")
    assert all(agency_on(commune.id, MERGED_ON) for commune in office)
    assert running() == 0
    assert long_standing(city(), run_id).form == "kind=MERGE"


def test_it_goes_on_behind_the_last_piece_with_the_same_heirs(
    order: SuccessionOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PIECE", 4)
    run_id = ordered(order)
    follow, pieces = working.follow_piece, 0

    def breaks_in_the_third(*args: Any) -> Any:
        nonlocal pieces
        pieces += 1
        if pieces == 3:
            raise RuntimeError
        return follow(*args)

    monkeypatch.setattr(working, "follow_piece", breaks_in_the_third)
    with pytest.raises(RuntimeError):
        carried_out(run_id)
    assert running() == 8
    assert long_standing(city(), run_id).begun
    run = carried_out(run_id, LATER)
    assert run.outcome == RunOutcome.DONE
    assert run.moved == running() == Dossier.objects.count()


def test_who_has_lost_the_position_meanwhile_begins_nothing(order: SuccessionOrder) -> None:
    run_id = ordered(order)
    LongRun.objects.update(holding_id=999_999)
    assert carried_out(run_id).failure == "not-permitted"
    assert running() == 0


def test_many_dossiers_leave_the_request(
    order: SuccessionOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not many_follow(order)
    monkeypatch.setattr(beginning, "AT_ONCE_MAX", 20)
    assert many_follow(order)
