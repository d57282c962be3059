"""`./motcua notices`: what citizens are told, typed at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.jobs.command_line.office import notices
from motcua.jobs.simulator.running import Simulator
from motcua.kernel.clock import now
from motcua.ledger.caching import forget_all
from motcua.notices.models import AddressWish, Notice
from tests.support.reception import a_ground, a_reception, receive
from tests.support.telling import MOTHER, SECRET
from tests.support.working_office import kept_for_a_module

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def simulator(office: None, db: None, settings: Any) -> Iterator[Simulator]:
    """The carriers of this office, named in its settings."""
    forget_all()
    with Simulator(secret=SECRET, seconds_to_arrive=0) as running:
        settings.NOTICE_SMTP = running.smtp
        settings.NOTICE_MAIL_FROM = "mot-cua@example.vn"
        settings.NOTICE_SMS_GATEWAY = running.gateway("sms")
        settings.NOTICE_SMS_SECRET = SECRET
        yield running
    forget_all()


@pytest.fixture
def code(simulator: Simulator) -> str:
    at = now()
    return receive(a_reception(parties=(MOTHER,), at=at), at=at).code


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def make_everything_due() -> None:
    """Whatever hour it is where the test runs."""
    Notice.objects.filter(state="WAITING").update(send_after=now())


def test_one_round_queues_and_sends(
    code: str, simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    assert notices.run(["once"]) == 0
    make_everything_due()
    assert notices.run(["once"]) == 0
    assert {one.carrier for one in simulator.mailroom.messages()} == {"EMAIL", "SMS"}
    assert f"/ho-so/{code}" in simulator.mailroom.messages("SMS")[0].text
    capsys.readouterr()
    assert notices.run(["list", "--dossier", code]) == 0
    rows = told(capsys)
    assert [row["dossier_code"] for row in rows] == [code, code]
    assert {row["address"] for row in rows} == {"+84•••678", "h•••@example.vn"}


def test_without_a_word_it_says_how_things_stand(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    notices.run(["once"])
    capsys.readouterr()
    assert notices.run([]) == 0
    said = capsys.readouterr().out
    assert "EMAIL, SMS" in said


def test_a_failed_one_is_tried_again_by_its_number(
    code: str, simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator.mailroom.faults.extend([400, 550])
    notices.run(["once"])
    make_everything_due()
    notices.run(["once"])
    capsys.readouterr()
    assert notices.run(["list", "--state", "FAILED"]) == 0
    failed = told(capsys)
    assert len(failed) == 2
    assert notices.run(["retry", str(failed[0]["delivery_id"])]) == 0
    assert notices.run(["retry", str(failed[0]["delivery_id"])]) == 1
    assert "không gửi lại" in capsys.readouterr().err
    assert notices.run(["retry", "all"]) == 0
    notices.run(["once"])
    assert set(Notice.objects.values_list("state", flat=True)) <= {"SENT", "DELIVERED"}


def test_a_table_shows_the_same(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    notices.run(["once"])
    capsys.readouterr()
    assert notices.run(["list", "--table", "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert code in lines[1]


def test_a_wish_is_kept(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert notices.run(["wish", "0912345678", "no"]) == 0
    assert notices.run(["wish", "hong.nhung@example.vn", "daily", "--language", "en"]) == 0
    wishes = AddressWish.objects.order_by("is_wanted").values_list("is_wanted", "in_digest")
    assert list(wishes) == [(False, False), (True, True)]
    assert notices.run(["wish", "abc", "no"]) == 1
    assert "số di động Việt Nam" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["retry"], ["retry", "x"], ["wish", "a"], ["nothing"]])
def test_what_is_typed_wrong_is_said(typed: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        notices.run(typed)
    assert ended.value.code == 2
