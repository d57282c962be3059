"""`./motcua till`: the acts of the counter typed at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from motcua.jobs.command_line.office import till
from motcua.kernel.clock import now
from motcua.payments.models import Receipt
from motcua.payments.proof import money_flaws
from tests.support.money import owing
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module

pytestmark = pytest.mark.django_db
EARLIER = timedelta(minutes=5)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def code(office: None, db: None) -> Iterator[str]:
    """A dossier that owes 4,000 đồng, received a moment ago."""
    yield owing(at=now() - EARLIER)
    assert list(money_flaws()) == []


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_collect_list_and_close(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    who = ["--officer", "tiepnhan1"]
    assert till.run(["collect", *who, code]) == 0
    assert told(capsys)[0]["total_vnd"] == 4_000
    assert till.run(["list", "--officer", "lanhdao"]) == 0
    assert [row["expected_vnd"] for row in told(capsys)] == [4_000]
    assert till.run(["close", *who, "--counted", "3000"]) == 1
    assert "−1.000" in capsys.readouterr().err
    assert till.run(["close", *who, "--counted", "3000", "--note", "Thối nhầm"]) == 0
    assert told(capsys)[0]["difference_vnd"] == -1_000
    assert till.run(["close", *who, "--counted", "3000"]) == 1


def test_the_same_key_collects_once(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["collect", "--officer", "tiepnhan1", code, "--amount", "1000", "--key", "one"]
    assert [till.run(line) for _time in range(2)] == [0, 0]
    assert [one["repeated"] for one in told(capsys)] == [False, True]
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize(
    "line",
    [
        ["collect", "--officer", "tiepnhan1", "H26.45-260610-9999"],
        ["collect", "--officer", "nobody", "{code}"],
        ["collect", "--officer", "lanhdao", "{code}"],
        ["collect", "--officer", "tiepnhan1", "{code}", "--amount", "4001"],
        ["collect", "--officer", "tiepnhan1", "{code}", "--amount", "-1"],
        ["close", "--officer", "tiepnhan1", "--counted", "0"],
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    code: str, capsys: pytest.CaptureFixture[str], line: list[str]
) -> None:
    assert till.run([word.format(code=code) for word in line]) == 1
    assert capsys.readouterr().err.startswith("✗")
    assert not Receipt.objects.exists()
