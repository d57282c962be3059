"""Certification at the counter, through the pages: entered, paid, signed, handed back, found again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.certifications.models import Certification
from motcua.dossiers.models import Dossier
from motcua.payments.models import Receipt
from tests.papers.reading import text_of as text_of_paper
from tests.web.workspace.conftest import SignIn, text_of

CARD = "001185012345|012345678|Nguyễn Thị Hồng Nhung|15081985|Nữ|Số 12 đường Ỷ Lan, Gia Lâm, Hà Nội|01062021"
PAGE = "/certification/"
REGISTER = "/certification/register/"
Enter = Callable[..., Any]


def fields(page: str) -> dict[str, str]:
    """What a browser would send back of the form of entering, its boxes not ticked."""
    form = page.partition('id="certify"')[2].partition("</form>")[0]
    inputs = re.findall(r"<input[^>]*>", form)
    named = {_of(one, "name"): _of(one, "value") for one in inputs if "checkbox" not in one}
    return {name: value for name, value in named.items() if name} | {"do": "enter"}


def _of(tag: str, attribute: str) -> str:
    found = re.search(rf'\b{attribute}="([^"]*)"', tag)
    return found.group(1) if found else ""


@pytest.fixture
def enter(browser: SignIn) -> Enter:
    """Opens the page, types a person and a document, sends it."""

    def entered(by: str = "tiepnhan1", **changes: str) -> Any:
        client = browser(by)
        typed = {"owner-name": "Nguyễn Thị Hồng Nhung", "documents-0-name": "ks"}
        changed = {name.replace("__", "-"): value for name, value in changes.items()}
        return client.post(PAGE, fields(text_of(client.get(PAGE))) | typed | changed)

    return entered


def done(answer: Any) -> str:
    """The page that follows entering."""
    assert answer.status_code == 302, text_of(answer)
    return text_of(answer.client.get(answer.headers["Location"]))


def test_a_card_and_two_letters_are_enough(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    read = client.post(PAGE, fields(text_of(client.get(PAGE))) | {"owner-personal_id": CARD})
    page = text_of(read)
    assert Certification.objects.count() == 0
    assert re.search(r'name="documents-0-name"[^>]*autofocus', page)
    typed = {"documents-0-name": "ks", "documents-0-copies": "3"}
    answer = client.post(PAGE, fields(page) | typed)
    entry = Certification.objects.get()
    assert (entry.document_name, entry.copies, entry.fee_vnd) == ("Giấy khai sinh", 3, 6_000)
    assert entry.requester_number == "001185012345"
    shown = done(answer)
    assert "Số chứng thực" in shown
    assert "Thu 6.000 đồng" in shown
    assert re.search(r'name="owner-personal_id"[^>]*autofocus', shown)


def test_the_cash_is_taken_in_the_same_breath(enter: Enter) -> None:
    answer = enter(collect="on", given_vnd="50.000")
    receipt = Receipt.objects.get()
    assert (receipt.total_vnd, receipt.given_vnd) == (2_000, 50_000)
    shown = done(answer)
    assert "Đã thu 2.000 đồng" in shown
    assert "00000001" in shown


def test_the_change_of_the_cash_is_told(enter: Enter) -> None:
    assert "Tiền thừa trả lại: 48.000 đồng" in done(enter(collect="on", given_vnd="50.000"))


def test_exact_cash_leaves_no_change(enter: Enter) -> None:
    assert "Tiền thừa trả lại" not in done(enter(collect="on", given_vnd="2.000"))


def test_the_fee_names_each_of_several_documents(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    typed = {"owner-name": "Nguyễn Thị Hồng Nhung", "documents-0-name": "ks", "do": "look"}
    more = {"documents-1-name": "Học bạ", "documents-1-pages": "3"}
    page = text_of(client.post(PAGE, fields(text_of(client.get(PAGE))) | typed | more))
    lines = page.partition('class="money-lines"')[2].partition("</dl>")[0]
    assert re.findall(r'money-note">([^<]*)<', lines)[:2] == ["Giấy khai sinh", "Học bạ"]
    assert "Trang 1: " in lines


def test_too_little_cash_leaves_the_entry_and_says_why(enter: Enter) -> None:
    shown = done(enter(collect="on", given_vnd="1.000"))
    assert "chưa thu được tiền" in shown
    assert (Certification.objects.count(), Receipt.objects.count()) == (1, 0)
    assert "Thu 2.000 đồng" in shown


def test_the_fee_is_worked_out_while_it_is_typed(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    typed = {"documents-0-name": "hb", "documents-0-pages": "5", "documents-0-copies": "2"}
    looked = client.post(PAGE, fields(text_of(client.get(PAGE))) | typed | {"do": "look"})
    assert "14.000 đồng" in text_of(looked)
    assert not Certification.objects.exists()


def test_a_double_click_enters_once(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    typed = {"owner-name": "Trần An", "documents-0-name": "cc", "collect": "on"}
    form = fields(text_of(client.get(PAGE))) | typed
    targets = {client.post(PAGE, form).headers["Location"] for _click in range(2)}
    assert len(targets) == 1
    assert Certification.objects.count() == Dossier.objects.count() == Receipt.objects.count() == 1


def test_a_page_changed_after_it_was_sent_is_asked_about_and_then_goes(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    form = fields(text_of(client.get(PAGE))) | {"owner-name": "Trần An", "documents-0-name": "cc"}
    client.post(PAGE, form)
    again = client.post(PAGE, form | {"documents-0-name": "ks"})
    assert again.status_code == 422
    assert client.post(PAGE, fields(text_of(again))).status_code == 302
    assert Certification.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "told", "at_field"),
    [
        ({"documents__0__name": ""}, "Chưa có giấy tờ nào", "documents-0-name"),
        ({"owner__name": ""}, "Chưa có họ tên", "owner-name"),
        ({"documents__0__pages": "0"}, "nhập số từ 1 đến 999", "documents-0-pages"),
        ({"documents__0__copies": "ba"}, "nhập số từ 1 đến 999", "documents-0-copies"),
        ({"documents__0__copies": "²"}, "nhập số từ 1 đến 999", "documents-0-copies"),
        ({"documents__0__pages": "9" * 30}, "nhập số từ 1 đến 999", "documents-0-pages"),
        ({"owner__personal_id": "123"}, "", "owner-personal_id"),
        ({"owner__birth_date": "99/99/1999"}, "Ngày không đúng", "owner-birth_date"),
        ({"collect": "on", "given_vnd": "năm"}, "Số tiền không đúng", "given_vnd"),
        ({"owner__name": "x" * 300}, "", "owner-name"),
        ({"documents__0__name": "x" * 400}, "Nhiều nhất 300", "documents-0-name"),
    ],
)
def test_bad_input_is_told_at_its_field_and_nothing_typed_is_lost(
    enter: Enter, typed: dict[str, str], told: str, at_field: str
) -> None:
    answer = enter(**typed)
    page = text_of(answer)
    assert answer.status_code == 422
    assert told in page
    assert f'href="#id_{at_field}"' in page
    assert not Certification.objects.exists()


def test_more_rows_keep_what_is_typed(browser: SignIn) -> None:
    client = browser("tiepnhan1")
    typed = {"documents-2-name": "Học bạ", "do": "more"}
    page = text_of(client.post(PAGE, fields(text_of(client.get(PAGE))) | typed))
    assert 'name="documents-5-name"' in page
    assert 'value="Học bạ"' in page


def test_an_unreadable_card_is_told_and_enters_nothing(enter: Enter) -> None:
    answer = enter(owner__personal_id="001185012345|x|Nhung|99999999|Nữ|")
    assert answer.status_code == 422
    assert not Certification.objects.exists()


def test_hostile_text_is_shown_as_text(enter: Enter) -> None:
    shown = done(enter(documents__0__name="<script>alert(1)</script>"))
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_it_is_signed_issued_and_handed_back_from_one_list(browser: SignIn, enter: Enter) -> None:
    enter()
    code = Dossier.objects.get().code
    path = "/certification/waiting/"
    for username, step in (
        ("thuly1", "SUBMIT"), ("lanhdao", "SIGN"), ("vanthu", "ISSUE"), ("tiepnhan1", "RETURN"),
    ):  # fmt: skip
        client = browser(username)
        assert f'value="{step}"' in text_of(client.get(path))
        assert client.post(path, {"step": step, "chosen": [code]}).status_code == 302
    assert Dossier.objects.get().stage == "RETURNED"
    assert "Không có chứng thực nào đang chờ" in text_of(browser("tiepnhan1").get(path))


def test_nothing_ticked_or_a_strange_step_is_told(browser: SignIn, enter: Enter) -> None:
    enter()
    client, path = browser("thuly1"), "/certification/waiting/"
    assert client.post(path, {"step": "SUBMIT"}).status_code == 422
    assert client.post(path, {"step": "x"}).status_code == 422
    ticked = text_of(client.post(path, {"step": "SUBMIT", "select": "all"}))
    assert "checked" in ticked
    assert Dossier.objects.get().stage == "RECEIVED"


def test_the_register_shows_searches_prints_and_strikes_through(
    browser: SignIn, enter: Enter
) -> None:
    enter()
    enter(documents__0__name="Học bạ")
    client = browser("tiepnhan1")
    assert "Học bạ" in text_of(client.get(REGISTER, {"q": "hoc ba"}))
    first = Certification.objects.get(number=1)
    path = f"/certification/{first.pk}/"
    assert client.post(path, {"do": "cancel", "reason": " "}).status_code == 422
    assert client.post(path, {"do": "cancel", "reason": "Nhầm tên"}).status_code == 302
    page = text_of(client.get(REGISTER))
    assert "entry-void" in page
    assert "Nhầm tên" in page
    printed = client.get("/certification/register.pdf", {"year": "2026", "kind": "COPY"})
    assert "Học bạ" in text_of_paper(printed.content)
    sheet = client.get("/certification/register.xlsx", {"kind": "COPY"})
    assert sheet.content[:2] == b"PK"
    assert client.get("/certification/register.pdf", {"kind": "SIGNATURE"}).status_code == 302
    assert client.get(f"{REGISTER}", {"kind": "x", "year": "x"}).status_code == 200
    assert client.get(f"{REGISTER}", {"cursor": "x"}).status_code == 302


def test_a_year_that_runs_is_not_closed(browser: SignIn, enter: Enter) -> None:
    enter()
    client = browser("vanthu")
    client.post(REGISTER, {"do": "close", "year": "2026", "kind": "COPY"})
    assert "Năm 2026 chưa hết" in text_of(client.get(REGISTER))
    assert browser("tiepnhan1").post(REGISTER, {"do": "close", "year": "2025"}).status_code == 404


def test_another_office_sees_neither_page_nor_entry(browser: SignIn, enter: Enter) -> None:
    enter()
    path = f"/certification/{Certification.objects.get().pk}/"
    assert browser("quantri").get(path).status_code == 404
    assert browser("lanhdao").get(PAGE).status_code == 404
    assert browser("thuly2").get(path).status_code == 404
    assert browser("giamsat").get(path).status_code == 200


def test_whoever_reads_is_noted(browser: SignIn, enter: Enter) -> None:
    enter()
    client = browser("tiepnhan1")
    client.get(f"/certification/{Certification.objects.get().pk}/")
    client.get(REGISTER, {"q": "nhung"})
    acts = set(AccessLog.objects.values_list("act", flat=True))
    assert {"certification.read", "certification.list"} <= acts


def test_pages_cost_what_they_cost(browser: SignIn, enter: Enter) -> None:
    for _number in range(3):
        enter()
    client = browser("tiepnhan1")
    path = f"/certification/{Certification.objects.order_by('pk')[0].pk}/"
    costs = {}
    for one in (PAGE, "/certification/waiting/", REGISTER, path):
        client.get(one)
        with CaptureQueriesContext(connection) as asked:
            client.get(one)
        costs[one] = len(asked)
    assert costs == {PAGE: 4, "/certification/waiting/": 9, REGISTER: 11, path: 9}
