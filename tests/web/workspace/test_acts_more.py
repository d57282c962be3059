"""Acts whose pages are more than fields: rows, files, cards, dates to look at, leave to ask again."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act, FileKind, Stage
from motcua.kernel import clock
from motcua.workspace.acts.table import slug_of
from tests.support.acts import ASKED, attach, bring, do, receive_elsewhere, register
from tests.support.papers_sent import a_pdf, a_picture
from tests.web.workspace.conftest import Receive, SignIn, text_of
from tests.web.workspace.test_acts import page_of, seen


@pytest.fixture(autouse=True)
def _folder(tmp_path: Any, settings: Any) -> None:
    """Files of each test's own."""
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"


def form(code: str, *, do: str = "apply", **typed: Any) -> dict[str, Any]:
    return {
        "do": do,
        "request_key": str(uuid.uuid4()),
        "seen_version": str(seen(code).version),
        **typed,
    }


def a_file(name: str = "quyet-dinh.pdf", words: str = "Quyết định") -> BytesIO:
    content = BytesIO(a_pdf(words))
    content.name = name
    return content


# -- rows ---------------------------------------------------------------------------------------


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


# -- dates --------------------------------------------------------------------------------------


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


# -- another agency's ---------------------------------------------------------------------------


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


# -- files --------------------------------------------------------------------------------------


def test_files_sent_with_the_form_become_part_of_the_dossier(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    typed = {"kind": "PAPER", "paper_position": "0", "file": [a_file(), a_file("b.pdf", "Hai")]}
    sent = browser("thuly1").post(page_of(code, Act.ATTACH), form(code, **typed), follow=True)
    files = seen(code).files
    assert [file["name"] for file in files] == ["quyet-dinh.pdf", "b.pdf"]
    assert [file["paper_position"] for file in files] == [0, 0]
    assert "Xem quyet-dinh.pdf tại đây" in text_of(sent)


def test_a_form_with_files_sent_twice_attaches_once(browser: SignIn, receive: Receive) -> None:
    code = receive()
    client, typed = browser("thuly1"), form(code, kind="OTHER")
    for _time in range(2):
        client.post(page_of(code, Act.ATTACH), {**typed, "file": [a_file(), a_file("b.pdf", "2")]})
    assert len(seen(code).files) == 2


def test_no_file_and_a_file_of_no_known_kind_are_told_at_the_field(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    client, page = browser("thuly1"), page_of(code, Act.ATTACH)
    none = client.post(page, form(code, kind="OTHER"))
    wrong = BytesIO(b"#!/bin/sh\n")
    wrong.name = "a.pdf"
    other = client.post(page, form(code, kind="OTHER", file=wrong))
    assert (none.status_code, other.status_code) == (422, 422)
    assert "Chưa chọn tệp nào" in text_of(none)
    assert 'href="#id_file"' in text_of(other)
    assert seen(code).files == ()


def test_the_result_is_issued_with_a_file_sent_with_it(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.DECIDED)
    typed = {"document_number": "7/GKS", "document_date": "10/06/2026", "file": a_file()}
    sent = browser("vanthu").post(page_of(code, Act.ISSUE_RESULT), form(code, **typed))
    detail = seen(code)
    assert sent.status_code == 302, text_of(sent)
    assert detail.files[0]["kind"] == FileKind.RESULT
    assert detail.results[-1]["digests"] == [detail.files[0]["digest"]]


def test_a_file_sent_with_a_faulty_form_is_kept_and_not_asked_for_again(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.DECIDED)
    client, page = browser("vanthu"), page_of(code, Act.ISSUE_RESULT)
    faulty = client.post(page, form(code, document_date="10/13/2026", file=a_file()))
    token = text_of(faulty).partition('name="file-token" value="')[2].partition('"')[0]
    assert faulty.status_code == 422
    sent = client.post(page, form(code, document_date="10/06/2026", **{"file-token": token}))
    assert sent.status_code == 302, text_of(sent)
    assert len(seen(code).results[-1]["digests"]) == 1


def test_a_date_ahead_is_refused_at_its_field_though_the_file_is_attached_already(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.DECIDED)
    client, page = browser("vanthu"), page_of(code, Act.ISSUE_RESULT)
    typed = form(code, document_date="11/06/2026", file=a_file())
    refused = client.post(page, typed)
    assert refused.status_code == 422
    assert 'href="#id_document_date"' in text_of(refused)
    digest = seen(code).files[0]["digest"]
    again = form(code, document_date="10/06/2026", digests=[digest])
    assert client.post(page, again).status_code == 302
    assert seen(code).results[-1]["digests"] == [digest]


def test_a_file_is_shown_in_our_page_to_who_sees_the_dossier_and_to_nobody_else(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    attach(code, a_picture())
    attach(code, a_pdf("Hai"))
    address = f"/dossiers/{code}/files/1/"
    shown = browser("thuly1").get(address)
    kept = browser("thuly1").get(address, {"keep": "1"})
    page = text_of(browser("thuly1").get(f"/dossiers/{code}/"))
    assert b"".join(shown).startswith(b"%PDF")  # type: ignore[arg-type]
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert f'<iframe class="file-shown" src="{address}"' in page
    assert f'<img class="file-shown" src="/dossiers/{code}/files/0/"' in page
    assert browser("thuly2").get(address).status_code == 404
    assert browser("thuly1").get(f"/dossiers/{code}/files/9/").status_code == 404


def test_a_file_is_taken_out_with_a_reason_and_can_no_longer_be_opened(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    attach(code)
    client, page = browser("thuly1"), f"/dossiers/{code}/acts/remove-file/"
    assert 'value="0" selected' in text_of(client.get(page, {"position": "0"}))
    refused = client.post(page, form(code, position="0", reason=""))
    assert refused.status_code == 422
    assert client.post(page, form(code, position="0", reason="Nhầm hồ sơ")).status_code == 302
    assert client.get(f"/dossiers/{code}/files/0/").status_code == 404
    assert "giay-to.pdf: Nhầm hồ sơ" in text_of(client.get(f"/dossiers/{code}/"))


# -- the returns counter ------------------------------------------------------------------------

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


# -- the dossier's page -------------------------------------------------------------------------


def test_the_page_offers_what_may_be_done_and_says_why_other_things_cannot(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    page = text_of(browser("truongphong").get(f"/dossiers/{code}/"))
    assert page_of(code, Act.PROPOSE) in page
    assert page_of(code, Act.EXTEND) in page
    assert page_of(code, Act.DECIDE) not in page
    assert page_of(code, Act.APOLOGIZE) not in page
    assert "Vẫn còn kịp gia hạn" in page


def test_dossiers_that_came_together_name_each_other(browser: SignIn, standing: None) -> None:
    first = register()
    second = register(group_id=seen(first).id)
    alone = register()
    client = browser("tiepnhan1")
    pages = [text_of(client.get(f"/dossiers/{code}/")) for code in (first, second, alone)]
    told = ["Nộp cùng lần này" in page for page in pages]
    assert told == [True, True, False]
    assert f"/dossiers/{second}/" in pages[0]
    assert f"/dossiers/{first}/" in pages[1]


def test_who_may_only_look_sees_no_button_and_no_form(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.PROCESSING)
    page = text_of(browser("giamsat").get(f"/dossiers/{code}/"))
    assert f"/dossiers/{code}/acts/" not in page


def test_the_whole_life_stands_on_the_page(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(0, 1)), by="tiepnhan1")
    do(code, Act.NOTE, inputs.Note(text="Gọi lại chị Nhung"), by="thuly1")
    page = text_of(browser("thuly1").get(f"/dossiers/{code}/"))
    told = ("Phạm Minh Đức", "Tờ khai chưa ký", "Ký tên vào tờ khai", "Đã nộp", "trao đổi nội bộ")
    assert [words for words in told if words not in page] == []


BUDGETS = {
    Act.PROPOSE: 9,
    Act.REQUEST_SUPPLEMENT: 9,
    Act.EXTEND: 9,
}
"""Besides those of signing in and of the dossier itself a page of an act asks nothing."""


@pytest.mark.parametrize("act", BUDGETS, ids=slug_of)
def test_the_page_of_an_act_costs_what_it_cost(browser: SignIn, receive: Receive, act: Act) -> None:
    code = bring(receive(), Stage.PROCESSING)
    client = browser("truongphong")
    client.get(page_of(code, act))
    with CaptureQueriesContext(connection) as asked:
        client.get(page_of(code, act))
    assert len(asked) <= BUDGETS[act] + 3, "\n".join(one["sql"][:100] for one in asked)


def test_assigning_asks_once_for_the_load_of_all(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.PROCESSING)
    client = browser("truongphong")
    page = page_of(code, Act.ASSIGN)
    assert "đang có" in text_of(client.get(page)) or "chưa có hồ sơ nào" in text_of(
        client.get(page)
    )
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    loads = [one for one in asked if 'COUNT("dossiers_dossier"."id")' in one["sql"]]
    assert len(loads) == 1


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
