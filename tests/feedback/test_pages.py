"""The pages: sent without a script, nothing typed lost, followed, handled, published."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from motcua.accounts.models import User
from motcua.audit.models import AccessLog
from motcua.feedback.models import Petition, PetitionEnclosure
from motcua.feedback.vocabulary import Act, Kind, State
from motcua.kernel import clock
from motcua.portal.feedback.sending import (
    SENT_PER_MINUTE_MAX,
    TRIED_PER_MINUTE_MAX,
    sent_lately,
    tried_lately,
)
from motcua.portal.pacing import misses
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import NO_NAMES, SENDER, act, answered, entered, seen, sent
from tests.support.two_communes import HOME
from tests.support.working_office import officer
from tests.web.conftest import BACKEND

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
FORM = {
    "loai": "hanh-vi",
    "noi": HOME,
    "is_complaint": "no",
    "title": "Chờ quá lâu ở quầy",
    "content": "Sáng nay tôi chờ hai giờ.",
    "name": SENDER.name,
    "address": SENDER.address,
    "phone": SENDER.phone,
    "key": "0f5a7c1e-0000-4000-8000-000000000001",
}


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    sent_lately.forget_all()
    tried_lately.forget_all()
    misses.forget_all()


def _signed_in(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    client.get("/positions/")
    return client


def _codes(html: str) -> tuple[str, str]:
    code = re.search(r"[\w.]+-PA26-\d{5}", html)
    secret = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b", html)
    assert code
    assert secret
    return code.group(), secret.group()


def test_it_is_sent_with_a_file_and_followed() -> None:
    answer = Client().post("/gop-y/", {**FORM, "files": _file()})
    assert answer.status_code == 200
    code, secret = _codes(answer.content.decode())
    assert PetitionEnclosure.objects.get().name == "don.png"
    followed = Client().post("/gop-y/theo-doi/", {"ma": code, "bi-mat": secret})
    assert followed.status_code == 200
    assert "Mới gửi đến" in followed.content.decode()
    assert followed["Cache-Control"] == "private, no-store"


def _file() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PNG")
    file.seek(0)
    file.name = "don.png"
    return file


def test_the_same_form_sent_twice_is_one_entry_and_one_answer() -> None:
    first, second = (Client().post("/gop-y/", FORM).content.decode() for _time in range(2))
    assert _codes(first) == _codes(second)
    assert Petition.objects.count() == 1


def test_nothing_typed_is_lost_when_something_is_wrong() -> None:
    answer = Client().post("/gop-y/", {**FORM, "phone": "12", "files": _file()})
    html = answer.content.decode()
    assert answer.status_code == 422
    for typed in (FORM["title"], FORM["content"], FORM["name"], 'value="12"', "don.png"):
        assert typed in html
    kept = re.search(r'name="kept" value="([^"]+)"', html)
    assert kept
    again = Client().post("/gop-y/", {**FORM, "kept": unescape(kept.group(1))})
    assert again.status_code == 200
    assert PetitionEnclosure.objects.get().name == "don.png"


@pytest.mark.parametrize(
    "changed",
    [
        {"loai": ""},
        {"loai": "x"},
        {"title": ""},
        {"content": "x" * 8001},
        {"phone": "", "email": ""},
        {"is_complaint": "yes"},
        {"loai": "quy-dinh", "is_anonymous": "on"},
        {"title": "\x00"},
        {"kept": "forged:token", "title": ""},
    ],
)
def test_bad_input_gets_a_sentence(changed: dict[str, Any]) -> None:
    answer = Client().post("/gop-y/", {**FORM, **changed})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode() or "error-summary" in answer.content.decode()
    assert Petition.objects.count() == 0


def test_a_complaint_is_shown_the_right_way_and_not_taken() -> None:
    html = Client().post("/gop-y/", {**FORM, "is_complaint": "yes"}).content.decode()
    assert "Luật Khiếu nại 2011" in html
    assert "Luật Tố cáo 2018" in html


def test_who_sends_too_often_waits() -> None:
    client = Client()
    for number in range(SENT_PER_MINUTE_MAX):
        client.post("/gop-y/", {**FORM, "title": f"Lần {number}", "key": ""})
    answer = client.post("/gop-y/", FORM)
    assert answer.status_code == 429
    assert answer["Retry-After"]
    assert FORM["content"] in answer.content.decode()


def test_forms_refused_for_a_fault_make_nobody_wait() -> None:
    client = Client()
    for _number in range(SENT_PER_MINUTE_MAX + 1):
        assert client.post("/gop-y/", {**FORM, "title": ""}).status_code == 422
    assert client.post("/gop-y/", FORM).status_code == 200
    tried_lately.forget_all()
    answers = [client.post("/gop-y/", {**FORM, "title": ""}) for _n in range(TRIED_PER_MINUTE_MAX)]
    assert {answer.status_code for answer in answers} == {422}
    assert client.post("/gop-y/", FORM).status_code == 429


def test_a_wrong_secret_tells_nothing() -> None:
    ref = sent()
    for code, secret in ((ref.code, "AAAA-BBBB-CCCC"), ("H26-PA26-00009", ref.secret), ("", "")):
        answer = Client().post("/gop-y/theo-doi/", {"ma": code, "bi-mat": secret})
        assert answer.status_code == 422
        assert "Chờ quá lâu" not in answer.content.decode()


def test_naming_a_dossier_tells_nothing_of_it(settings: Any) -> None:
    ref = sent(dossier_code="H26.45-260610-0001")
    html = Client().post("/gop-y/theo-doi/", {"ma": ref.code, "bi-mat": ref.secret}).content
    assert "Nguyễn" not in html.decode()


def test_the_sender_clarifies_and_rates_on_the_page() -> None:
    ref = sent()
    act(ref, Act.ASK_CLARITY, "tiepnhan1", PLAIN_MORNING, text="Quầy số mấy?")
    keys = {"ma": ref.code, "bi-mat": ref.secret}
    asked = Client().post("/gop-y/theo-doi/", keys).content.decode()
    assert "Quầy số mấy?" in asked
    empty = Client().post("/gop-y/theo-doi/", {**keys, "do": "clarify", "text": " "})
    assert empty.status_code == 422
    Client().post("/gop-y/theo-doi/", {**keys, "do": "clarify", "text": "Quầy số 2"})
    assert seen(ref, "tiepnhan1").row.state is State.REGISTERED
    done = answered(PLAIN_MORNING)
    keys = {"ma": done.code, "bi-mat": done.secret}
    assert Client().post("/gop-y/theo-doi/", {**keys, "do": "rate"}).status_code == 422
    rated = Client().post("/gop-y/theo-doi/", {**keys, "do": "rate", "satisfaction": "SATISFIED"})
    assert rated.status_code == 200
    assert Petition.objects.get(pk=done.id).satisfaction == "SATISFIED"


def test_what_is_published_is_found_without_accents_and_names_nobody() -> None:
    ref = answered(PLAIN_MORNING)
    client = Client()
    assert client.get(f"/gop-y/cong-khai/{ref.id}/").status_code == 404
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)
    html = client.get("/gop-y/cong-khai/", {"q": "cho lau"}).content.decode()
    assert NO_NAMES["published_title"] in html
    one = client.get(f"/gop-y/cong-khai/{ref.id}/").content.decode()
    assert NO_NAMES["published_answer"] in one
    for told in (SENDER.name, SENDER.phone, ref.code):
        assert told not in html + one
    assert client.get("/gop-y/cong-khai/", {"cursor": "x"}).status_code == 302


def test_questions_of_a_procedure_are_listed_for_it_alone() -> None:
    ref = answered(PLAIN_MORNING, kind=Kind.QUESTION, procedure_code="2.000815")
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)
    page = Client().get("/thu-tuc/2.000815").content.decode()
    link = re.search(r'href="(/gop-y/cong-khai/[^"]+)"', page)
    assert link
    assert NO_NAMES["published_title"] in Client().get(unescape(link.group(1))).content.decode()
    other = Client().get("/gop-y/cong-khai/", {"thu-tuc": "1.001193"}).content.decode()
    assert NO_NAMES["published_title"] not in other


def test_the_board_of_an_office_can_be_printed() -> None:
    html = Client().get(f"/gop-y/bang/{HOME}/").content.decode()
    assert "Nơi nhận phản ánh, kiến nghị" in html
    assert Client().get("/gop-y/bang/khong-co/").status_code == 404


def test_the_staff_enters_acts_and_is_told_what_lacks() -> None:
    clerk = _signed_in("vanthu")
    form = {**FORM, "kind": "CONDUCT", "channel": "LETTER"}
    bad = clerk.post("/feedback/new/", {**form, "title": "", "channel": "x"})
    assert bad.status_code == 422
    assert FORM["content"] in bad.content.decode()
    answer = clerk.post("/feedback/new/", form)
    slip = answer.content.decode()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    row = Petition.objects.get()
    code, secret = _codes(slip)
    assert code == row.code
    again = clerk.post("/feedback/new/", form)
    assert _codes(again.content.decode()) == (code, secret)
    assert Petition.objects.count() == 1
    here = f"/feedback/{row.code}/"
    assert FORM["title"] in clerk.get("/feedback/").content.decode()
    assert clerk.post(f"{here}route/", {"do": "apply", "version": "2"}).status_code == 422
    to = f"h{officer('thuly1').holding_id}"
    done = clerk.post(f"{here}route/", {"do": "apply", "version": "2", "to": to})
    assert done["Location"] == here
    handler = _signed_in("thuly1")
    assert SENDER.name in handler.get(here).content.decode()
    handler.post(f"{here}propose/", {"do": "apply", "version": "3", "text": "Xin lỗi ông bà."})
    old = handler.post(f"{here}ask-clarity/", {"do": "apply", "version": "3", "text": "Hỏi"})
    assert old.status_code in (302, 422)
    leader = _signed_in("lanhdao")
    assert "Xin lỗi ông bà." in leader.get(f"{here}answer/").content.decode()
    leader.post(f"{here}answer/", {"do": "apply", "version": "4", "text": "Xin lỗi ông bà."})
    row.refresh_from_db()
    assert (row.state, row.answer) == ("ANSWERED", "Xin lỗi ông bà.")


def test_names_are_shown_before_publishing_and_can_be_confirmed() -> None:
    ref = answered(PLAIN_MORNING)
    clerk, here = _signed_in("vanthu"), f"/feedback/{ref.code}/publish/"
    typed = {"do": "apply", "version": "5", **NO_NAMES}
    named = {**typed, "published_text": f"Bà {SENDER.name} phản ánh."}
    told = clerk.post(here, named)
    assert told.status_code == 422
    assert "Đã xem lại: không phải thông tin cá nhân" in told.content.decode()
    assert clerk.post(here, typed).status_code == 302


def test_each_reading_of_a_persons_words_leaves_a_trace() -> None:
    ref = entered()
    client = _signed_in("vanthu")
    for place in ("/feedback/", f"/feedback/{ref.code}/", f"/feedback/{ref.code}/route/"):
        before = AccessLog.objects.count()
        assert client.get(place).status_code == 200
        assert AccessLog.objects.count() > before


def test_figures_open_to_their_rows_and_to_a_sheet() -> None:
    ref = answered(PLAIN_MORNING)
    leader = _signed_in("lanhdao")
    html = leader.get("/feedback/figures/").content.decode()
    link = re.search(r'href="([^"]*figure=on_time[^"]*)#behind"', html)
    assert link
    assert ref.code in leader.get(unescape(link.group(1))).content.decode()
    typed = leader.get("/feedback/figures/", {"from": "x", "to": "10/06/2026"}).content.decode()
    assert "Ngày không đúng. Nhập ngày/tháng/năm" in typed
    assert 'value="x"' in typed
    assert 'value="10/06/2026"' in typed
    whole = {"from": "0001-01-01", "to": "9999-12-31", "asof": "9999-12-31"}
    assert leader.get("/feedback/figures/", whole).status_code == 200
    sheet = leader.get("/feedback/figures.xlsx")
    with ZipFile(BytesIO(sheet.content)) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()


def test_a_period_is_closed_on_the_page_and_opens_to_its_list() -> None:
    ref = sent(PLAIN_MORNING - timedelta(days=3))
    leader, days = _signed_in("lanhdao"), {"from": "2026-05-15", "to": "2026-06-09"}
    here = "/feedback/figures/close/"
    assert "Chốt kỳ này" in leader.get("/feedback/figures/", days).content.decode()
    unsure = leader.post(here, days)
    assert unsure.status_code == 422
    assert "Đánh dấu vào ô xác nhận" in unsure.content.decode()
    too_soon = leader.post(here, {**days, "to": "2026-06-10", "sure": "on"})
    assert "Kỳ chưa hết" in too_soon.content.decode()
    page = leader.post(here, {**days, "sure": "on"}, follow=True)
    assert page.status_code == 200
    address = page.redirect_chain[-1][0]
    listed = leader.get(f"{address}?kind=CONDUCT&figure=received").content.decode()
    assert f"/feedback/{ref.code}/" in listed
    assert "Kỳ này đã chốt" in leader.post(here, {**days, "sure": "on"}).content.decode()
    told = leader.get("/feedback/figures/", {**days, "asof": "2026-06-06"}).content.decode()
    assert "Chốt kỳ này" not in told
    assert "Các kỳ đã chốt" in told
    assert "Chưa có phản ánh" in told, "as of the 6th nothing had come"
    for who in ("tiepnhan1", "thuly1"):
        assert _signed_in(who).get(address).status_code == 404
        assert _signed_in(who).post(here, {**days, "sure": "on"}).status_code == 404
    with CaptureQueriesContext(connection) as asked:
        leader.get(address)
    assert len(asked) <= 9


def test_pages_ask_a_bounded_number_of_questions() -> None:
    for _time in range(3):
        answered(PLAIN_MORNING)
    act(sent(), Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    client = _signed_in("vanthu")
    code = Petition.objects.latest("id").code
    for place, most in (("/feedback/", 16), (f"/feedback/{code}/", 24)):
        client.get(place)
        with CaptureQueriesContext(connection) as asked:
            client.get(place)
        assert len(asked) <= most, place
    keys = Client()
    keys.get("/gop-y/cong-khai/")
    with CaptureQueriesContext(connection) as asked:
        keys.get("/gop-y/cong-khai/")
    assert len(asked) <= 6


def test_the_first_page_leads_to_sending_by_web() -> None:
    html = Client().get("/", {"noi": HOME}).content.decode()
    assert f'href="/gop-y/?noi={HOME}"' in html
