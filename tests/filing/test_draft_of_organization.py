"""A draft for an organization: whoever acts for it sees it, writes in it and sends it; nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from motcua.citizens.commands.members import end_membership
from motcua.citizens.commands.opening import Opened
from motcua.citizens.commands.organizations import (
    accept_invitation,
    invite_member,
    open_organization,
)
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import MemberRole, Person
from motcua.dossiers.models import DossierCitizen
from motcua.filing.commands.drafting import change_draft
from motcua.filing.queries.drafts import draft_of, drafts_of
from motcua.filing.rules.refusals import DraftOfOrganization
from motcua.filing.vocabulary import ForWhom
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import begun, complete, send, typed
from tests.support.reception import BIRTH

BINH = Person(full_name="Trần Văn Bình", personal_id="001080000222")
CHECKED = f'value="{ForWhom.ORGANIZATION}" checked'


@dataclass(frozen=True)
class Two:
    """Who began, and a colleague of the same organization."""

    number: int
    lan: Opened
    binh: Opened

    def acting(self, opened: Opened) -> Actor:
        return citizen_actor(opened, organization_id=self.number)

    def browser(self, opened: Opened) -> Client:
        client = citizens_browser(opened)
        client.post("/tai-khoan/dai-dien", {"organization": str(self.number)})
        return client


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def two(standing: None) -> Two:
    lan, binh = a_citizen(), a_citizen("0987000111", person=BINH)
    manager = citizen_actor(lan)
    number = open_organization(
        actor=manager, at=PLAIN_MORNING, tax_code="0100109106", name="Hợp tác xã Chè Sông Cầu"
    )
    token = invite_member(
        actor=manager,
        at=PLAIN_MORNING,
        organization_id=number,
        contact=parse_contact("0987000111"),
        role=MemberRole.MEMBER,
    )
    accept_invitation(actor=citizen_actor(binh), at=PLAIN_MORNING, token=token)
    return Two(number, lan, binh)


@pytest.fixture
def token(two: Two) -> str:
    return begun(two.acting(two.lan), for_whom=ForWhom.ORGANIZATION)


def test_a_colleague_finds_it_goes_on_with_it_and_is_told_who_began(two: Two, token: str) -> None:
    browser = two.browser(two.binh)
    there = reverse("portal:go-on", kwargs={"code": BIRTH, "token": token})
    for page in ("/cua-toi/", reverse("portal:start-draft", kwargs={"code": BIRTH})):
        shown = browser.get(page).content.decode()
        assert there in shown
        assert "Hoàng Thị Lan bắt đầu, cho tổ chức." in shown
    typed(two.acting(two.binh), token, "child", {"child": {"name": "An"}})
    assert draft_of(two.acting(two.lan), token).answers == {"child": {"name": "An"}}


def test_acting_for_oneself_again_or_no_longer_a_member_one_sees_it_no_more(
    two: Two, token: str
) -> None:
    assert drafts_of(citizen_actor(two.binh)) == ()
    end_membership(
        actor=citizen_actor(two.lan),
        at=PLAIN_MORNING,
        organization_id=two.number,
        citizen_id=two.binh.citizen_id,
    )
    with pytest.raises(NotFound):
        draft_of(two.acting(two.binh), token)


def test_what_one_writes_for_oneself_no_colleague_sees(two: Two) -> None:
    own = begun(two.acting(two.lan), for_whom=ForWhom.MYSELF)
    with pytest.raises(NotFound):
        draft_of(two.acting(two.binh), own)


def test_a_colleague_may_not_make_it_somebodys_own(two: Two, token: str) -> None:
    with pytest.raises(DraftOfOrganization):
        change_draft(
            actor=two.acting(two.binh), at=PLAIN_MORNING, token=token, for_whom=ForWhom.MYSELF
        )
    assert draft_of(two.acting(two.lan), token).organization_id == two.number


def test_a_colleague_sends_it_and_both_follow(two: Two) -> None:
    token = complete(two.acting(two.lan), for_whom=ForWhom.ORGANIZATION)
    code = send(two.acting(two.binh), token).code
    assert send(two.acting(two.lan), token).repeated
    sent = DossierCitizen.objects.get()
    assert (sent.citizen_id, sent.organization_id) == (two.binh.citizen_id, two.number)
    mine = two.browser(two.lan).get("/cua-toi/").content.decode()
    assert code in mine


def test_the_organization_acted_for_is_chosen_beforehand(two: Two) -> None:
    page = reverse("portal:start-draft", kwargs={"code": BIRTH})
    acting = two.browser(two.lan).get(page).content.decode()
    assert CHECKED in " ".join(acting.split())
    alone = citizens_browser(two.lan).get(page).content.decode()
    assert str(ForWhom.ORGANIZATION) not in alone
