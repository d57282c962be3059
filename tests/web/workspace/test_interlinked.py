"""A group at the desk: chosen, received on one page, shown whole; what waits for somebody's word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import withdraw_dossier
from motcua.dossiers.inputs import Withdraw
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.counter import desk_figures
from motcua.interlinked.models import Submission
from motcua.interlinked.queries.groups import group_in_force
from motcua.kernel.clock import local_day
from motcua.ledger.queries import facts_about
from motcua.workspace.reception.elsewhere import is_odd
from tests.support.clock import PLAIN_MORNING
from tests.support.counter_pages import PAGE, a_page
from tests.support.interlinked import (
    BIRTH,
    CARD,
    INSURANCE,
    INSURANCE_AGENCY,
    POLICE_AGENCY,
    RESIDENCE,
    a_group,
    put_up_groups,
    seat_members,
    settle,
    submit,
)
from tests.support.offices import agency_id
from tests.support.working_office import officer
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

TODAY = local_day(PLAIN_MORNING)
OWNER = {"owner-name": "Lê Minh Khôi", "confirmed": [BIRTH, RESIDENCE, INSURANCE, CARD]}


@pytest.fixture(autouse=True)
def _groups(standing: None, now: Any) -> None:
    put_up_groups()


@pytest.fixture
def members() -> None:
    seat_members()


@pytest.fixture
def desk(browser: SignIn) -> Client:
    return browser("tiepnhan1")


def page() -> str:
    held = group_in_force("3.000722", TODAY)
    assert held is not None
    return f"/desk/groups/{held.version_id}/receive/"


def sent(*asked: int, **more: str) -> dict[str, Any]:
    """The form with these optional members ticked."""
    ticked = {f"member-{place}-asked": "on" for place in asked}
    return {**OWNER, **ticked, "request_key": str(uuid4()), "do": "receive", **more}


@pytest.mark.usefixtures("members")
def test_a_group_is_chosen_and_its_page_says_who_settles_what_and_when(desk: Client) -> None:
    assert page() in text_of(desk.get("/desk/groups/"))
    shown = text_of(desk.get(page()))
    assert "Cơ quan giải quyết: Công an xã Gia Lâm" in shown
    assert "Toàn bộ dự kiến xong" in shown
    assert "Dùng cho: Đăng ký khai sinh." in shown
    titles = re.findall(r'name="(paper-[0-9a-f]+)-received"', shown)
    assert len(titles) == len(set(titles)) > 10


@pytest.mark.usefixtures("members")
def test_all_come_in_at_once_and_the_whole_is_shown(desk: Client) -> None:
    answer = desk.post(page(), sent(1, 2), follow=True)
    assert "Đã tiếp nhận 3 hồ sơ của nhóm." in text_of(answer)
    assert Dossier.objects.count() == 3
    head = Submission.objects.get().head.code
    assert answer.redirect_chain == [(f"/dossiers/{head}/group/", 302)]
    assert text_of(answer).count("Chờ việc khác") == 2
    assert f"/desk/received/{head}/slip.pdf" in text_of(answer)
    assert f"/dossiers/{head}/group/" in text_of(desk.get(f"/dossiers/{head}/"))
    assert AccessLog.objects.filter(act="dossier.list").exists()


@pytest.mark.usefixtures("members")
def test_sent_twice_it_comes_in_once(desk: Client) -> None:
    form = sent(1)
    desk.post(page(), form)
    again = desk.post(page(), form, follow=True)
    assert "Đã tiếp nhận trước đó" in text_of(again)
    changed = desk.post(page(), {**form, "owner-name": "Người khác"})
    assert changed.status_code == 422
    assert Submission.objects.count() == 1


@pytest.mark.usefixtures("members")
def test_what_lacks_is_told_and_nothing_typed_is_lost(desk: Client) -> None:
    given = sent(1, note="Trẻ sinh ở nhà", **{"owner-name": ""})
    answer = desk.post(page(), given)
    assert answer.status_code == 422
    assert "Chưa có họ tên" in text_of(answer)
    assert "Đăng ký khai sinh: Chưa có họ tên" not in text_of(answer)
    assert "Trẻ sinh ở nhà" in text_of(answer)
    without = {name: value for name, value in sent(1).items() if name != "confirmed"}
    refused = desk.post(page(), without)
    assert refused.status_code == 422
    assert "Đăng ký khai sinh: " in text_of(refused)
    assert not Dossier.objects.exists()


@pytest.mark.usefixtures("members")
def test_papers_that_are_not_there_are_confirmed_one_procedure_at_a_time(desk: Client) -> None:
    refused = desk.post(page(), {**sent(1, 2), "confirmed": [BIRTH]})
    assert refused.status_code == 422
    assert "Cấp thẻ bảo hiểm y tế: " in text_of(refused)
    assert not Dossier.objects.exists()
    assert desk.post(page(), {**sent(1, 2), "confirmed": [BIRTH, INSURANCE]}).status_code == 302


@pytest.mark.usefixtures("members")
def test_what_waits_for_something_left_out_is_said_to_stand_alone(desk: Client) -> None:
    shown = text_of(desk.post(page(), sent(3, do="look")))
    assert "Không làm “Đăng ký thường trú” cùng lần này" in shown


@pytest.mark.usefixtures("members")
def test_a_last_day_after_the_limit_of_the_whole_is_explained(desk: Client) -> None:
    why = "muộn hơn thời hạn cả nhóm"
    assert why in text_of(desk.post(page(), sent(1, 2, 3, do="look")))
    assert why not in text_of(desk.post(page(), sent(1, 2, do="look")))


def test_what_another_desk_received_is_not_counted_as_received_before_it_is_taken_over(
    browser: SignIn,
) -> None:
    submit(BIRTH, RESIDENCE, INSURANCE)
    figures = {
        name: desk_figures(officer(name), TODAY, at=PLAIN_MORNING)["received"]
        for name in ("tiepnhan1", "congan1")
    }
    assert figures == {"tiepnhan1": 3, "congan1": 0}


def test_an_agency_that_the_catalogue_does_not_name_is_asked_about_once(desk: Client) -> None:
    police = str(agency_id(POLICE_AGENCY))
    form = a_page(BIRTH, competent=police)
    asked = desk.post(PAGE, form)
    assert "không giải quyết thủ tục này" in text_of(asked)
    assert f'name="competent-sure" value="{police}"' in text_of(asked)
    assert not Dossier.objects.exists()
    assert desk.post(PAGE, {**form, "competent-sure": police}).status_code == 302
    (dossier,) = Dossier.objects.all()
    told = facts_about("dossier", dossier.pk)[0].payload
    assert (dossier.stage, bool(told["expected_at"])) == ("IN_TRANSIT", True)


@pytest.mark.parametrize(
    ("slug", "code", "odd"),
    [
        (POLICE_AGENCY, BIRTH, True),
        (POLICE_AGENCY, RESIDENCE, False),
        (INSURANCE_AGENCY, RESIDENCE, True),
        ("xa-gia-lam", RESIDENCE, True),
        ("thanh-pho-ha-noi", BIRTH, False),
    ],
)
def test_who_is_odd_for_a_procedure_is_read_from_the_catalogue(
    slug: str, code: str, odd: bool
) -> None:
    assert is_odd(agency_id(slug), version_id_of(code, TODAY), TODAY) is odd


def test_where_no_officer_of_the_sector_sits_the_agency_is_named(desk: Client) -> None:
    answer = desk.post(page(), sent(1))
    assert answer.status_code == 422
    assert "Chưa rõ cơ quan nào giải quyết “Đăng ký thường trú”" in text_of(answer)
    named = {"member-1-agency-text": "cong an xa gia lam"}
    assert desk.post(page(), sent(1, **named)).status_code == 302
    assert Dossier.objects.filter(competent_agency=agency_id(POLICE_AGENCY)).exists()


@pytest.mark.usefixtures("members")
def test_looking_again_receives_nothing_and_drops_what_is_not_wanted(desk: Client) -> None:
    answer = desk.post(page(), sent(2, do="look"))
    assert answer.status_code == 200
    assert "Dùng cho: Cấp thẻ bảo hiểm y tế." in text_of(answer)
    assert "Dùng cho: Cấp thẻ căn cước" not in text_of(answer)
    assert not Dossier.objects.exists()


def test_one_procedure_alone_is_no_group(desk: Client) -> None:
    answer = desk.post(page(), sent())
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất hai thủ tục" in text_of(answer)


def test_who_may_see_one_sees_of_the_others_only_that_they_are_there(browser: SignIn) -> None:
    made = submit(BIRTH, RESIDENCE)
    police = browser("congan1")
    shown = text_of(police.get(f"/dossiers/{made[RESIDENCE].code}/group/"))
    assert made[RESIDENCE].code in shown
    assert made[BIRTH].code not in shown
    assert "Hồ sơ của cơ quan khác" in shown
    assert police.get(f"/dossiers/{made[BIRTH].code}/group/").status_code == 404


def test_the_next_agency_reads_number_and_day_of_the_result_it_waited_for(
    browser: SignIn,
) -> None:
    made = submit(BIRTH, RESIDENCE)
    settle(made[BIRTH], PLAIN_MORNING)
    shown = text_of(browser("congan1").get(f"/dossiers/{made[RESIDENCE].code}/"))
    assert "Kết quả đã chờ: số 12/GKS, ngày 10/06/2026" in shown


def test_what_cannot_have_its_result_any_more_waits_for_somebodys_word(
    desk: Client, receive: Callable[[], str]
) -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    police = officer("congan1")
    asked = Asked(actor=police, at=PLAIN_MORNING, code=made[RESIDENCE].code)
    withdraw_dossier(asked, Withdraw(reason="Chưa có chỗ ở"))
    assert made[CARD].code in text_of(desk.get("/desk/groups/"))
    shown = text_of(desk.get(f"/dossiers/{made[CARD].code}/group/"))
    assert "người nộp đã rút hồ sơ ấy" in shown
    assert f"/dossiers/{made[CARD].code}/acts/release/" in shown
    assert desk.get(f"/dossiers/{receive()}/group/").status_code == 404


def test_an_amount_that_is_none_is_told_and_nothing_typed_is_lost(desk: Client) -> None:
    address = f"/desk/groups/{a_group()}/receive/"
    amounts = re.findall(r'name="(fee_local-[0-9]+)"', text_of(desk.get(address)))
    answer = desk.post(address, sent(note="Trẻ sinh ở nhà", **{amounts[0]: "tám nghìn"}))
    shown = text_of(answer)
    assert answer.status_code == 422
    assert f'href="#id_{amounts[0]}"' in shown
    assert 'value="tám nghìn"' in shown
    assert "Trẻ sinh ở nhà" in shown
    assert not Dossier.objects.exists()
