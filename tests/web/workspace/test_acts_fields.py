"""Acts whose pages are more than fields: rows, cards, dates to look at, leave to ask again."""

from __future__ import annotations

from datetime import datetime, timedelta
from re import findall

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel import clock
from tests.support.acts import ASKED, bring, do, receive_elsewhere, receive_waiting, register
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms, the_form
from tests.support.money import collect, owing
from tests.support.reception import BIRTH, a_reception
from tests.support.working_office import officer
from tests.web.workspace.act_pages import form, page_of, seen
from tests.web.workspace.conftest import Receive, SignIn, text_of


def test_a_row_is_added_by_sending_the_form_and_what_stands_in_the_others_stays(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    typed = {"items-0-name": "Tờ khai", "items-0-what": "Ký tên"}
    answer = browser("thuly1").post(
        page_of(code, Act.REQUEST_SUPPLEMENT), form(code, do="add-row", **typed)
    )
    text = text_of(answer)
    assert answer.status_code == 200
    assert 'name="items-1-name"' in text
    assert 'value="Ký tên"' in text
    assert "Cần sửa trước khi tiếp tục" not in text
    assert seen(code).stage is Stage.PROCESSING


def test_empty_rows_are_closed_up_and_papers_of_the_procedure_known_by_name(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    detail = seen(code)
    paper = detail.procedure.default_variant.papers[0]
    typed = {
        "items-1-name": paper.name,
        "items-1-what": "Nộp bản rõ",
        "items-4-name": "Giấy khác",
        "items-4-what": "Nộp thêm",
        "reason": "Thiếu giấy tờ",
    }
    browser("thuly1").post(page_of(code, Act.REQUEST_SUPPLEMENT), form(code, **typed))
    asked = seen(code).requests[-1]["items"]
    assert [item["name"] for item in asked] == [" ".join(paper.name.split()), "Giấy khác"]
    assert asked[0]["required_document_id"] == paper.id
    assert "required_document_id" not in asked[1]


def test_an_answer_of_the_declaration_is_asked_for_by_what_it_is_called(
    browser: SignIn, standing: None
) -> None:
    publish_forms(BIRTH)
    code = register_dossier(
        actor=officer("tiepnhan1", PLAIN_MORNING),
        at=PLAIN_MORNING,
        given=a_reception(declared=a_declaration()),
    ).code
    page = text_of(browser("tiepnhan1").get(page_of(code, Act.ASK_TO_COMPLETE)))
    label = next(name for name in findall(r'<option value="(Tờ khai: [^"]+)"', page))
    typed = {"items-0-name": label, "items-0-what": "Ghi lại", "reason": "Chưa khớp giấy tờ"}
    browser("tiepnhan1").post(page_of(code, Act.ASK_TO_COMPLETE), form(code, **typed))
    asked = seen(code).requests[-1]["items"][0]
    assert asked["field"] in {one.key for part in the_form().form.pages for one in part.fields}
    came = {"item-0": "ANSWERED"}
    browser("tiepnhan1").post(page_of(code, Act.SUPPLEMENT), form(code, **came))
    detail = seen(code)
    assert detail.stage is Stage.REGISTERED
    assert label not in {paper.name for paper in detail.papers}


def test_part_of_what_was_asked_leaves_the_rest_waiting(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    typed = {"item-0": "ANSWERED", "item-0-originals": "2", "extra-0-name": "Đơn giải trình"}
    browser("tiepnhan1").post(page_of(code, Act.SUPPLEMENT), form(code, **typed))
    detail = seen(code)
    assert detail.stage is Stage.SUPPLEMENT_REQUESTED
    assert [item.get("state", "") for item in detail.requests[-1]["items"]] == ["ANSWERED", ""]
    added = {paper.name: paper.originals for paper in detail.papers[-2:]}
    assert added == {ASKED.items[0].name: 2, "Đơn giải trình": 1}


def test_a_number_that_is_none_is_told_at_its_field(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    typed = {"item-0": "ANSWERED", "item-0-originals": "hai bản"}
    answer = browser("tiepnhan1").post(page_of(code, Act.SUPPLEMENT), form(code, **typed))
    text = text_of(answer)
    assert answer.status_code == 422
    assert 'href="#id_item-0-originals"' in text
    assert 'value="hai bản"' in text


def test_nothing_marked_is_told_at_the_first_item(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    answer = browser("tiepnhan1").post(page_of(code, Act.SUPPLEMENT), form(code))
    assert answer.status_code == 422
    assert "Đánh dấu ít nhất một mục" in text_of(answer)


def test_the_earliest_day_is_told_and_a_typed_day_is_worked_out_before_it_is_sent(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    client, page = browser("lanhdao"), page_of(code, Act.EXTEND)
    assert "Sớm nhất là thứ Năm, 18/06/2026" in text_of(client.get(page))
    looked = client.post(page, form(code, do="look", to_day="25/06/2026", reason="Xác minh lâu"))
    assert looked.status_code == 200
    assert "sang 17:00 25/06/2026" in text_of(looked)
    assert seen(code).due_at is not None
    assert seen(code).original_due_at == seen(code).due_at


@pytest.mark.parametrize("day", ["17/06/2026", "20/06/2026", "31/06/2026", "mai"])
def test_a_day_that_cannot_be_is_told_at_the_field(
    browser: SignIn, receive: Receive, day: str
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    typed = {"to_day": day, "reason": "Xác minh lâu"}
    answer = browser("lanhdao").post(page_of(code, Act.EXTEND), form(code, **typed))
    text = text_of(answer)
    assert answer.status_code == 422
    assert 'href="#id_to_day"' in text
    assert f'value="{day}"' in text


def test_before_the_limit_an_apology_is_told_to_be_too_early_and_the_other_way_is_shown(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    text = text_of(browser("lanhdao").get(page_of(code, Act.APOLOGIZE)))
    assert "Vẫn còn kịp gia hạn" in text
    assert page_of(code, Act.EXTEND) in text
    assert 'id="act-form"' not in text


def test_after_the_limit_an_apology_gives_a_new_appointment(
    browser: SignIn, receive: Receive, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    late = now + timedelta(days=12)
    monkeypatch.setattr(clock, "now", lambda: late)
    client = browser("lanhdao")
    typed = {"to_day": "26/06/2026", "reason": "Xác minh lâu"}
    answer = client.post(page_of(code, Act.APOLOGIZE), form(code, **typed), follow=True)
    text = text_of(answer)
    assert "Đã xin lỗi, hẹn lại 17:00 26/06/2026" in text
    assert "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" in text


def test_a_second_request_waits_for_leave(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(0, 1)), by="tiepnhan1")
    asking = page_of(code, Act.REQUEST_SUPPLEMENT)
    assert "lãnh đạo phải cho phép trước" in text_of(browser("thuly1").get(asking))
    leave = form(code, reason="Phát sinh tình tiết mới")
    sent = browser("lanhdao").post(page_of(code, Act.ALLOW_SUPPLEMENT), leave)
    assert sent.status_code == 302
    assert 'id="act-form"' in text_of(browser("thuly1").get(asking))


def test_a_dossier_in_transit_is_taken_over_by_one_button_and_its_clock_starts(
    browser: SignIn, receive: Receive, now: datetime
) -> None:
    code = receive_elsewhere(now)
    client = browser("tiepnhan1")
    page = text_of(client.get(f"/dossiers/{code}/"))
    assert f'action="{page_of(code, Act.TAKE_OVER)}"' in page
    assert "Tính khi cơ quan có thẩm quyền nhận" in page
    foretold = text_of(client.get(page_of(code, Act.TAKE_OVER)))
    assert "Hẹn trả kết quả: 17:00 17/06/2026" in foretold
    client.post(page_of(code, Act.TAKE_OVER), form(code))
    assert seen(code).stage is Stage.RECEIVED
    assert str(seen(code).due_at).startswith("2026-06-17")


def test_what_waits_for_another_is_not_taken_over_but_released_with_a_reason(
    browser: SignIn, receive: Receive, now: datetime
) -> None:
    receive()
    code = receive_waiting(now)
    client = browser("tiepnhan1")
    page = text_of(client.get(f"/dossiers/{code}/"))
    assert "đang chờ kết quả của hồ sơ khác nộp cùng" in page
    assert f'action="{page_of(code, Act.TAKE_OVER)}"' not in page
    refused = client.post(page_of(code, Act.RELEASE), form(code, reason=" "))
    assert "Chưa ghi lý do" in text_of(refused)
    client.post(page_of(code, Act.RELEASE), form(code, reason="Không thể có kết quả ấy"))
    freed = text_of(client.get(f"/dossiers/{code}/"))
    assert f'action="{page_of(code, Act.TAKE_OVER)}"' in freed
    assert page_of(code, Act.RELEASE) not in freed


def test_a_registered_dossier_is_received_with_the_date_foretold(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    code = register()
    page = text_of(browser("tiepnhan1").get(page_of(code, Act.RECEIVE)))
    assert "Giấy tờ chưa nhận" in page
    assert "Hẹn trả kết quả: 17:00 17/06/2026" in page
    refused = browser("tiepnhan1").post(page_of(code, Act.RECEIVE), form(code))
    assert refused.status_code == 422
    assert "giấy tờ chưa đánh dấu" in text_of(refused)


CARD = "001195012345||Trần Văn Hùng|15081995|Nam|Xã Gia Lâm, Hà Nội|01012022"


def test_a_card_read_into_any_field_fills_in_who_collects_and_nothing_is_done_yet(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SETTLED)
    typed = {"who": "OWNER", "method": "DESK", "note": CARD}
    answer = browser("tiepnhan1").post(page_of(code, Act.RETURN_RESULT), form(code, **typed))
    text = text_of(answer)
    assert answer.status_code == 200
    assert "Đã đọc thẻ của" in text
    assert 'value="001195012345"' in text
    assert seen(code).stage is Stage.SETTLED


def test_somebody_else_collects_only_with_an_authority(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SETTLED)
    client, page = browser("tiepnhan1"), page_of(code, Act.RETURN_RESULT)
    typed = {"who": "OTHER", "method": "DESK", "recipient_name": "Trần Văn Hùng"}
    refused = client.post(page, form(code, **typed))
    assert refused.status_code == 422
    assert 'href="#id_authority"' in text_of(refused)
    assert 'value="Trần Văn Hùng"' in text_of(refused)
    sent = client.post(page, form(code, **typed, authority="Chồng, giấy kết hôn số 12"))
    assert sent.status_code == 302
    assert seen(code).hand_overs[-1]["authority"] == "Chồng, giấy kết hôn số 12"


def test_a_result_with_a_debt_is_handed_over_from_its_page_only_once_that_was_asked(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    code = bring(owing(), Stage.SETTLED)
    client, page = browser("tiepnhan1"), page_of(code, Act.RETURN_RESULT)
    told = text_of(client.get(page))
    assert "Còn phải thu: 4.000 đồng" in told
    assert f'href="/dossiers/{code}/fee/"' in told
    assert "Trao khi còn nợ 4.000 đồng" in told
    typed = {"who": "OWNER", "method": "DESK", "note": "Đến nhận buổi chiều"}
    asked = client.post(page, form(code, **typed))
    assert asked.status_code == 422
    assert "Còn phải thu 4.000 đồng. Thu tiền trước" in text_of(asked)
    assert "Đến nhận buổi chiều" in text_of(asked)
    assert seen(code).stage is Stage.SETTLED
    assert client.post(page, form(code, **typed, unpaid="on")).status_code == 302
    assert seen(code).stage is Stage.RETURNED


def test_a_result_that_is_paid_for_is_handed_over_without_a_question(
    browser: SignIn, receive: Receive
) -> None:
    receive()
    code = bring(owing(), Stage.SETTLED)
    collect(code)
    client, page = browser("tiepnhan1"), page_of(code, Act.RETURN_RESULT)
    assert "Trao khi còn nợ" not in text_of(client.get(page))
    sent = form(code, who="OWNER", method="DESK")
    assert client.post(page, sent).status_code == 302
    assert seen(code).stage is Stage.RETURNED
