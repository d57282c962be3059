"""A dossier that waits for the result of another: no clock, nobody takes it over, until released."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import terminate_processing, withdraw_dossier
from motcua.dossiers.commands.receive_group import receive_group
from motcua.dossiers.commands.reception import release_dossier, take_over
from motcua.dossiers.inputs import Nothing, Terminate, Withdraw, WithReason
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.counter import Pile, lying
from motcua.dossiers.queries.work import Whose, WorkFilter, work_of
from motcua.dossiers.rules.facts import ReasonMissing
from motcua.dossiers.rules.reception import AwaitsCompanion, AwaitsNothing
from motcua.dossiers.vocabulary import Stage, TerminationGround
from motcua.kernel.actor import Role
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, BUSINESS, a_reception, an_officer, receive

pytestmark = pytest.mark.usefixtures("standing")
LATER = PLAIN_MORNING + timedelta(days=1)
WHY = WithReason(reason="Hồ sơ kia đã rút")


def waiting() -> Dossier:
    """The second of two brought together: it waits for the first."""
    second = replace(a_reception(BUSINESS), awaits_companion=True)
    _head, ref = receive_group(
        actor=an_officer(), at=PLAIN_MORNING, given=(a_reception(BIRTH), second)
    )
    return Dossier.objects.get(pk=ref.id)


def asked(dossier: Dossier, *roles: Role) -> Asked:
    return Asked(actor=an_officer(*roles), at=LATER, code=dossier.code)


def test_it_has_no_date_and_lies_in_no_pile() -> None:
    dossier = waiting()
    assert (dossier.stage, dossier.awaits_companion) == (Stage.IN_TRANSIT, True)
    assert (dossier.due_at, dossier.unit_id) == (None, None)
    assert not Dossier.objects.filter(lying(an_officer(), Pile.TO_TAKE_OVER)).exists()
    mine = work_of(an_officer(), WorkFilter(whose=Whose.MINE), at=LATER)
    assert dossier.code not in [row.code for row in mine.rows]


def test_nobody_takes_it_over_before_it_is_released() -> None:
    dossier = waiting()
    with pytest.raises(AwaitsCompanion):
        take_over(asked(dossier), Nothing())
    release_dossier(asked(dossier), WHY)
    assert Dossier.objects.filter(lying(an_officer(), Pile.TO_TAKE_OVER)).exists()
    take_over(asked(dossier), Nothing())
    dossier.refresh_from_db()
    here = Dossier.objects.get(pk=receive(a_reception(BUSINESS, at=LATER), at=LATER).id)
    assert (dossier.stage, dossier.due_at) == (Stage.RECEIVED, here.due_at)


def test_what_waits_for_nothing_is_not_released_and_a_reason_is_needed() -> None:
    dossier = waiting()
    with pytest.raises(ReasonMissing):
        release_dossier(asked(dossier), WithReason(reason=" "))
    release_dossier(asked(dossier), WHY)
    with pytest.raises(AwaitsNothing):
        release_dossier(asked(dossier), WHY)


def test_it_can_be_withdrawn_or_stopped_and_then_waits_no_more() -> None:
    withdrawn, stopped = waiting(), waiting()
    withdraw_dossier(asked(withdrawn), Withdraw(reason="Thôi"))
    given = Terminate(ground=TerminationGround.OTHER, reason="Không có giấy khai sinh")
    terminate_processing(asked(stopped, Role.SIGNATORY), given)
    for dossier, stage in ((withdrawn, Stage.WITHDRAWN), (stopped, Stage.TERMINATED)):
        dossier.refresh_from_db()
        assert (dossier.stage, dossier.awaits_companion) == (stage, False)


def test_the_database_lets_nothing_be_worked_on_that_waits() -> None:
    dossier = Dossier.objects.get(pk=receive().id)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(awaits_companion=True)
