"""An account is opened once for each contact, and no fact tells who its owner is."""

from __future__ import annotations

import pytest

from motcua.citizens.commands.opening import ContactTaken, open_account
from motcua.citizens.models import Citizen
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.rules.names import CitizenNameMissing, CitizenNameOdd
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.kernel.actor import Door, Role, stranger
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from tests.support.citizens import CITIZEN_PHONE, LAN, a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, somebody

pytestmark = pytest.mark.django_db


def test_whoever_opens_an_account_acts_as_a_citizen_at_the_portal() -> None:
    opened = a_citizen()
    actor = citizen_actor(opened)
    assert (actor.citizen_id, actor.user_id) == (opened.citizen_id, opened.user_id)
    assert (actor.door, actor.roles) == (Door.PORTAL, {Role.CITIZEN})
    assert actor.name == LAN.full_name


def test_the_actor_costs_one_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    opened = a_citizen()
    with django_assert_num_queries(1):
        citizen_actor(opened)


def test_a_contact_opens_one_account() -> None:
    a_citizen()
    with pytest.raises(ContactTaken):
        a_citizen(CITIZEN_PHONE)
    assert Citizen.objects.count() == 1


def test_no_fact_holds_a_name_a_number_or_a_contact() -> None:
    opened = a_citizen()
    told = "".join(str(one.payload) + str(one.actor) for one in Fact.objects.all())
    assert (
        Fact.objects.get(subject_id=opened.citizen_id, subject_kind="citizen").stream_id
        == "citizens"
    )
    assert [
        secret for secret in (LAN.full_name, LAN.personal_id, CITIZEN_PHONE) if secret in told
    ] == []


def test_a_name_must_be_said() -> None:
    with pytest.raises(CitizenNameMissing):
        a_citizen(person=Person(full_name=" \u200b "))


@pytest.mark.parametrize("name", ["😀😀", "Trần Thị Mơ 2", "<b>Lan</b>", "..."])
def test_a_name_that_no_dossier_takes_opens_no_account(name: str) -> None:
    with pytest.raises(CitizenNameOdd):
        a_citizen(person=Person(full_name=name))


def test_a_level_two_account_needs_no_contact_and_one_identity_opens_one_account() -> None:
    given = {"actor": SETUP, "at": PLAIN_MORNING, "person": LAN, "level": IdentityLevel.NATIONAL}
    open_account(**given)
    with pytest.raises(ContactTaken):
        open_account(**given)


@pytest.mark.parametrize("actor", [somebody(*[role]) for role in Role], ids=list(Role))
def test_nobody_opens_an_account_for_another_from_a_desk(actor) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotPermitted):
        open_account(
            actor=actor, at=PLAIN_MORNING, person=LAN, contact=parse_contact(CITIZEN_PHONE)
        )


def test_a_stranger_at_another_door_opens_none() -> None:
    with pytest.raises(NotPermitted):
        open_account(actor=stranger(door=Door.API), at=PLAIN_MORNING, person=LAN)
