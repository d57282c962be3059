"""Agencies of vertical sectors at a desk: from a day, until a day, one after the other."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.agencies.commands.close_parts import close_desk
from motcua.agencies.commands.desk_members import MemberIsHost, admit_member, end_member
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.desk_members import desks_joined, members_of, members_on
from motcua.agencies.models import DeskMember
from motcua.agencies.queries import desk_of
from motcua.agencies.rules.periods import ChangedThatDayAlready, NotInForce
from motcua.agencies.shipped import shipped_vertical
from motcua.agencies.vocabulary import VerticalSector
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id, load_today, somebody

pytestmark = pytest.mark.django_db
FROM, UNTIL = date(2026, 7, 1), date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _agencies(db: None) -> None:
    forget_all()
    load_today()
    import_agencies(actor=SETUP, at=PLAIN_MORNING, document=shipped_vertical())


def police() -> int:
    return agency_id("cong-an-xa-gia-lam")


def desk_id() -> int:
    desk = desk_of(agency_id(), FROM)
    assert desk is not None
    return desk.id


def admit(agency: int, day: date = FROM, *, desk: int | None = None) -> int:
    return admit_member(
        actor=SETUP,
        at=PLAIN_MORNING,
        desk_id=desk or desk_id(),
        agency_id=agency,
        sector=VerticalSector.POLICE,
        from_day=day,
    )


def test_it_sits_at_the_desk_from_its_first_day_until_it_leaves() -> None:
    member = admit(police())
    end_member(actor=SETUP, at=PLAIN_MORNING, member_id=member, from_day=UNTIL)
    assert [one.agency_id for one in members_on(agency_id(), FROM)] == [police()]
    assert [one.id for one in desks_joined(police(), FROM)] == [desk_id()]
    for day in (date(2026, 6, 30), UNTIL):
        assert members_on(agency_id(), day) == ()
        assert desks_joined(police(), day) == ()
    codes = [fact.code for fact in facts_about("desk", desk_id())]
    assert codes[-2:] == ["desk.member-admitted", "desk.member-ended"]


def test_it_is_admitted_once_and_may_come_again() -> None:
    member = admit(police())
    with pytest.raises(ChangedThatDayAlready):
        admit(police(), UNTIL)
    end_member(actor=SETUP, at=PLAIN_MORNING, member_id=member, from_day=UNTIL)
    admit(police(), UNTIL)
    assert len(members_of(agency_id())) == 2


def test_the_host_is_no_member_and_what_is_not_there_is_not_found() -> None:
    with pytest.raises(MemberIsHost):
        admit(agency_id())
    with pytest.raises(NotFound):
        admit(10**9)
    with pytest.raises(NotFound):
        admit(police(), desk=10**9)
    with pytest.raises(NotFound):
        end_member(actor=SETUP, at=PLAIN_MORNING, member_id=10**9, from_day=UNTIL)


def test_it_leaves_after_its_first_day_and_with_the_desk() -> None:
    member = admit(police())
    with pytest.raises(NotInForce):
        end_member(actor=SETUP, at=PLAIN_MORNING, member_id=member, from_day=FROM)
    close_desk(actor=SETUP, at=PLAIN_MORNING, desk_id=desk_id(), from_day=UNTIL)
    assert members_on(agency_id(), UNTIL) == ()


def test_only_an_administrator_of_the_host_admits() -> None:
    reception = somebody(Role.RECEPTION, agency=agency_id())
    neighbor = somebody(Role.ADMINISTRATOR, agency=police())
    for actor in (reception, neighbor):
        with pytest.raises(NotPermitted):
            admit_member(
                actor=actor,
                at=PLAIN_MORNING,
                desk_id=desk_id(),
                agency_id=police(),
                sector=VerticalSector.POLICE,
                from_day=FROM,
            )


def test_the_database_keeps_periods_apart() -> None:
    admit(police())
    with pytest.raises(IntegrityError), transaction.atomic():
        DeskMember.objects.create(
            desk_id=desk_id(), agency_id=police(), sector="POLICE", valid_from=UNTIL
        )
