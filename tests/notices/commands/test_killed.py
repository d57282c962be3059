"""A worker killed outright (SIGKILL) at its worst moments: nothing is lost and nothing is sent twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from motcua.jobs.simulator.running import Simulator
from motcua.ledger.caching import forget_all
from motcua.notices.models import Notice, ReadPlace
from motcua.notices.rules.retrying import LEASE
from tests.support.clock import PLAIN_MORNING
from tests.support.desks import Worker
from tests.support.reception import a_ground, a_reception, receive
from tests.support.telling import MOTHER, SECRET

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed_office")]
AFTER_LEASE = PLAIN_MORNING + LEASE + timedelta(seconds=1)


@pytest.fixture
def committed_office(transactional_db: None) -> Iterator[None]:
    forget_all()
    a_ground()
    yield
    forget_all()


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator(secret=SECRET) as running:
        yield running


def worker(simulator: Simulator, at: datetime = PLAIN_MORNING, stand_still: str = "") -> Worker:
    order = {
        "gateway": simulator.gateway("sms"),
        "secret": SECRET,
        "at": at.isoformat(),
        "stand_still": stand_still,
    }
    return Worker("tests.support.telling_process", order)


def test_killed_while_it_queues_the_next_one_queues_all(simulator: Simulator) -> None:
    receive(a_reception(parties=(MOTHER,)))
    doomed = worker(simulator, stand_still="queued")
    assert doomed.hear() == {"at": "queued"}
    doomed.kill()
    assert not Notice.objects.exists()
    assert not ReadPlace.objects.exists()
    assert worker(simulator).told()[-1] == {"queued": 1, "tried": 1}
    assert len(simulator.mailroom.messages()) == 1


def test_killed_after_the_gateway_took_it_the_next_one_sends_no_second(
    simulator: Simulator,
) -> None:
    receive(a_reception(parties=(MOTHER,)))
    doomed = worker(simulator, stand_still="sent")
    assert doomed.hear() == {"at": "sent"}
    doomed.kill()
    assert len(simulator.mailroom.messages()) == 1
    assert worker(simulator).told()[-1] == {"queued": 0, "tried": 0}
    assert worker(simulator, AFTER_LEASE).told()[-1] == {"queued": 0, "tried": 1}
    assert Notice.objects.get().state == "SENT"
    assert simulator.mailroom.tries("SMS") == 2
    assert len(simulator.mailroom.messages()) == 1
