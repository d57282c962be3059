"""Whose an organization is: a personal number opens to its owner alone, any other locks nobody out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.citizens.commands.holding import confirm_organization, take_organization_away
from motcua.citizens.commands.organizations import open_organization
from motcua.citizens.models import Organization
from motcua.citizens.queries.checking import organizations_to_check
from motcua.citizens.queries.organizations import own_organizations
from motcua.citizens.rules.memberships import (
    OrganizationConfirmedElsewhere,
    OrganizationKnown,
    OrganizationNotProven,
)
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.jobs.command_line.office.organizations import run
from motcua.kernel.actor import Actor
from motcua.kernel.clock import now
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from tests.support.citizens import LAN, a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP

pytestmark = pytest.mark.django_db

CODE = "0100109106"
LATER = PLAIN_MORNING + timedelta(minutes=5)


@pytest.fixture
def stranger() -> Actor:
    return citizen_actor(a_citizen("0912000222", person=Person(full_name="Trần Văn Bình")))


@pytest.fixture
def owner() -> Actor:
    return citizen_actor(a_citizen(level=IdentityLevel.NATIONAL))


def opened(actor: Actor, tax_code: str = CODE) -> int:
    return open_organization(actor=actor, at=LATER, tax_code=tax_code, name="Phở Bình")


def held_by(actor: Actor) -> list[int]:
    return [one.id for one in own_organizations(actor, LATER)]


def left_by_an_older_version(actor: Actor) -> int:
    """Somebody else's personal number, taken when nothing yet asked for a proof."""
    made = opened(actor)
    Organization.objects.filter(pk=made).update(tax_code=LAN.personal_id)
    return made


def test_a_personal_number_opens_nothing_to_another(stranger: Actor, owner: Actor) -> None:
    with pytest.raises(OrganizationNotProven):
        opened(stranger, LAN.personal_id)
    assert own_organizations(owner, LATER) == ()


def test_a_number_merely_written_in_the_account_proves_nothing() -> None:
    writer = citizen_actor(a_citizen(person=LAN))
    with pytest.raises(OrganizationNotProven):
        opened(writer, LAN.personal_id)


def test_its_owner_opens_it_and_it_is_confirmed(owner: Actor) -> None:
    opened(owner, LAN.personal_id)
    assert [one.is_confirmed for one in own_organizations(owner, LATER)] == [True]


def test_the_owner_claims_what_a_stranger_had_taken(stranger: Actor, owner: Actor) -> None:
    taken = left_by_an_older_version(stranger)
    mine = opened(owner, LAN.personal_id)
    assert held_by(stranger) == []
    assert held_by(owner) == [mine]
    assert mine != taken
    assert Fact.objects.filter(code="organization.taken-away", subject_id=taken).count() == 1


def test_the_owner_enters_what_the_office_had_confirmed(stranger: Actor, owner: Actor) -> None:
    kept = left_by_an_older_version(stranger)
    confirm_organization(actor=SETUP, at=LATER, organization_id=kept)
    assert opened(owner, LAN.personal_id) == kept
    assert held_by(stranger) == held_by(owner) == [kept]


def test_whoever_comes_second_is_neither_locked_out_nor_told(stranger: Actor, owner: Actor) -> None:
    assert opened(stranger) != opened(owner)
    assert [one.is_confirmed for one in own_organizations(owner, LATER)] == [False]
    with pytest.raises(OrganizationKnown):
        opened(owner)


def test_one_account_of_a_tax_code_is_confirmed(stranger: Actor, owner: Actor) -> None:
    first, second = opened(stranger), opened(owner)
    confirm_organization(actor=SETUP, at=LATER, organization_id=first)
    with pytest.raises(OrganizationConfirmedElsewhere):
        confirm_organization(actor=SETUP, at=LATER, organization_id=second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organization.objects.filter(pk=second).update(confirmed_at=LATER)
    take_organization_away(actor=SETUP, at=LATER, organization_id=first)
    confirm_organization(actor=SETUP, at=LATER, organization_id=second)
    assert held_by(stranger) == []
    with pytest.raises(NotFound):
        take_organization_away(actor=SETUP, at=LATER, organization_id=first)


def test_no_citizen_confirms_or_takes_away(stranger: Actor) -> None:
    made = opened(stranger)
    for command in (confirm_organization, take_organization_away):
        with pytest.raises(NotPermitted):
            command(actor=stranger, at=LATER, organization_id=made)
    with pytest.raises(NotPermitted):
        organizations_to_check(stranger, LATER)


def test_the_operator_sees_and_decides(stranger: Actor, capsys: pytest.CaptureFixture[str]) -> None:
    made = opened(stranger)
    assert run([]) == 0
    assert f"{made} ? {CODE}" in capsys.readouterr().out
    assert run(["--confirm", str(made)]) == 0
    assert run([]) == 0
    assert CODE not in capsys.readouterr().out
    assert run(["--take-away", str(made)]) == 0
    assert run(["--take-away", str(made)]) == 1
    assert own_organizations(stranger, now()) == ()
