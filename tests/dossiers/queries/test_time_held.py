"""How long co-operating agencies had dossiers in their hands, for those who lead."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.queries.custody.time_held import held_now, time_held
from motcua.dossiers.vocabulary import Act, Limit, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotPermitted
from motcua.worktime.vocabulary import Unit
from tests.support.acts import bring, do
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.reception import BIRTH, a_reception, an_officer
from tests.support.working_office import officer

pytestmark = pytest.mark.usefixtures("standing")
NEIGHBOR, HOME = "xa-bat-trang", "xa-gia-lam"
TAKEN = inputs.AcceptOffer(received_all=True)
JUNE = (date(2026, 6, 1), date(2026, 6, 30))
ONE_DAY = Limit(unit=Unit.WORKING_DAYS, value=Decimal(1))


def there(*roles: Role, slug: str = NEIGHBOR) -> Actor:
    return somebody(*(roles or (Role.HANDLING,)), agency=agency_id(slug))


def given_away(at: datetime) -> str:
    """A dossier that the neighbor took in hand at a moment, for a task of one day."""
    received = receive_dossier(actor=an_officer(), at=PLAIN_MORNING, given=a_reception(BIRTH))
    code = bring(received.code, Stage.PROCESSING)
    task = inputs.Offer(agency_id=agency_id(NEIGHBOR), task="Xác định thuế", limit=ONE_DAY)
    do(code, Act.OFFER, task, by="thuly1", at=at)
    perform(Asked(actor=there(), at=at, code=code), Act.ACCEPT_OFFER, TAKEN)
    return code


def given_back(code: str, at: datetime) -> None:
    home = inputs.Offer(agency_id=agency_id(HOME), task="Đã xác định")
    perform(Asked(actor=there(), at=at, code=code), Act.OFFER, home)
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1", at=at)


def test_time_in_other_hands_is_working_time_by_place() -> None:
    given_back(given_away(PLAIN_MORNING), PLAIN_MORNING + timedelta(hours=2))
    given_back(given_away(PLAIN_MORNING), PLAIN_MORNING + timedelta(days=2))
    at = PLAIN_MORNING + timedelta(days=3)
    (held,) = time_held(officer("lanhdao"), *JUNE, at)
    assert (held.agency_id, held.count, held.late) == (agency_id(NEIGHBOR), 2, 1)
    assert (held.minutes, held.longest) == (120 + 960, 960)
    assert held_now(officer("lanhdao"), at) == ()


def test_what_is_held_now_is_told_with_what_is_late_and_since_when() -> None:
    given_away(PLAIN_MORNING)
    given_away(PLAIN_MORNING + timedelta(days=3))
    at = PLAIN_MORNING + timedelta(days=3)
    (now,) = held_now(officer("lanhdao"), at)
    assert (now.agency_id, now.count, now.late) == (agency_id(NEIGHBOR), 2, 1)
    assert now.oldest == PLAIN_MORNING
    assert time_held(officer("lanhdao"), *JUNE, at) == ()


def test_offers_that_were_not_taken_count_for_nothing() -> None:
    code = given_away(PLAIN_MORNING)
    city = inputs.Offer(agency_id=agency_id("thanh-pho-ha-noi"), task="Xác định thuế")
    later = PLAIN_MORNING + timedelta(hours=1)
    perform(Asked(actor=there(), at=later, code=code), Act.OFFER, city)
    why = inputs.WithReason(reason="Không phải việc của thành phố")
    refuser = there(slug="thanh-pho-ha-noi")
    perform(Asked(actor=refuser, at=later, code=code), Act.REFUSE_OFFER, why)
    given_back(code, PLAIN_MORNING + timedelta(hours=2))
    (held,) = time_held(officer("lanhdao"), *JUNE, PLAIN_MORNING + timedelta(days=1))
    assert (held.agency_id, held.minutes) == (agency_id(NEIGHBOR), 120)


def test_only_the_period_asked_for_is_added_up() -> None:
    given_back(given_away(PLAIN_MORNING), PLAIN_MORNING + timedelta(hours=2))
    day = PLAIN_MORNING.date()
    after = (day + timedelta(days=1), day + timedelta(days=9))
    at = PLAIN_MORNING + timedelta(days=9)
    assert time_held(officer("lanhdao"), *after, at) == ()
    assert len(time_held(officer("lanhdao"), day, day, at)) == 1


def test_both_leaders_and_the_inspector_see_it_and_no_third_agency() -> None:
    given_back(given_away(PLAIN_MORNING), PLAIN_MORNING + timedelta(hours=2))
    given_away(PLAIN_MORNING)
    at = PLAIN_MORNING + timedelta(days=1)
    leaders = (officer("lanhdao"), officer("giamsat"), there(Role.SIGNATORY))
    assert [len(time_held(one, *JUNE, at)) for one in leaders] == [1, 1, 1]
    assert [len(held_now(one, at)) for one in leaders] == [1, 1, 1]
    third = there(Role.SIGNATORY, slug="xa-thuan-an")
    assert time_held(third, *JUNE, at) == ()
    assert held_now(third, at) == ()
    with pytest.raises(NotPermitted):
        time_held(officer("thuly1"), *JUNE, at)
    with pytest.raises(NotPermitted):
        held_now(officer("thuly1"), at)
