"""The declaration at the desk: on paper, or the form of the procedure filled in on the same page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
from django.test import Client

from motcua.audit.models import AccessLog
from motcua.dossiers.models import Declaration, Dossier
from motcua.eforms.rules.validation import check
from motcua.eforms.showing import show
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from tests.eforms.onscreen.drawing import drawn
from tests.papers.reading import squeezed, text_of
from tests.support.declaring import publish_forms, real_answers, the_form
from tests.support.posted_forms import posted_by
from tests.support.reception import BIRTH
from tests.support.working_office import CERTIFIED_COPY, token_of
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of
from tests.web.workspace.test_reception_page import PAGE, a_page

ON = date(2026, 6, 10)
OPENING_QUERIES, SHOW_QUERIES = 30, 20


@pytest.fixture(autouse=True)
def _form(standing: None, now: object) -> None:
    publish_forms(BIRTH)
    forget_all()


@pytest.fixture
def desk(browser: SignIn) -> Client:
    return browser("tiepnhan1")


def typed(answers: dict[str, Any]) -> dict[str, Any]:
    """What the form posts when these answers stand in it."""
    sent = posted_by(drawn(show(the_form().form, answers, on=ON)))
    return dict(sent.lists())


def a_sending(answers: dict[str, Any], **changes: str) -> dict[str, Any]:
    return a_page(BIRTH, declared="typed", **changes) | typed(answers)


def test_only_a_procedure_with_a_form_asks_how_it_is_declared(desk: Client) -> None:
    assert 'name="declared"' in page_of(desk.post(PAGE, a_page(BIRTH, do="look")))
    assert 'name="declared"' not in page_of(desk.post(PAGE, a_page(CERTIFIED_COPY, do="look")))


def test_a_declaration_on_paper_needs_nothing_more(desk: Client) -> None:
    assert desk.post(PAGE, a_page(BIRTH)).status_code == 302
    assert not Declaration.objects.exists()


def test_the_form_opens_filled_in_from_the_people_of_the_page(desk: Client) -> None:
    people = {"owner-phone": "0912345678", "owner-address": "Thôn Đoài", "do": "look"}
    page = page_of(desk.post(PAGE, a_page(BIRTH, declared="typed", **people)))
    assert 'name="a.applicant.name" value="Nguyễn Thị Hồng Nhung"' in page
    assert 'name="a.applicant.residence.detail" value="Thôn Đoài"' in page
    assert "Đã điền sẵn, hãy xem lại." in page
    assert "Chưa có câu trả lời" not in page


def test_the_applicant_is_whoever_hands_it_in(desk: Client) -> None:
    handing = {"submitter-name": "Trần Văn Đức", "do": "look"}
    page = page_of(desk.post(PAGE, a_page(BIRTH, declared="typed", **handing)))
    assert 'name="a.applicant.name" value="Trần Văn Đức"' in page


def test_choosing_to_fill_it_in_and_receiving_at_once_shows_it_first(desk: Client) -> None:
    answer = desk.post(PAGE, a_page(BIRTH, declared="typed"))
    assert answer.status_code == 200
    assert 'name="a.child.name"' in page_of(answer)
    assert not Dossier.objects.exists()


def test_a_faulty_answer_is_told_at_its_question_and_nothing_is_lost(desk: Client) -> None:
    faulty = real_answers()
    faulty["child"]["birth_date"] = "31/02/2026"
    answer = desk.post(PAGE, a_sending(faulty))
    page = page_of(answer)
    assert answer.status_code == 422
    assert 'href="#f-child-birth_date"' in page
    assert 'value="31/02/2026"' in page
    assert 'name="a.mother.name" value="Lê Thị Hoa"' in page
    assert page.count("Không có ngày này.") == 2


def test_what_only_now_is_asked_is_shown_before_it_is_missed(desk: Client) -> None:
    answers = real_answers(declares_mother="no")
    fields = a_sending(answers) | {"a.declares_mother": "yes"}
    answer = desk.post(PAGE, fields)
    assert answer.status_code == 200
    assert 'name="a.mother.name"' in page_of(answer)


def test_desk_and_api_leave_the_same_declaration_and_facts(desk: Client) -> None:
    assert desk.post(PAGE, a_sending(real_answers())).status_code == 302
    body = {
        "procedure": BIRTH,
        "applicant": {"name": "Nguyễn Thị Hồng Nhung"},
        "all_papers": True,
        "declaration": {"answers": real_answers()},
    }
    headers = {"Authorization": f"Bearer {token_of('tiepnhan1')}"}
    sent = desk.post("/api/v1/dossiers", body, content_type="application/json", headers=headers)
    assert sent.status_code == 201, sent.content
    first, second = Declaration.objects.order_by("dossier")
    plain = check(the_form().form, real_answers(), on=ON).answers
    facts = Fact.objects.filter(code="dossier.received")
    told = [orjson.loads(fact.payload)["declaration"] for fact in facts]
    assert first.answers == second.answers
    assert first.eform_version_id == second.eform_version_id
    assert told == [{"eform_version_id": the_form().version_id, "answers": plain}] * 2


def test_a_matter_set_aside_keeps_its_declaration(desk: Client) -> None:
    aside = page_of(desk.post(PAGE, a_sending(real_answers(), do="add")))
    (kept,) = re.findall(r'name="matter" value="([^"]+)"', aside)
    assert "a.child.name=Tr%E1%BA%A7n" in kept
    assert "declared=typed" in kept


@pytest.fixture
def declared(desk: Client) -> Callable[[str], Any]:
    desk.post(PAGE, a_sending(real_answers()))
    code = Dossier.objects.get().code
    return lambda page: desk.get(f"/dossiers/{code}/{page}")


def test_the_dossier_leads_to_what_was_declared_in_words(declared: Callable[[str], Any]) -> None:
    page = page_of(declared("declaration/"))
    assert "Trần Lê Minh An" in page
    assert "Thị trấn Trâu Quỳ, Huyện Gia Lâm, Hà Nội (địa chỉ trước 01/7/2025)" in page
    assert "/declaration/" in page_of(declared(""))
    assert AccessLog.objects.filter(act="declaration.read").count() == 1


def test_the_declaration_is_printed_to_be_signed(declared: Callable[[str], Any]) -> None:
    answer = declared("declaration.pdf")
    assert answer["Content-Type"] == "application/pdf"
    said = squeezed(text_of(answer.content))
    assert squeezed("TỜ KHAI ĐĂNG KÝ KHAI SINH") in said
    assert squeezed("Trần Lê Minh An") in said
    assert AccessLog.objects.filter(act="declaration.printed").count() == 1


def test_a_dossier_declared_on_paper_has_no_such_page(desk: Client) -> None:
    desk.post(PAGE, a_page(BIRTH))
    code = Dossier.objects.get().code
    assert desk.get(f"/dossiers/{code}/declaration/").status_code == 404
    assert "/declaration/" not in page_of(desk.get(f"/dossiers/{code}/"))


def test_pages_with_a_declaration_ask_few_questions_of_the_database(
    desk: Client, declared: Callable[[str], Any], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(SHOW_QUERIES):
        declared("declaration/")
    with django_assert_max_num_queries(OPENING_QUERIES):
        desk.post(PAGE, a_sending(real_answers(), do="look"))
