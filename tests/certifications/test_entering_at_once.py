"""Several officers enter at the same moment: no number twice, none left out, one request once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.proof import certification_flaws
from motcua.dossiers.models import Dossier
from motcua.jobs.processes import die_with_parent
from motcua.ledger.verification import verify
from tests.support.certifying import certifying_office
from tests.support.checkout import ROOT
from tests.support.desks import address_of_test_database

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
OFFICERS, EACH = ("tiepnhan1", "tiepnhan2", "tiepnhan3"), 6


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    certifying_office()
    yield
    assert list(certification_flaws()) == []
    assert list(verify()) == []


def _counter(order: dict[str, Any]) -> subprocess.Popen[str]:
    place = {"DATABASE_URL": address_of_test_database(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.certifying_process", json.dumps(order)],
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


def test_numbers_given_at_once_have_no_gap_and_those_of_one_person_follow_each_other() -> None:
    told = all_at_once(*({"officer": officer, "count": EACH} for officer in OFFICERS))
    numbers = [number for said in told for number in said["numbers"]]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert CertificationBook.objects.get().last == len(numbers)
    runs = [said["numbers"] for said in told]
    assert all(run == list(range(run[0], run[0] + len(run))) for run in runs)


def test_a_double_click_from_several_processes_enters_once() -> None:
    order = {"officer": OFFICERS[0], "count": 1, "key": "double-click"}
    told = all_at_once(order, order, order)
    assert [said["numbers"] for said in told] == [[1]] * 3
    assert [said["repeated"] for said in told].count(False) == 1
    assert Certification.objects.count() == Dossier.objects.count() == 1
