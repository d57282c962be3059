"""The room of hand-overs: offered on a page, accepted on another, and everybody sees where it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.vocabulary import Act, Limit, Stage
from motcua.kernel.actor import Role
from motcua.kernel.dates_vi import short_moment
from motcua.worktime.vocabulary import Unit
from tests.support.acts import bring, do, holding_of, other_unit, receive_elsewhere
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.working_office import officer
from tests.web.workspace.act_pages import form, page_of, seen
from tests.web.workspace.conftest import Receive, SignIn, text_of

TASK = "Xác minh nguồn gốc thửa đất"
WHY = inputs.WithReason(reason="Thiếu bản vẽ")
LISTS = "/hand-overs/?list="
LIST_QUERIES = 20


@pytest.fixture
def code(receive: Receive) -> str:
    return bring(receive(), Stage.PROCESSING)


def at_the_city(code: str, act: Act, given: object) -> None:
    city = somebody(Role.HANDLING, agency=agency_id("thanh-pho-ha-noi"))
    perform(Asked(actor=city, at=PLAIN_MORNING, code=code), act, given)


def offer_to_the_city(code: str) -> None:
    given = inputs.Offer(agency_id=agency_id("thanh-pho-ha-noi"), task=TASK)
    do(code, Act.OFFER, given, by="thuly1")


def test_an_offer_names_place_task_limit_and_papers(browser: SignIn, code: str) -> None:
    client = browser("thuly1")
    page = client.get(page_of(code, Act.OFFER))
    assert "Chọn nơi nhận" in text_of(page)
    assert "Ủy ban nhân dân thành phố Hà Nội" in text_of(page)
    typed = {
        "place": f"agency-{agency_id('thanh-pho-ha-noi')}",
        "task": TASK,
        "limit_value": "2",
        "limit_unit": "WORKING_DAYS",
        "papers": "0",
    }
    sent = client.post(page_of(code, Act.OFFER), form(code, **typed), follow=True)
    text = text_of(sent)
    assert TASK in text
    assert "Chờ nhận" in text
    assert "Trong 2 ngày làm việc kể từ lúc nhận" in text
    assert seen(code).offers[-1]["papers"] == [0]


def test_what_another_agency_has_is_marked_in_the_list_and_on_its_page(
    browser: SignIn, code: str
) -> None:
    limit = Limit(unit=Unit.WORKING_DAYS, value=Decimal(2))
    given = inputs.Offer(agency_id=agency_id("thanh-pho-ha-noi"), task=TASK, limit=limit)
    do(code, Act.OFFER, given, by="thuly1")
    client = browser("thuly1")
    assert "đang ở" not in text_of(client.get("/work/"))
    at_the_city(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    assert "đang ở Ủy ban nhân dân thành phố Hà Nội, phải xong trước" in text_of(
        client.get("/work/")
    )
    page = text_of(client.get(f"/dossiers/{code}/"))
    assert "Hồ sơ đang ở Ủy ban nhân dân thành phố Hà Nội, phải xong trước" in page


def test_an_offer_without_a_place_or_a_task_keeps_what_was_typed(
    browser: SignIn, code: str
) -> None:
    client = browser("thuly1")
    sent = client.post(page_of(code, Act.OFFER), form(code, place="", task=TASK))
    assert "Chưa chọn nơi nhận" in text_of(sent)
    assert TASK in sent.content.decode()


def test_a_unit_accepts_what_was_counted(browser: SignIn, code: str) -> None:
    do(code, Act.OFFER, inputs.Offer(unit_id=other_unit("thuly1"), task=TASK), by="thuly1")
    client = browser("tiepnhan1")
    assert code in text_of(client.get(f"{LISTS}to_accept"))
    page = text_of(client.get(page_of(code, Act.ACCEPT_OFFER)))
    assert TASK in page
    assert "Giấy tờ bàn giao" in page
    refused = client.post(page_of(code, Act.ACCEPT_OFFER), form(code))
    assert "Chưa xác nhận đã nhận đủ giấy tờ" in text_of(refused)
    typed = form(code, received_all="on")
    sent = client.post(page_of(code, Act.ACCEPT_OFFER), typed, follow=True)
    assert "Đã ghi: Nhận bàn giao" in text_of(sent)
    assert seen(code).assignee_id == holding_of("tiepnhan1")


def test_what_is_offered_waits_in_the_list_of_the_sender(browser: SignIn, code: str) -> None:
    offer_to_the_city(code)
    client = browser("thuly1")
    assert code in text_of(client.get(f"{LISTS}sent"))
    client.post(page_of(code, Act.TAKE_BACK_OFFER), form(code, reason="Giao nhầm"))
    assert code not in text_of(client.get(f"{LISTS}sent"))
    assert seen(code).offers[-1]["answer"] == "TAKEN_BACK"


def test_a_refusal_comes_back_with_its_reason(browser: SignIn, code: str) -> None:
    offer_to_the_city(code)
    at_the_city(code, Act.REFUSE_OFFER, WHY)
    text = text_of(browser("thuly1").get(f"{LISTS}refused"))
    assert code in text
    assert "Lý do không nhận: Thiếu bản vẽ" in text


def test_what_is_away_says_where_and_nothing_is_proposed_meanwhile(
    browser: SignIn, code: str
) -> None:
    offer_to_the_city(code)
    at_the_city(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    client = browser("thuly1")
    assert code in text_of(client.get(f"{LISTS}away"))
    page = text_of(client.get(f"/dossiers/{code}/"))
    assert "Đang ở" in page
    assert "Hồ sơ đang ở cơ quan khác. Chờ cơ quan ấy giao trả" in page


def test_what_another_desk_sent_can_be_turned_back_and_sent_on(browser: SignIn) -> None:
    code = receive_elsewhere()
    client = browser("tiepnhan1")
    client.post(page_of(code, Act.REFUSE_TAKE_OVER), form(code, reason="Thuộc xã Bát Tràng"))
    assert seen(code).is_turned_back
    assert "Cơ quan đã trả lời không nhận" in text_of(client.get(f"/dossiers/{code}/"))
    assert code not in text_of(client.get("/desk/find/?pile=TO_TAKE_OVER"))


@pytest.mark.parametrize("name", ["to_accept", "held", "sent", "refused", "away", "turned_back"])
def test_each_list_is_told_even_when_it_is_empty(browser: SignIn, name: str) -> None:
    page = browser("truongphong").get(f"{LISTS}{name}")
    assert page.status_code == 200
    assert "Không có hồ sơ nào ở mục này" in text_of(page)


def test_lists_ask_no_more_with_more_in_them(
    browser: SignIn, receive: Receive, django_assert_max_num_queries: Any
) -> None:
    codes = [bring(receive(), Stage.PROCESSING) for _each in range(3)]
    client = browser("thuly1")
    client.get(f"{LISTS}sent")
    for code in codes:
        offer_to_the_city(code)
        with django_assert_max_num_queries(LIST_QUERIES):
            client.get(f"{LISTS}sent")


def test_who_answers_too_late_is_told_what_happened(browser: SignIn, code: str) -> None:
    do(code, Act.OFFER, inputs.Offer(unit_id=officer("thuly2").unit_id, task=TASK), by="thuly1")
    client = browser("thuly2")
    typed = form(code, received_all="on")
    assert client.get(page_of(code, Act.ACCEPT_OFFER)).status_code == 200
    do(code, Act.TAKE_BACK_OFFER, WHY, by="thuly1")
    sent = client.post(page_of(code, Act.ACCEPT_OFFER), typed, follow=True)
    assert sent.redirect_chain == [("/hand-overs/", 302)]
    assert "nơi giao đã rút lại" in text_of(sent)


def test_leaders_see_how_long_a_co_operating_agency_has_had_a_dossier(
    browser: SignIn, code: str
) -> None:
    leader = browser("lanhdao")
    assert "Hồ sơ ở cơ quan phối hợp" not in text_of(leader.get("/where-time-goes/"))
    offer_to_the_city(code)
    at_the_city(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    page = text_of(leader.get("/where-time-goes/"))
    assert "Đang giữ lúc này" in page
    assert "Ủy ban nhân dân thành phố Hà Nội" in page
    home = inputs.Offer(agency_id=agency_id("xa-gia-lam"), task="Đã xác minh")
    at_the_city(code, Act.OFFER, home)
    do(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True), by="thuly1")
    page = text_of(leader.get(f"/where-time-goes/?first={PLAIN_MORNING:%d/%m/%Y}"))
    assert "Đã giao đi trong kỳ" in page
    assert "Đang giữ lúc này" not in page


def test_a_period_that_is_not_there_is_answered_with_no_figures(browser: SignIn, code: str) -> None:
    offer_to_the_city(code)
    at_the_city(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    page = browser("lanhdao").get("/where-time-goes/?first=01/01/9999&last=02/01/9999")
    assert page.status_code == 422
    assert "Đang giữ lúc này" not in text_of(page)
    assert "Đang mở lúc này" not in text_of(page)
    asked = "first=01%2F01%2F9999&last=02%2F01%2F9999"
    behind = browser("lanhdao").get(f"/where-time-goes/behind/?{asked}")
    assert behind.headers["Location"] == f"/where-time-goes/?{asked}"


def typed_offer(code: str, value: str, **more: str) -> dict[str, Any]:
    place = f"agency-{agency_id('thanh-pho-ha-noi')}"
    return form(code, place=place, task=TASK, limit_value=value, **more)


@pytest.mark.parametrize("value", ["99999", "99999999"])
def test_a_limit_beyond_the_calendar_is_refused_at_its_field(
    browser: SignIn, code: str, value: str
) -> None:
    sent = browser("thuly1").post(page_of(code, Act.OFFER), typed_offer(code, value))
    assert sent.status_code == 422
    assert 'aria-describedby="id_limit_value-hint id_limit_value-error"' in sent.content.decode()
    assert "Nhập thời gian ngắn hơn" in text_of(sent)
    assert f'value="{value}"' in sent.content.decode()
    assert not seen(code).offers


def test_a_limit_after_the_promised_day_is_told_before_and_after(
    browser: SignIn, code: str
) -> None:
    client = browser("thuly1")
    looked = client.post(page_of(code, Act.OFFER), {**typed_offer(code, "60"), "do": "look"})
    assert "ở sau ngày hẹn trả của hồ sơ" in text_of(looked)
    assert not seen(code).offers
    sent = client.post(page_of(code, Act.OFFER), typed_offer(code, "60"), follow=True)
    assert "ở sau ngày hẹn trả của hồ sơ" in text_of(sent)
    assert seen(code).offers[-1]["limit_value"] == "60"


def test_half_a_day_is_typed_with_a_comma(browser: SignIn, code: str) -> None:
    sent = browser("thuly1").post(page_of(code, Act.OFFER), typed_offer(code, "0,5"), follow=True)
    assert "ở sau ngày hẹn trả" not in text_of(sent)
    assert seen(code).offers[-1]["limit_value"] == "0.5"


@pytest.mark.parametrize("act", [Act.REFUSE_OFFER, Act.TAKE_BACK_OFFER])
def test_the_list_names_who_has_it_whatever_was_offered_since(
    browser: SignIn, code: str, act: Act
) -> None:
    offer_to_the_city(code)
    at_the_city(code, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    at_the_city(code, Act.OFFER, inputs.Offer(agency_id=agency_id(), task="Đã xác minh"))
    city = somebody(Role.HANDLING, agency=agency_id("thanh-pho-ha-noi"))
    answering = officer("thuly1") if act is Act.REFUSE_OFFER else city
    perform(Asked(actor=answering, at=PLAIN_MORNING, code=code), act, WHY)
    page = text_of(browser("thuly1").get(f"{LISTS}away"))
    assert "Ủy ban nhân dân thành phố Hà Nội" in page
    assert (TASK in page, "Đã xác minh" in page) == (True, False)
    assert f"Giữ từ {short_moment(PLAIN_MORNING)}" in page


def test_what_another_desk_received_for_us_is_told_where_we_look_for_hand_overs(
    browser: SignIn,
) -> None:
    words = "1 hồ sơ chờ cơ quan mình nhận"
    client = browser("tiepnhan1")
    assert words not in text_of(client.get(f"{LISTS}to_accept"))
    code = receive_elsewhere()
    page = client.get(f"{LISTS}to_accept")
    assert words in text_of(page)
    assert "pile=TO_TAKE_OVER" in page.content.decode()
    assert code in text_of(client.get("/dossiers/?pile=TO_TAKE_OVER"))
