"""Several people send at the same moment: no number twice, none left out, one request once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.feedback.models import Petition
from motcua.feedback.proof import petition_flaws
from motcua.jobs.processes import die_with_parent
from motcua.ledger.verification import verify
from tests.support.checkout import ROOT
from tests.support.desks import address_of_test_database
from tests.support.working_office import put_up_office

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
SENDERS, EACH = 3, 6


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    put_up_office()
    yield
    assert list(petition_flaws()) == []
    assert list(verify()) == []


def _sender(order: dict[str, Any]) -> subprocess.Popen[str]:
    place = {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.sending_process", json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | place,
        preexec_fn=die_with_parent(signal.SIGKILL),
    )


def all_at_once(*orders: dict[str, Any]) -> list[dict[str, Any]]:
    """What all of them tell, begun at the same moment."""
    senders = [_sender(order) for order in orders]
    for sender in senders:
        assert sender.stdout is not None
        assert json.loads(sender.stdout.readline()) == {"ready": True}
    told = []
    for sender in senders:
        assert sender.stdin is not None
        sender.stdin.write("\n")
        sender.stdin.flush()
    for sender in senders:
        output, _errors = sender.communicate(timeout=120)
        assert sender.returncode == 0
        told += [json.loads(line) for line in output.splitlines()]
    return told


def test_numbers_are_whole_and_without_a_gap() -> None:
    told = all_at_once(*[{"many": EACH}] * SENDERS)
    assert sorted(one["number"] for one in told) == list(range(1, SENDERS * EACH + 1))


def test_one_request_in_many_hands_is_one_entry() -> None:
    told = all_at_once(*[{"many": 1, "key": "mot-bieu-mau"}] * SENDERS)
    assert len({(one["id"], one["secret"]) for one in told}) == 1
    assert Petition.objects.count() == 1
