"""Signing in: passwords, the lock after five wrong ones, the second factor."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from motcua.accounts.commands.accounts import reset_second_factor, unlock_account
from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.accounts.models import User, UserSession
from motcua.audit.models import AccessLog
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP
from tests.support.people import PASSWORD, acting, people_of_today, user_called
from tests.web.sign_in.doors import (
    LOGIN,
    OPEN_PAGE,
    code_now,
    desk,
    give_code,
    sign_in,
    stands_before,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("at_work"),
]


@pytest.fixture
def at_work() -> object:
    people_of_today()
    with time_machine.travel(PLAIN_MORNING, tick=False) as clock:
        yield clock


def acts() -> list[str]:
    return list(AccessLog.objects.order_by("id").values_list("act", flat=True))


def test_the_right_password_opens_the_desk(client: Client) -> None:
    response = sign_in(client, "tiepnhan1")
    assert stands_before(response) == desk()
    assert client.get(desk()).status_code == 200
    assert acts()[0] == "sign-in.succeeded"


@pytest.mark.parametrize(
    "username", [one.username for one in SAMPLE_OFFICERS if one.username != "quantri"]
)
def test_everybody_lands_on_a_page_he_may_open(client: Client, username: str) -> None:
    landed = client.get(sign_in(client, username).headers["Location"])
    assert landed.status_code == 200


@pytest.mark.parametrize("username", ["thuly1", "truongphong", "lanhdao", "vanthu"])
def test_whose_menu_begins_with_his_work_lands_on_it(client: Client, username: str) -> None:
    assert stands_before(sign_in(client, username)) == reverse("workspace:work")


def test_one_is_taken_back_to_where_one_wanted_to_go(client: Client) -> None:
    wanted = reverse("workspace:procedures")
    sent = client.get(wanted)
    assert stands_before(sent) == LOGIN
    assert f"next={wanted}".replace("/", "%2F") in sent.headers["Location"]
    assert stands_before(sign_in(client, "tiepnhan1", goal=wanted)) == wanted


def test_nobody_is_sent_to_a_foreign_site(client: Client) -> None:
    response = sign_in(client, "tiepnhan1", goal="https://example.org/")
    assert stands_before(response) == desk()


@pytest.mark.parametrize("username", ["tiepnhan1", "khongcoai"])
def test_a_known_and_an_unknown_name_look_alike_when_wrong(client: Client, username: str) -> None:
    response = sign_in(client, username, "sai-mat-khau")
    assert response.status_code == 200
    assert acts() == ["sign-in.failed"]
    note = AccessLog.objects.get()
    assert (note.outcome, note.detail) == ("DENIED", f'{{"username":"{username}"}}')
    assert "sai-mat-khau" not in note.detail


def test_five_wrong_passwords_lock_the_account_for_twelve_hours(
    client: Client, at_work: time_machine.Traveller
) -> None:
    answers = [sign_in(client, "tiepnhan1", "sai").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert sign_in(client, "tiepnhan1").status_code == 429
    assert acts()[-2:] == ["sign-in.failed", "sign-in.locked"]
    assert User.objects.get(username="tiepnhan1").last_login is None
    at_work.shift(timedelta(hours=12, minutes=1))
    assert stands_before(sign_in(client, "tiepnhan1")) == desk()


def test_the_lock_holds_from_every_browser_and_however_the_name_is_spelled() -> None:
    for name in ("tiepnhan1", "TiepNhan1", "TIEPNHAN1", " tiepnhan1", "tiepnhaN1"):
        sign_in(Client(HTTP_USER_AGENT=name), name, "sai")
    assert sign_in(Client(), "tiepnhan1").status_code == 429


def test_one_locked_account_locks_no_other(client: Client) -> None:
    for _ in range(5):
        sign_in(client, "tiepnhan1", "sai")
    assert stands_before(sign_in(Client(), "tiepnhan2")) == desk()


def test_an_administrator_lifts_the_lock_before_its_time(client: Client) -> None:
    for _ in range(5):
        sign_in(client, "tiepnhan1", "sai")
    unlock_account(actor=acting("quantri"), at=PLAIN_MORNING, user_id=user_called("tiepnhan1").pk)
    assert stands_before(sign_in(client, "tiepnhan1")) == desk()


def test_the_page_of_the_lock_says_so_in_words(client: Client) -> None:
    for _ in range(5):
        response = sign_in(client, "tiepnhan1", "sai")
    assert "Tài khoản tạm khóa" in response.content.decode()


def test_a_closed_account_does_not_sign_in(client: Client) -> None:
    User.objects.filter(username="tiepnhan1").update(is_active=False)
    response = sign_in(client, "tiepnhan1")
    assert stands_before(response) != desk()
    assert UserSession.objects.count() == 0


def test_an_administrator_is_asked_for_the_second_factor(client: Client) -> None:
    assert stands_before(sign_in(client, "quantri")) == reverse("mfa_authenticate")
    assert stands_before(client.get(desk())) == LOGIN
    assert stands_before(give_code(client, code_now())) == reverse("workspace:officers")
    assert client.get(reverse("workspace:officers")).status_code == 200


def test_a_code_opens_once_whichever_process_is_asked(client: Client) -> None:
    """What a server process keeps in its own memory is another one's blank page."""
    other = Client()
    for browser in (client, other):
        sign_in(browser, "quantri")
    assert give_code(client, code_now()).status_code == 302
    cache.clear()
    assert give_code(other, code_now()).status_code == 200
    assert stands_before(other.get(desk())) == LOGIN
    assert acts()[-1] == "sign-in.second-factor-failed"


def test_five_wrong_codes_lock_the_account(client: Client) -> None:
    sign_in(client, "quantri")
    answers = [give_code(client, "000000").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert give_code(client, code_now()).status_code == 429
    assert sign_in(Client(), "quantri").status_code == 429
    assert "sign-in.second-factor-failed" in acts()


def test_an_administrator_without_second_factor_must_set_it_up_first(client: Client) -> None:
    reset_second_factor(actor=SETUP, at=PLAIN_MORNING, user_id=user_called("quantri").pk)
    User.objects.update(must_change_password=False)
    sign_in(client, "quantri")
    activate = reverse("mfa_activate_totp")
    assert stands_before(client.get(desk())) == activate
    assert client.get(OPEN_PAGE).wsgi_request.actor.roles == frozenset()
    again = client.get(activate).headers["Location"]
    client.post(again, {"password": PASSWORD})
    assert client.get(activate).status_code == 200
    client.post(activate, {"code": code_now(client.session["mfa.totp.secret"])})
    assert client.get(desk()).status_code == 404
    assert client.get(reverse("workspace:officers")).status_code == 200


def test_a_first_password_must_be_changed_before_anything_else(client: Client) -> None:
    User.objects.filter(username="tiepnhan1").update(must_change_password=True)
    sign_in(client, "tiepnhan1")
    change = reverse("account_change_password")
    assert stands_before(client.get(desk())) == change
    new = "Mot-Cua-Moi-2026"
    values = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    refused = client.post(change, {**values, "password1": "ngan", "password2": "ngan"})
    assert "ít nhất 14 ký tự" in refused.content.decode()
    assert stands_before(client.post(change, values)) == desk()
    assert client.get(desk()).status_code == 200
    assert user_called("tiepnhan1").check_password("Mot-Cua-Moi-2026")


def test_an_administrators_old_password_must_be_changed(client: Client) -> None:
    User.objects.update(password_changed_at=PLAIN_MORNING - timedelta(days=61))
    sign_in(client, "quantri")
    give_code(client, code_now())
    assert stands_before(client.get(desk())) == reverse("account_change_password")


def test_nobody_signs_up_and_nothing_is_mailed(client: Client) -> None:
    client.post(reverse("account_signup"), {"username": "kegian", "password1": PASSWORD})
    client.post(reverse("account_reset_password"), {"email": "ai@example.org"})
    assert not User.objects.filter(username="kegian").exists()
    assert mail.outbox == []


def test_nobody_switches_off_his_second_factor(client: Client) -> None:
    sign_in(client, "quantri")
    give_code(client, code_now())
    client.post(reverse("mfa_deactivate_totp"))
    assert stands_before(sign_in(Client(), "quantri")) == reverse("mfa_authenticate")


def test_signing_out_ends_the_session_and_is_noted(client: Client) -> None:
    sign_in(client, "tiepnhan1")
    client.post(reverse("account_logout"))
    assert stands_before(client.get(desk())) == LOGIN
    assert UserSession.objects.count() == 0
    assert acts()[-1] == "sign-out"
