"""Several people act for one organization; whoever leaves acts for it no more."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from motcua.citizens.models import Membership, Organization
from tests.support.citizens import CITIZEN_PHONE
from tests.web.account.conftest import Door

MAIL = "binh@example.vn"
TAX_CODE = "0100109106"
LINK = re.compile(r"/tai-khoan/loi-moi/[\w-]+")


@pytest.fixture
def manager(door: Door) -> Door:
    door.open(CITIZEN_PHONE)
    given = {"tax_code": TAX_CODE, "name": "Hợp tác xã Chè Sông Cầu", "address": "Thái Nguyên"}
    door.browser.post("/tai-khoan/to-chuc/mo", given)
    return door


@pytest.fixture
def member(manager: Door) -> Door:
    other = Door(Client(), manager.simulator)
    other.open(MAIL, "Trần Văn Bình")
    return other


def address() -> str:
    return f"/tai-khoan/to-chuc/{Organization.objects.get().pk}"


def invite(manager: Door, contact: str = MAIL, **more: str) -> str:
    given = {"do": "invite", "contact": contact, **more}
    assert manager.browser.post(address(), given).status_code == 302
    found = LINK.search(manager.simulator.mailroom.messages()[-1].text)
    assert found is not None
    return found[0]


def act_for(door: Door) -> str:
    """Chooses the organization; returns what the bar above the next page says."""
    door.browser.post("/tai-khoan/dai-dien", {"organization": str(Organization.objects.get().pk)})
    return str(door.browser.get("/tai-khoan/").content.decode())


def test_who_is_invited_acts_for_the_organization_and_every_page_says_so(
    manager: Door, member: Door
) -> None:
    link = invite(manager)
    assert "Hợp tác xã Chè Sông Cầu" in member.browser.get(link).content.decode()
    member.browser.post(link)
    assert (
        "đang làm việc cho Hợp tác xã Chè Sông Cầu"
        in member.browser.get("/tai-khoan/").content.decode()
    )
    assert member.browser.post(link).status_code == 302
    assert Membership.objects.count() == 2


def test_a_link_passed_on_opens_nothing(manager: Door, member: Door) -> None:
    link = invite(manager, "0987000222")
    member.browser.post(link)
    assert Membership.objects.count() == 1


def test_a_link_taken_back_opens_nothing(manager: Door, member: Door) -> None:
    link = invite(manager)
    page = manager.browser.get(address()).content.decode()
    number = re.search(r'name="invitation" value="(\d+)"', page)
    assert number is not None
    manager.browser.post(address(), {"do": "withdraw", "invitation": number[1]})
    assert member.browser.get(link).status_code == 404


def test_who_has_left_acts_for_it_no_more(manager: Door, member: Door) -> None:
    member.browser.post(invite(manager))
    assert "đang làm việc cho" in act_for(member)
    page = member.browser.get(address()).content.decode()
    number = re.search(r'name="member" value="(\d+)"', page)
    assert number is not None
    member.browser.post(address(), {"do": "end", "member": number[1]})
    assert "đang làm việc cho" not in member.browser.get("/tai-khoan/").content.decode()
    assert member.browser.get(address()).status_code == 404


def test_the_last_manager_stays_while_there_are_others(manager: Door, member: Door) -> None:
    member.browser.post(invite(manager))
    mine = Membership.objects.get(role="MANAGER").citizen_id
    answer = manager.browser.post(address(), {"do": "end", "member": str(mine)})
    assert "còn người quản lý" in answer.content.decode()
    his = Membership.objects.get(role="MEMBER").citizen_id
    manager.browser.post(address(), {"do": "role", "member": str(his), "role": "MANAGER"})
    assert manager.browser.post(address(), {"do": "end", "member": str(mine)}).status_code == 302


def test_a_member_manages_nothing(manager: Door, member: Door) -> None:
    member.browser.post(invite(manager))
    assert "Mời thành viên" not in member.browser.get(address()).content.decode()
    for given in ({"do": "invite", "contact": "0987000222"}, {"do": "rename", "name": "Khác"}):
        assert member.browser.post(address(), given).status_code == 404


def test_a_stranger_to_it_sees_nothing(manager: Door, member: Door) -> None:
    assert member.browser.get(address()).status_code == 404
    assert "đang làm việc cho" not in act_for(member)


def test_a_tax_code_that_has_an_account_locks_nobody_out(manager: Door, member: Door) -> None:
    given = {"tax_code": TAX_CODE, "name": "Người đến sau"}
    answer = member.browser.post("/tai-khoan/to-chuc/mo", given, follow=True)
    assert "Chưa xác minh" in answer.content.decode()


def test_a_personal_number_of_another_opens_nothing(member: Door) -> None:
    given = {"tax_code": "036148000123", "name": "Hộ KD Phở Bình"}
    answer = member.browser.post("/tai-khoan/to-chuc/mo", given)
    assert answer.status_code == 422
    assert 'value="Hộ KD Phở Bình"' in answer.content.decode()
    assert Organization.objects.filter(tax_code="036148000123").count() == 0


def test_an_invitation_tells_nothing_to_others_and_no_tax_code(manager: Door, member: Door) -> None:
    passed_on = member.browser.get(invite(manager, "0987000222"))
    assert passed_on.status_code == 404
    assert "Chè Sông Cầu" not in passed_on.content.decode()
    assert TAX_CODE not in member.browser.get(invite(manager)).content.decode()


def test_a_mistyped_tax_code_is_said(manager: Door) -> None:
    answer = manager.browser.post("/tai-khoan/to-chuc/mo", {"tax_code": "0100109107", "name": "X"})
    assert answer.status_code == 422
