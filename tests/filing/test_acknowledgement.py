"""What was sent online is acknowledged on paper at once: code, when, what, by when it is answered, and a code for
cameras that leads to where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from motcua.audit.models import AccessLog
from motcua.citizens.commands.opening import Opened
from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act
from motcua.papers.rendering import page_count
from tests.journeys.papers import codes_of, text_of
from tests.support.acts import do
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send
from tests.support.reception import BIRTH


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def owner() -> Opened:
    return a_citizen()


@pytest.fixture
def token(owner: Opened) -> str:
    return complete(citizen_actor(owner))


@pytest.fixture
def code(owner: Opened, token: str) -> str:
    return send(citizen_actor(owner), token).code


@pytest.fixture
def browser(owner: Opened) -> Client:
    return citizens_browser(owner)


def paper_of(browser: Client, code: str) -> bytes:
    answer = browser.get(reverse("portal:my-acknowledgement", kwargs={"code": code}))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return bytes(answer.content)


def test_it_says_what_was_sent_when_and_by_when_it_is_answered(browser: Client, code: str) -> None:
    pdf = paper_of(browser, code)
    text = " ".join(text_of(pdf).split())
    assert page_count(pdf) == 1
    for words in (
        "GIẤY XÁC NHẬN ĐÃ GỬI HỒ SƠ TRỰC TUYẾN",
        code,
        BIRTH,
        "Hoàng Thị Lan",
        "09 giờ 00 phút, ngày 10 tháng 6 năm 2026",
        "09 giờ 00 phút, ngày 11 tháng 6 năm 2026",
        "Tờ khai điện tử: đã gửi bản điện tử",
        "8 giờ làm việc",
    ):
        assert words in text
    (address,) = codes_of(pdf)
    assert address.endswith(f"/ho-so/{code}")


def test_both_the_receipt_and_the_page_of_the_dossier_lead_to_it(
    browser: Client, code: str, token: str
) -> None:
    there = reverse("portal:my-acknowledgement", kwargs={"code": code})
    sent = reverse("portal:sent", kwargs={"code": BIRTH, "token": token})
    page = reverse("portal:my-dossier", kwargs={"code": code})
    for shown in (browser.get(sent), browser.get(page)):
        assert f'href="{there}"' in shown.content.decode()


def test_it_stays_the_same_whatever_comes_of_the_dossier(browser: Client, code: str) -> None:
    before = paper_of(browser, code)
    item = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại")
    do(code, Act.ASK_TO_COMPLETE, inputs.AskToComplete(items=(item,), reason="Mờ"))
    assert paper_of(browser, code) == before


def test_nobody_else_gets_it_and_taking_it_is_noted(browser: Client, code: str) -> None:
    other = citizens_browser(a_citizen("0987000111"))
    there = reverse("portal:my-acknowledgement", kwargs={"code": code})
    assert other.get(there).status_code == 404
    paper_of(browser, code)
    assert AccessLog.objects.filter(act="paper.printed").count() == 1
