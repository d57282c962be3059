"""Several requests in the same moment: one code opens once, one contact has one account, somebody manages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from motcua.citizens.commands.codes import make_code, take_code
from motcua.citizens.commands.members import change_member_role, end_membership
from motcua.citizens.commands.organizations import (
    accept_invitation,
    invite_member,
    open_organization,
)
from motcua.citizens.models import Citizen, Membership
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import CodePurpose, MemberRole
from motcua.kernel.refusal import Refusal
from motcua.ledger.verification import verify
from tests.support.citizens import CITIZEN_PHONE, a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING

AT = PLAIN_MORNING
TOGETHER = 5
MAIL = "binh@example.vn"

pytestmark = pytest.mark.usefixtures("transactional_db")


def together(act: Callable[[int], object]) -> list[str]:
    """What each of them was answered: the code of a refusal, or "" where it went well."""
    gate = threading.Barrier(TOGETHER)

    def one(number: int) -> str:
        gate.wait()
        try:
            act(number)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(TOGETHER) as pool:
        return sorted(pool.map(one, range(TOGETHER)))


def test_a_code_opens_once() -> None:
    contact = parse_contact(CITIZEN_PHONE)
    code = make_code(at=AT, contact=contact, purpose=CodePurpose.SIGN_IN)
    answers = together(
        lambda _number: take_code(at=AT, contact=contact, purpose=CodePurpose.SIGN_IN, code=code)
    )
    assert answers.count("") == 1
    assert set(answers) == {"", "code-ended"}


def test_wrong_codes_are_counted_each() -> None:
    contact = parse_contact(CITIZEN_PHONE)
    right = make_code(at=AT, contact=contact, purpose=CodePurpose.SIGN_IN)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"

    def give(code: str) -> None:
        take_code(at=AT, contact=contact, purpose=CodePurpose.SIGN_IN, code=code)

    together(lambda _number: give(wrong))
    with pytest.raises(Refusal) as refused:
        give(right)
    assert refused.value.code == "code-ended"


def test_a_contact_has_one_account() -> None:
    assert together(lambda _number: a_citizen()) == ["", *["contact-taken"] * (TOGETHER - 1)]
    assert Citizen.objects.count() == 1
    assert list(verify()) == []


def test_an_invitation_makes_one_member() -> None:
    manager, guest = citizen_actor(a_citizen()), citizen_actor(a_citizen(MAIL))
    made = open_organization(actor=manager, at=AT, tax_code="0100109106", name="HTX Chè")
    token = invite_member(
        actor=manager,
        at=AT,
        organization_id=made,
        contact=parse_contact(MAIL),
        role=MemberRole.MEMBER,
    )
    answers = together(lambda _number: accept_invitation(actor=guest, at=AT, token=token))
    assert answers.count("") == 1
    assert set(answers) <= {"", "invitation-ended", "member-already"}
    assert Membership.objects.filter(citizen=guest.citizen_id).count() == 1


def test_of_managers_who_leave_at_once_one_stays() -> None:
    people = [citizen_actor(a_citizen(f"dan{number}@example.vn")) for number in range(TOGETHER)]
    made = open_organization(actor=people[0], at=AT, tax_code="0100109106", name="HTX Chè")
    for number, one in enumerate(people[1:], 1):
        contact = parse_contact(f"dan{number}@example.vn")
        token = invite_member(
            actor=people[0],
            at=AT,
            organization_id=made,
            contact=contact,
            role=MemberRole.MANAGER,
        )
        accept_invitation(actor=one, at=AT, token=token)
    assert people[0].citizen_id is not None
    change_member_role(
        actor=people[1],
        at=AT,
        organization_id=made,
        citizen_id=people[0].citizen_id,
        role=MemberRole.MEMBER,
    )
    managers = people[1:]

    def leave(number: int) -> None:
        one = managers[number % len(managers)]
        assert one.citizen_id is not None
        end_membership(actor=one, at=AT, organization_id=made, citizen_id=one.citizen_id)

    assert "last-manager" in together(leave)
    left = Membership.objects.filter(organization=made, valid_until=None)
    assert sorted(left.values_list("role", flat=True)) == ["MANAGER", "MEMBER"]
