"""The session of an officer ends while he types: what he sends is held for him, for nobody else, and done
only once he sends it again."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.doors.held_posts import SESSION_KEY
from tests.support.clock import PLAIN_MORNING
from tests.support.people import people_of_today
from tests.web.sign_in.doors import code_now, give_code, sign_in, stands_before

pytestmark = [pytest.mark.django_db]
TYPED = {"do": "look", "owner-name": "Nguyễn Thị Ngọc Ánh", "papers": ["1", "2"], "note": "<b>x"}
AGAIN = "Gửi lại những gì vừa gõ"


@pytest.fixture
def clock() -> object:
    people_of_today()
    with time_machine.travel(PLAIN_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def page() -> str:
    return reverse("workspace:receive")


def text(response: HttpResponse) -> str:
    return response.content.decode()


def sent_too_late(client: Client, clock: time_machine.Traveller, page: str, **more: object) -> str:
    sign_in(client, "tiepnhan1")
    clock.shift(timedelta(minutes=16))
    answer = client.post(page, {**TYPED, **more})
    assert stands_before(answer) == "/account/login/"
    return answer.headers["Location"]


def test_what_was_sent_waits_until_its_officer_is_back_and_sends_it_himself(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    said = text(client.get(sent_too_late(client, clock, page)))
    assert "Những gì bạn vừa gửi được giữ trong 1 giờ" in said
    back = sign_in(client, "tiepnhan1", goal=page)
    assert back.headers["Location"] == page
    shown = text(client.get(page))
    assert AGAIN in shown
    assert 'name="owner-name" value="Nguyễn Thị Ngọc Ánh"' in shown
    assert shown.count('name="papers"') == 2
    assert "&lt;b&gt;x" in shown
    assert AGAIN in text(client.get(page))
    sent = client.post(page, TYPED)
    assert sent.status_code == 200
    assert "Nguyễn Thị Ngọc Ánh" in text(sent)
    assert SESSION_KEY not in client.session
    assert AGAIN not in text(client.get(page))


def test_another_officer_gets_nothing_of_it_and_it_is_gone(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    sent_too_late(client, clock, page)
    sign_in(client, "thuly1", goal=page)
    for address in (page, reverse("workspace:desk")):
        assert "Ngọc Ánh" not in text(client.get(address))
    assert SESSION_KEY not in client.session


def test_it_may_be_left(client: Client, clock: time_machine.Traveller, page: str) -> None:
    sent_too_late(client, clock, page)
    sign_in(client, "tiepnhan1", goal=page)
    left = client.get(f"{page}?held=drop")
    assert left.headers["Location"] == page
    assert AGAIN not in text(client.get(page))


def test_after_an_hour_it_is_kept_no_longer(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    sent_too_late(client, clock, page)
    clock.shift(timedelta(minutes=61))
    sign_in(client, "tiepnhan1", goal=page)
    assert AGAIN not in text(client.get(page))
    assert SESSION_KEY not in client.session


def test_what_another_window_sends_after_the_end_is_held_too(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    sign_in(client, "tiepnhan1")
    clock.shift(timedelta(minutes=16))
    client.get(reverse("workspace:desk"))
    client.post(page, TYPED)
    sign_in(client, "tiepnhan1", goal=page)
    assert AGAIN in text(client.get(page))


def test_nothing_is_held_for_a_stranger_nor_more_than_a_page_holds(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    client.post(page, TYPED)
    assert SESSION_KEY not in client.session
    sent_too_late(client, clock, page, note="x" * 1_000_001)
    assert SESSION_KEY not in client.session


def test_that_a_file_is_not_held_is_said(
    client: Client, clock: time_machine.Traveller, page: str
) -> None:
    file = SimpleUploadedFile("giay.pdf", b"%PDF-1.4")
    said = text(client.get(sent_too_late(client, clock, page, file=file)))
    assert "hãy chọn lại tệp ấy" in said
    assert "giay.pdf" not in str(client.session[SESSION_KEY])


def test_an_administrators_is_held_until_he_has_shown_his_second_factor(
    client: Client, clock: time_machine.Traveller
) -> None:
    page = reverse("workspace:begin-process")
    sign_in(client, "quantri")
    give_code(client, code_now())
    clock.shift(timedelta(minutes=6))
    client.post(page, TYPED)
    sign_in(client, "quantri", goal=page)
    assert stands_before(client.get(page)) == "/account/login/"
    back = give_code(client, code_now())
    assert back.headers["Location"] == page
    assert AGAIN in text(client.get(page))
