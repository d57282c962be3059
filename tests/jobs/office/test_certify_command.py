"""`./motcua certify`: the same acts as the pages, told in JSON."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from motcua.certifications.models import Certification
from motcua.jobs.command_line.office.counter import answering, certify
from tests.support.certifying import certifying_office
from tests.support.clock import PLAIN_MORNING

pytestmark = pytest.mark.django_db
ENTER = ["enter", "--officer", "tiepnhan1", "--name", "Trần An", "--document", "ks:2:3"]


@pytest.fixture(autouse=True)
def _office(monkeypatch: pytest.MonkeyPatch) -> None:
    certifying_office()
    now: datetime = PLAIN_MORNING
    monkeypatch.setattr(answering, "now", lambda: now)


def test_documents_are_entered_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert certify.run([*ENTER, "--document", "Học bạ"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["numbers"], told["fee_vnd"]) == ([1, 2], 14_000)
    assert Certification.objects.get(number=1).document_name == "Giấy khai sinh"


def test_the_same_key_enters_once(capsys: pytest.CaptureFixture[str]) -> None:
    for _again in range(2):
        assert certify.run([*ENTER, "--key", "k1"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["numbers"] == second["numbers"] == [1]
    assert second["repeated"]


def test_a_register_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    certify.run(ENTER)
    capsys.readouterr()
    assert certify.run(["list", "--officer", "vanthu", "--year", "2026"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["number"], told["copies"]) == (1, 3)


def test_a_refusal_is_told_and_ends_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert certify.run([*ENTER[:-1], "ks:0"]) == 1
    assert "nhập số từ 1 đến 999" in capsys.readouterr().err
    assert certify.run(["close", "--officer", "vanthu", "--year", "2025"]) == 1
    assert "chưa vào số nào" in capsys.readouterr().err
