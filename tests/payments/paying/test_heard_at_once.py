"""The same message arrives in several processes at one moment: one receipt, one payment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.jobs.processes import die_with_parent
from motcua.ledger.verification import verify
from motcua.payments.models import Payment, PaymentOrder, Receipt
from motcua.payments.proof import money_flaws
from motcua.payments.vocabulary import OrderState
from tests.support.checkout import ROOT
from tests.support.desks import address_of_test_database
from tests.support.money import owing
from tests.support.paying import an_account, an_order, with_gateway
from tests.support.reception import a_ground

pytestmark = pytest.mark.django_db(transaction=True)
PROCESSES = 3


@pytest.fixture(autouse=True)
def _committed_office(transactional_db: None, settings: Any) -> Iterator[None]:
    with_gateway(settings)
    a_ground()
    owing()
    an_account()
    yield
    assert list(money_flaws()) == []
    assert list(verify()) == []


def _listener(order: dict[str, Any]) -> subprocess.Popen[str]:
    place = {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.hearing_process", json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | place,
        preexec_fn=die_with_parent(signal.SIGKILL),
    )


def heard_at_once(*messages: tuple[str, int, str]) -> Counter[str]:
    """The verdicts of all processes, begun at the same moment with the same messages."""
    listeners = [_listener({"messages": messages}) for _number in range(PROCESSES)]
    for one in listeners:
        assert one.stdout is not None
        assert json.loads(one.stdout.readline()) == {"ready": True}
    for one in listeners:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    verdicts: Counter[str] = Counter()
    for one in listeners:
        said, _nothing = one.communicate()
        assert one.returncode == 0
        verdicts.update(json.loads(line)["verdict"] for line in said.splitlines())
    return verdicts


def test_a_message_that_several_hear_gives_one_receipt() -> None:
    first, second = an_order(), an_order()
    told = [(first.number, 4_000, "A"), (second.number, 4_000, "B")]
    verdicts = heard_at_once(*told)
    assert verdicts == {"ACCEPTED": 2, "REPEATED": 2 * (PROCESSES - 1)}
    assert (Receipt.objects.count(), Payment.objects.count()) == (2, 2)
    assert sorted(Receipt.objects.values_list("number", flat=True)) == [1, 2]
    assert set(PaymentOrder.objects.values_list("state", flat=True)) == {OrderState.PAID}
