"""The officer's, the administrator's and the leader's pages of rating, and the screen at the counter."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from motcua.portal import pacing
from motcua.surveys.models import FollowUp, SurveyAnswer
from motcua.surveys.shipped import SHORT, shipped_forms
from tests.support.rating import a_bad_answer, returned
from tests.web.conftest import BACKEND

SCREEN = "/danh-gia/quay/"
CHOSEN = {f"q-{one.key}": "3" for one in shipped_forms()[SHORT].questions}
pytestmark = pytest.mark.usefixtures("standing", "now")


def browser(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    return client


def code_of_returned() -> str:
    return str(Dossier.objects.get(pk=returned()).code)


@pytest.fixture
def screen(standing: None, now: datetime) -> Client:
    """A tablet that was paired by the administrator's code."""
    pacing.misses.forget_all()
    page = browser("quantri").post("/satisfaction/devices/", {"name": "Quầy số 1"})
    pairing = re.search(r"Mã ghép: (\d{4} \d{4})", page.content.decode())
    assert pairing is not None
    tablet = Client()
    assert "Ghép màn hình này" in tablet.get(SCREEN).content.decode()
    assert tablet.post(SCREEN, {"do": "pair", "pairing": "12"}).status_code == 422
    assert tablet.post(SCREEN, {"do": "pair", "pairing": pairing[1]}).status_code == 302
    return tablet


def test_a_turn_at_the_counter_from_the_officer_to_the_next_person(screen: Client) -> None:
    officer, code = browser("tiepnhan1"), code_of_returned()
    assert "Khi cán bộ mời" in screen.get(SCREEN).content.decode()
    page = officer.get(f"/dossiers/{code}/rating/").content.decode()
    device = re.search(r'name="screen" value="(\d+)"', page)
    assert device is not None
    assert officer.post(f"/dossiers/{code}/rating/", {"screen": device[1]}).status_code == 302
    shown = screen.get(SCREEN)
    told = shown.content.decode()
    assert "Nói chung, bạn có hài lòng" in told
    assert code not in told
    assert "Nguyễn Thị Hồng Nhung" not in told
    assert shown["Cache-Control"] == "no-store"
    # The page goes away by itself, but for whoever asks for more time; what was chosen stays.
    assert shown["Refresh"] == f"181; url={SCREEN}"
    assert "http-equiv" not in told
    turn = re.search(r'name="turn" value="(\w+)"', told)
    assert turn is not None
    more = screen.post(SCREEN, {"do": "more", "turn": turn[1], **CHOSEN})
    assert "checked" in more.content.decode()
    assert more["Refresh"] == f"181; url={SCREEN}"
    faulty = screen.post(SCREEN, {"do": "answer", "turn": turn[1]})
    assert faulty.status_code == 422
    sent = screen.post(SCREEN, {"do": "answer", "turn": turn[1], **CHOSEN})
    assert sent["Location"] == f"{SCREEN}?xong=1"
    assert "Cảm ơn bạn" in screen.get(sent["Location"]).content.decode()
    after = screen.get(SCREEN).content.decode()
    assert "Khi cán bộ mời" in after
    assert "checked" not in after
    again = screen.post(SCREEN, {"do": "answer", "turn": turn[1], **CHOSEN})
    assert "Đã hết lượt" in again.content.decode()
    assert SurveyAnswer.objects.count() == 1


def test_the_questions_go_away_by_themselves(
    screen: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_of_returned()
    browser("tiepnhan1").post(f"/dossiers/{code}/rating/", {"screen": "1"})
    later = clock.now() + timedelta(minutes=4)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Khi cán bộ mời" in screen.get(SCREEN).content.decode()


def test_an_officer_makes_a_code_that_opens_the_questions() -> None:
    code, officer = code_of_returned(), browser("tiepnhan1")
    page = officer.post(f"/dossiers/{code}/rating/", {"do": "code"})
    key = re.search(r"\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b", page.content.decode())
    assert key is not None
    assert page["Cache-Control"] == "no-store"
    opened = Client().get("/danh-gia/", {"ma": key[1]}, follow=True)
    assert "Nói chung, bạn có hài lòng" in opened.content.decode()
    # Shown once: the page does not know it any more.
    assert key[1] not in officer.get(f"/dossiers/{code}/rating/").content.decode()


def test_the_counter_does_not_learn_whether_somebody_has_answered() -> None:
    code, officer = code_of_returned(), browser("tiepnhan1")
    before = officer.get(f"/dossiers/{code}/rating/").content
    page = officer.post(f"/dossiers/{code}/rating/", {"do": "code"}).content.decode()
    key = re.search(r"\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b", page)
    assert key is not None
    Client().post(f"/danh-gia/{key[1].replace('-', '')}/", CHOSEN)
    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
    after = officer.get(f"/dossiers/{code}/rating/").content
    assert token.sub(b"", before) == token.sub(b"", after)
    again = officer.post(f"/dossiers/{code}/rating/", {"do": "code"}).content.decode()
    assert "Đưa mã này cho người dân" in again


def test_the_leader_closes_a_bad_answer_and_nothing_typed_is_lost() -> None:
    number, leader = a_bad_answer(), browser("lanhdao")
    listed = leader.get("/follow-ups/").content.decode()
    assert "Trễ hẹn" in listed
    page = f"/follow-ups/{number}/"
    assert "Hẹn lại ba lần" in leader.get(page).content.decode()
    long = leader.post(page, {"do": "close", "outcome": "y" * 1001})
    assert long.status_code == 422
    assert "y" * 1001 in long.content.decode()
    assert leader.post(page, {"do": "close", "outcome": "Đã gọi lại"}).status_code == 302
    assert FollowUp.objects.get(pk=number).outcome == "Đã gọi lại"
    assert "Đã gọi lại" in leader.get(page).content.decode()
    assert browser("tiepnhan1").get(page).status_code == 404


def test_a_screen_without_a_name_is_refused_and_one_is_retired(screen: Client) -> None:
    keeper = browser("quantri")
    assert keeper.post("/satisfaction/devices/", {"name": " "}).status_code == 422
    page = keeper.get("/satisfaction/devices/").content.decode()
    number = re.search(r'name="retire" value="(\d+)"', page)
    assert number is not None
    keeper.post("/satisfaction/devices/", {"retire": number[1]})
    assert "Đã thôi dùng" in keeper.get("/satisfaction/devices/").content.decode()
    assert "Ghép màn hình này" in screen.get(SCREEN).content.decode()
