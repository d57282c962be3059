"""How long the one who takes a dossier may have: within the calendar, and never a reason not to answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.models import Dossier, Offer
from motcua.dossiers.rules.task_time import TaskTimeTooLong
from motcua.dossiers.vocabulary import Act, Limit, Stage
from motcua.kernel.actor import Role
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.refusals import LimitNotValid
from motcua.worktime.vocabulary import Unit
from tests.support.acts import bring, do
from tests.support.clock import PLAIN_MORNING
from tests.support.many_hands import just_received
from tests.support.offices import agency_id, somebody

pytestmark = pytest.mark.usefixtures("standing")
NEIGHBOR = "xa-bat-trang"
TAKEN = inputs.AcceptOffer(received_all=True)
WHY = inputs.WithReason(reason="Thiếu bản vẽ thửa đất")
BEYOND = [
    pytest.param(Unit.WORKING_DAYS, "99999", id="more days than the calendar has"),
    pytest.param(Unit.MONTHS, "1000", id="more months than the calendar has"),
    pytest.param(Unit.YEARS, "9999", id="more years than there are"),
    pytest.param(Unit.WORKING_HOURS, "999999", id="more than any limit"),
]


@pytest.fixture
def code() -> str:
    return bring(just_received(PLAIN_MORNING), Stage.PROCESSING)


def offered(code: str, unit: Unit, value: str, **more: bool) -> None:
    limit = Limit(unit=unit, value=Decimal(value))
    given = inputs.Offer(agency_id=agency_id(NEIGHBOR), task="Đo đạc", limit=limit, **more)
    do(code, Act.OFFER, given, by="thuly1")


def answer(code: str, act: Act, given: object) -> None:
    there = somebody(Role.HANDLING, agency=agency_id(NEIGHBOR))
    perform(Asked(actor=there, at=PLAIN_MORNING, code=code), act, given)


@pytest.mark.parametrize(("unit", "value"), BEYOND)
def test_a_task_that_ends_beyond_the_calendar_is_not_offered(
    code: str, unit: Unit, value: str
) -> None:
    with pytest.raises(TaskTimeTooLong) as refused:
        offered(code, unit, value)
    assert (refused.value.field, refused.value.params) == ("limit_value", {"year": 2099})
    assert not Offer.objects.exists()


def test_a_part_of_a_month_is_not_offered(code: str) -> None:
    with pytest.raises(LimitNotValid) as refused:
        offered(code, Unit.MONTHS, "1.5")
    assert refused.value.field == "limit_value"


@pytest.mark.parametrize(("unit", "value"), [*BEYOND, pytest.param(Unit.MONTHS, "1.5", id="part")])
def test_what_was_offered_so_before_is_answered_all_the_same(
    code: str, unit: Unit, value: str
) -> None:
    offered(code, unit, value, was_made_elsewhere=True)
    do(code, Act.TAKE_BACK_OFFER, WHY, by="thuly1")
    offered(code, unit, value, was_made_elsewhere=True)
    answer(code, Act.REFUSE_OFFER, WHY)
    offered(code, unit, value, was_made_elsewhere=True)
    answer(code, Act.ACCEPT_OFFER, TAKEN)
    answers = [(one.answer, one.hold_due_at) for one in Offer.objects.order_by("seq")]
    assert answers == [("TAKEN_BACK", None), ("REFUSED", None), ("ACCEPTED", None)]
    assert Dossier.objects.get(code=code).held_agency_id == agency_id(NEIGHBOR)


def test_it_is_refused_though_the_dossier_was_withdrawn_meanwhile(code: str) -> None:
    offered(code, Unit.MONTHS, "1000", was_made_elsewhere=True)
    do(code, Act.WITHDRAW, inputs.Withdraw(reason="Không làm nữa"))
    answer(code, Act.REFUSE_OFFER, WHY)
    assert Dossier.objects.get(code=code).offered_agency_id is None


@pytest.mark.parametrize("value", ["0.5", "10"])
def test_what_ends_in_time_is_offered_and_has_its_day(code: str, value: str) -> None:
    offered(code, Unit.WORKING_DAYS, value)
    answer(code, Act.ACCEPT_OFFER, TAKEN)
    assert Offer.objects.get().hold_due_at is not None


def test_no_time_at_all_is_told_before_it_is_counted(code: str) -> None:
    with pytest.raises(Refusal) as refused:
        offered(code, Unit.WORKING_DAYS, "-1")
    assert refused.value.code == "task-time-faulty"
