"""Several processes at the same moment: money is asked back once, paid once, and settled once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.books.proof import books_flaws
from motcua.jobs.processes import die_with_parent
from motcua.ledger.verification import verify
from motcua.payments.proof import money_flaws
from motcua.settlements.models import Refund, Settlement, SettlementItem
from motcua.settlements.proof import refund_flaws, settlement_flaws
from tests.support.checkout import ROOT
from tests.support.clock import PLAIN_MORNING
from tests.support.desks import address_of_test_database
from tests.support.money import collect
from tests.support.reception import a_ground
from tests.support.refunding import ask, closed_receipt, decide
from tests.support.settling import a_rest, draft

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
HOW_MANY = 3


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    a_ground()
    yield
    flaws = [*refund_flaws(), *settlement_flaws(), *money_flaws(), *books_flaws(), *verify()]
    assert flaws == []


def all_at_once(act: str, *on: Any) -> list[dict[str, Any]]:
    """What each of them tells, begun at the same moment."""
    place = {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    order = json.dumps({"act": act, "on": on})
    desks = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.settling_process", order],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | place,
            preexec_fn=die_with_parent(signal.SIGKILL),
        )
        for _number in range(HOW_MANY)
    ]
    for desk in desks:
        assert desk.stdout is not None
        assert json.loads(desk.stdout.readline()) == {"ready": True}
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
    told = []
    for desk in desks:
        said, _nothing = desk.communicate()
        assert desk.returncode == 0
        told += [json.loads(line) for line in said.splitlines()]
    return told


def refused(told: list[dict[str, Any]]) -> list[str]:
    return [said["refused"] for said in told if "refused" in said]


def test_the_same_money_is_asked_back_once_whoever_asks() -> None:
    told = all_at_once("ask", closed_receipt())
    assert refused(told) == ["refund-faulty"] * (HOW_MANY - 1)
    assert Refund.objects.get().fee_vnd == 4_000


def test_money_nobody_owed_is_asked_back_once() -> None:
    told = all_at_once("ask_rest", a_rest(PLAIN_MORNING))
    assert refused(told) == ["refund-faulty"] * (HOW_MANY - 1)
    assert Refund.objects.get().rest_vnd == 1_000


def test_a_refund_is_paid_once() -> None:
    refund = ask(closed_receipt())
    decide(refund)
    told = all_at_once("pay", refund)
    assert refused(told) == ["refund-decided-already"] * (HOW_MANY - 1)
    assert Refund.objects.get().number == 1


def test_two_who_begin_at_once_make_one_settlement() -> None:
    collect()
    told = all_at_once("draft")
    assert len({said["done"] for said in told}) == 1
    assert Settlement.objects.count() == 1


def test_a_settlement_is_sent_once_and_counts_each_transfer_once() -> None:
    collect()
    made = draft()
    told = all_at_once("send", made)
    # A second one finds it sent already.
    assert refused(told) == ["settlement-step-not-now"] * (HOW_MANY - 1)
    assert SettlementItem.objects.count() == 1
