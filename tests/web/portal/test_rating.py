"""The rating door: one answer by an invitation, none by staff, nothing kept and nothing typed lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.audit.models import AccessLog
from motcua.kernel import clock
from motcua.portal import pacing
from motcua.surveys.models import FollowUp, SurveyAnswer
from motcua.surveys.rules.keys import in_groups
from motcua.surveys.shipped import SHORT, shipped_forms
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.rating import key_of, returned
from tests.web.conftest import BACKEND

QUESTIONS = [one.key for one in shipped_forms()[SHORT].questions]
pytestmark = pytest.mark.usefixtures("standing", "now")


@pytest.fixture
def key(standing: None, now: datetime) -> str:
    pacing.misses.forget_all()
    return key_of(returned())


def chosen(level: int = 3, **more: Any) -> dict[str, Any]:
    return {f"q-{one}": str(level) for one in QUESTIONS} | more


def test_somebody_rates_once_and_finds_nothing_of_it_afterwards(key: str) -> None:
    client = Client()
    asked = client.get("/danh-gia/", {"ma": in_groups(key).lower()})
    assert asked["Location"] == f"/danh-gia/{key}/"
    page = client.get(f"/danh-gia/{key}/")
    assert (page.status_code, page["Cache-Control"]) == (200, "no-store")
    assert page["Referrer-Policy"] == "same-origin", "else a browser sends Origin: null"
    assert "Nguyễn Thị Hồng Nhung" not in page.content.decode()
    sent = client.post(f"/danh-gia/{key}/", chosen())
    assert sent["Location"] == "/danh-gia/cam-on/"
    assert client.get("/danh-gia/cam-on/").status_code == 200
    for again in (client.get(f"/danh-gia/{key}/"), client.post(f"/danh-gia/{key}/", chosen(1))):
        assert again.status_code == 410
        assert "đã dùng một lần" in again.content.decode()
    assert SurveyAnswer.objects.get().is_satisfied


def test_what_is_missing_is_told_and_what_was_chosen_stays(key: str) -> None:
    faulty = chosen(1, comment="Hẹn lại ba lần <b>")
    del faulty["q-time"]
    page = Client().post(f"/danh-gia/{key}/", faulty)
    told = page.content.decode()
    assert page.status_code == 422
    assert told.count("checked") == len(QUESTIONS) - 1
    assert "Chưa chọn câu trả lời" in told
    assert "Hãy chọn ít nhất một lý do" in told
    assert "Hẹn lại ba lần &lt;b&gt;" in told
    assert not SurveyAnswer.objects.exists()
    sent = Client().post(f"/danh-gia/{key}/", chosen(1, reasons="late", contact="0912345678"))
    assert sent.status_code == 302
    assert FollowUp.objects.get().contact == "0912345678"


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "quantri"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_browser_of_the_staff_is_refused_and_it_is_noted(
    key: str, username: str, method: str
) -> None:
    client = Client()
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    answer = getattr(client, method)(f"/danh-gia/{key}/", chosen())
    assert answer.status_code == 403
    assert "không đánh giá thay" in answer.content.decode()
    assert AccessLog.objects.filter(
        outcome="DENIED", detail__contains="survey-staff-may-not-rate"
    ).exists()
    assert not SurveyAnswer.objects.exists()


def test_a_citizen_who_is_signed_in_rates_like_everybody(key: str) -> None:
    client = citizens_browser(a_citizen())
    assert client.post(f"/danh-gia/{key}/", chosen()).status_code == 302


@pytest.mark.parametrize(
    ("address", "hours", "signs"),
    [
        ("203.0.113.7", 1, '["OFFICE_ADDRESS"]'),
        ("203.0.113.7", 3, "[]"),
        ("203.0.113.8", 1, "[]"),
        ("127.0.0.1", 1, "[]"),
    ],
)
def test_an_answer_from_where_staff_has_just_worked_is_counted_apart(
    key: str, now: datetime, address: str, hours: int, signs: str
) -> None:
    at = now - timedelta(hours=hours)
    where = "127.0.0.1" if address == "127.0.0.1" else "203.0.113.7"
    AccessLog.objects.create(
        at=at, user_id=1, agency_id=1, actor="{}", act="x", outcome="ALLOWED", address=where
    )
    Client(REMOTE_ADDR=address).post(f"/danh-gia/{key}/", chosen())
    assert SurveyAnswer.objects.get().signs == signs


def test_codes_are_not_to_be_guessed(key: str) -> None:
    client = Client()
    answers = [client.get(f"/danh-gia/{n:012d}/").status_code for n in range(61)]
    assert answers == [404] * 60 + [429]
    pacing.misses.forget_all()


def test_a_code_that_is_none_is_told_at_its_box(key: str) -> None:
    page = Client().get("/danh-gia/", {"ma": "7K3M"})
    assert "Mã chưa đúng" in page.content.decode()
    assert 'value="7K3M"' in page.content.decode()


def test_a_time_that_is_over_is_told(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    late = clock.now() + timedelta(days=31)
    monkeypatch.setattr(clock, "now", lambda: late)
    page = Client().get(f"/danh-gia/{key}/")
    assert page.status_code == 410
    assert "hết hạn" in page.content.decode()


def test_the_page_is_in_english_too(key: str) -> None:
    client = Client()
    client.cookies["motcua-language"] = "en"
    page = client.get(f"/danh-gia/{key}/")
    assert "On the whole, are you satisfied" in page.content.decode()
