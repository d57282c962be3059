"""Several officers take money at the same moment: no number twice, none left out, no đồng twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.jobs.processes import die_with_parent
from motcua.ledger.verification import verify
from motcua.payments.models import Receipt, ReceiptBook, Till
from motcua.payments.proof import money_flaws
from tests.support.checkout import ROOT
from tests.support.desks import address_of_test_database
from tests.support.money import owing
from tests.support.reception import a_ground

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
OFFICERS, EACH = ("tiepnhan1", "tiepnhan2", "tiepnhan3"), 6


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    a_ground()
    yield
    assert list(money_flaws()) == []
    assert list(verify()) == []


def _counter(order: dict[str, Any]) -> subprocess.Popen[str]:
    place = {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.collecting_process", json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | place,
        preexec_fn=die_with_parent(signal.SIGKILL),
    )


def all_at_once(*orders: dict[str, Any]) -> list[dict[str, Any]]:
    """What all of them tell, begun at the same moment."""
    counters = [_counter(order) for order in orders]
    for counter in counters:
        assert counter.stdout is not None
        assert json.loads(counter.stdout.readline()) == {"ready": True}
    told = []
    for counter in counters:
        assert counter.stdin is not None
        counter.stdin.write("\n")
        counter.stdin.flush()
    for counter in counters:
        said, _nothing = counter.communicate()
        assert counter.returncode == 0
        told += [json.loads(line) for line in said.splitlines()]
    return told


def test_receipts_taken_at_once_are_numbered_without_a_gap() -> None:
    orders = [
        {"officer": officer, "dossiers": [owing() for _number in range(EACH)]}
        for officer in OFFICERS
    ]
    told = all_at_once(*orders)
    count = len(OFFICERS) * EACH
    assert sorted(said["number"] for said in told) == list(range(1, count + 1))
    assert ReceiptBook.objects.get().last == count
    assert Till.objects.count() == len(OFFICERS)


def test_one_debt_is_paid_once_whoever_takes_it() -> None:
    code = owing()
    told = all_at_once(*({"officer": officer, "dossiers": [code]} for officer in OFFICERS))
    refused = [said["refused"] for said in told if "refused" in said]
    assert refused == ["already-paid"] * (len(OFFICERS) - 1)
    assert Receipt.objects.count() == 1


def test_a_double_click_from_several_processes_takes_the_money_once() -> None:
    code = owing()
    order = {"officer": OFFICERS[0], "dossiers": [code, code], "key": "double-click"}
    told = all_at_once(order, order, order)
    assert len({said["id"] for said in told}) == 1
    assert [said["repeated"] for said in told].count(False) == 1
    assert Receipt.objects.count() == 1
