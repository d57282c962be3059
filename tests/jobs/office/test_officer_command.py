"""The first officers of an office come from the command line, and so does the way back in."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from motcua.accounts.models import ApiToken, Officer, User
from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.jobs.command_line.office import token
from motcua.jobs.command_line.office.officer import run
from motcua.kernel import clock
from motcua.kernel.actor import Door, Role
from tests.support.fresh import fresh_answers  # noqa: F401
from tests.support.offices import agency_id, load_today

pytestmark = pytest.mark.django_db
ADD = ["add", "--agency", "xa-gia-lam", "--name", "Phạm Thị Thử", "--username", "thu.pt"]
RECEPTION = [*ADD, "--role", "RECEPTION", "--title", "Công chức tiếp nhận dự bị"]


def first_password(output: str) -> str:
    return output.strip().splitlines()[-1]


def test_an_officer_can_work_in_the_position_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    load_today()
    assert run(RECEPTION) == 0
    actor = actor_for_user(user_id_called("thu.pt"), clock.now(), Door.PAGE)
    assert (actor.agency_id, actor.roles) == (agency_id(), frozenset({Role.RECEPTION}))


def test_the_printed_password_opens_and_must_be_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    load_today()
    run(RECEPTION)
    password = first_password(capsys.readouterr().out)
    request = RequestFactory().post("/")
    assert authenticate(request, username="thu.pt", password=password) is not None
    assert User.objects.get(username="thu.pt").must_change_password


def test_a_second_officer_of_the_same_name_is_refused_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    load_today()
    run(RECEPTION)
    assert run(RECEPTION) == 1
    assert "thu.pt" in capsys.readouterr().err


def test_an_unknown_agency_is_refused() -> None:
    assert run(["add", "--agency", "khong-co", *RECEPTION[3:]]) == 1


def test_a_reset_gives_another_password(capsys: pytest.CaptureFixture[str]) -> None:
    load_today()
    run(RECEPTION)
    before = first_password(capsys.readouterr().out)
    assert run(["reset-password", "--username", "thu.pt"]) == 0
    assert first_password(capsys.readouterr().out) != before


def test_an_account_is_closed_reopened_and_its_officer_renamed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    load_today()
    run(RECEPTION)
    named = ["--username", "thu.pt"]
    assert run(["close", *named, "--reason", "LEFT"]) == 0
    assert not User.objects.get(username="thu.pt").is_active
    assert run(["close", *named, "--reason", "LEFT"]) == 1
    assert run(["reopen", *named]) == 0
    password = first_password(capsys.readouterr().out)
    assert User.objects.get(username="thu.pt", is_active=True).check_password(password)
    assert run(["rename", *named, "--name", "Phạm Thị Thử Nghiệm"]) == 0
    assert Officer.objects.get(user__username="thu.pt").full_name == "Phạm Thị Thử Nghiệm"
    assert [run([act, *named]) for act in ("end-sessions", "reset-second-factor", "unlock")] == [
        0,
        0,
        0,
    ]


@pytest.mark.parametrize("act", [["reopen"], ["rename", "--name", "Ai đó"], ["end-sessions"]])
def test_an_account_that_is_not_there_is_told(
    act: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*act, "--username", "khong-co"]) == 1
    assert "khong-co" in capsys.readouterr().err


def test_a_token_is_listed_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    load_today()
    run(RECEPTION)
    named = ["--officer", "thu.pt"]
    assert token.run([*named, "--name", "Máy lấy số"]) == 0
    text = first_password(capsys.readouterr().out)
    assert token.run([*named, "--list"]) == 0
    listed = capsys.readouterr().out
    assert "Máy lấy số" in listed
    assert text not in listed
    number = str(ApiToken.objects.get().pk)
    assert token.run([*named, "--revoke", number]) == 0
    assert ApiToken.objects.get().revoked_at is not None
    assert [token.run([*named, "--revoke", one]) for one in (number, "999")] == [1, 1]
