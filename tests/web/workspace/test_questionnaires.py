"""The administrator's pages of questionnaires: a new one from a day on, read before it is set, nothing typed lost."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import ManyProblems
from motcua.surveys.models import Questionnaire
from motcua.surveys.queries.forms import form_in_force
from motcua.surveys.rules.forms import document_of, read_form
from motcua.surveys.shipped import shipped_forms
from motcua.surveys.vocabulary import Occasion
from motcua.workspace.surveys.typed_form import document_from, typed_from, typed_of
from tests.support.offices import agency_id
from tests.web.conftest import BACKEND

HERE = "/satisfaction/questionnaires/"
NEW = f"{HERE}new/RETURN/"
BOX = re.compile(r'<input[^>]*name="([^"]+)"[^>]*?value="([^"]*)"')
pytestmark = pytest.mark.usefixtures("standing", "now")


@pytest.fixture
def keeper(standing: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="quantri"), backend=BACKEND)
    return client


def sent_of(typed: dict[str, Any], **more: str) -> dict[str, str]:
    """As a browser sends what stands in the boxes."""
    sent = {name: value for name, value in typed.items() if isinstance(value, str)}
    for part in ("levels", "questions", "reasons"):
        for number, row in enumerate(typed[part], start=1):
            sent |= {f"{part}-{number}-{name}": value for name, value in row.items()}
    return sent | more


def tomorrow(now: datetime) -> str:
    return short_day(local_day(now) + timedelta(days=1))


@pytest.mark.parametrize("key", sorted(shipped_forms()))
def test_what_stands_in_the_boxes_is_the_questionnaire_again(key: str) -> None:
    document = document_of(shipped_forms()[key])
    again = document_from(typed_from(sent_of(typed_of(document))))
    assert document_of(read_form(again)) == document


def test_a_question_is_added_another_taken_out_and_it_holds_from_its_day(
    keeper: Client, now: datetime
) -> None:
    page = unescape(keeper.get(NEW).content.decode())
    boxes = dict(BOX.findall(page))
    assert boxes["questions-1-vi"].startswith("Nói chung")
    sent = sent_of(typed_of(document_of(shipped_forms()["short"])), valid_from=tomorrow(now))
    sent |= {"questions-2-vi": "", "questions-2-en": ""}
    sent |= {"questions-5-vi": "Lối đi", "questions-5-en": "Way in", "questions-5-weight": "4"}
    looked = keeper.post(NEW, sent | {"do": "check"})
    told = unescape(looked.content.decode())
    assert "Người dân sẽ thấy" in told
    assert "50,0%" in told, "a weight of 4 of 8"
    assert not Questionnaire.objects.exists()
    assert keeper.post(NEW, sent | {"do": "set"})["Location"] == HERE
    form = form_in_force(agency_id(), Occasion.RETURN, local_day(now) + timedelta(days=1))
    assert form is not None
    assert [one.words.en for one in form.questions][-1] == "Way in"
    assert [one.key for one in form.questions] == ["overall", "attitude", "lawful", "q1"]
    # Who was invited before is asked, and counted, by the one of that day.
    before = form_in_force(agency_id(), Occasion.RETURN, local_day(now))
    assert before is not None
    assert before.key == "short"
    row = Questionnaire.objects.get()
    listed = keeper.get(HERE).content.decode()
    assert "Sắp áp dụng" in listed
    assert "Lối đi" in keeper.get(f"{HERE}{row.pk}/").content.decode()


def test_every_fault_is_told_at_its_box_and_nothing_typed_is_lost(
    keeper: Client, now: datetime
) -> None:
    sent = sent_of(typed_of(document_of(shipped_forms()["short"])), valid_from="32/13/2026")
    sent |= {"questions-1-weight": "nhiều", "questions-2-en": "", "levels-1-points": "70"}
    page = keeper.post(NEW, sent | {"do": "set", "name_vi": "Bộ của <b>tôi</b>"})
    told = unescape(page.content.decode())
    assert page.status_code == 422
    for words in (
        "Câu 1, trọng số: phải là số trong khoảng 1–10.",
        "Câu 2: thiếu lời tiếng Anh",
        "Thang đo: mức cao hơn phải có điểm cao hơn",
        "Ngày không đúng",
    ):
        assert words in told
    assert 'href="#id_questions-1-weight"' in told
    assert 'id="id_questions-1-weight"' in told
    assert 'value="nhiều"' in told
    assert "Bộ của &lt;b&gt;tôi&lt;/b&gt;" in page.content.decode()
    assert not Questionnaire.objects.exists()


def test_from_today_is_too_early_and_nothing_may_be_asked(keeper: Client, now: datetime) -> None:
    sent = sent_of(typed_of(document_of(shipped_forms()["short"])))
    today = keeper.post(NEW, sent | {"do": "set", "valid_from": short_day(local_day(now))})
    assert today.status_code == 422
    assert "sớm nhất từ ngày mai" in today.content.decode()
    assert keeper.post(NEW, {"do": "nothing", "valid_from": tomorrow(now)}).status_code == 302
    day = local_day(now) + timedelta(days=1)
    assert form_in_force(agency_id(), Occasion.RETURN, day) is None
    assert "Không hỏi" in keeper.get(HERE).content.decode()


def test_an_unknown_questionnaire_or_occasion_is_not_found(keeper: Client) -> None:
    for path in (f"{HERE}none/", f"{HERE}999/", f"{HERE}new/NEVER/", f"{NEW}?from=none"):
        assert keeper.get(path).status_code == 404


@pytest.mark.parametrize(
    ("points", "content"),
    [((100, 75, 10), True), ((90, 50, 0), True), ((0, 75, 100), True), ((100, 75, 0), False)],
)
def test_a_scale_is_whole(points: tuple[int, ...], content: bool) -> None:
    document = document_of(shipped_forms()["short"])
    for level, number in zip(document["levels"], points, strict=True):
        level["points"] = number
        level["is_satisfied"] = content and not level["is_bad"]
    with pytest.raises(ManyProblems):
        read_form(document)
