"""The reckoning finds what was lost and what is there twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from motcua.jobs.load.log import Log
from motcua.jobs.load.reckoning import newest, reckon
from motcua.jobs.workload.raw import RawDriver, raw_driver
from motcua.ledger.recording import RequestKey
from tests.support.reception import a_ground, a_reception, receive

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def driver() -> Iterator[RawDriver]:
    a_ground()
    opened = raw_driver()
    yield opened
    opened.close()


@pytest.fixture
def log() -> Log:
    return Log(are_faults_expected=True)


def received(key: str, log: Log) -> str:
    """Sent with this key and received; the code."""
    log.about_to_send(key)
    return receive(a_reception(), request=RequestKey(f"page:7:{key}", "d")).code


def test_all_that_was_acknowledged_is_there_once(driver: RawDriver, log: Log) -> None:
    since = newest(driver)
    for key in ("a", "b"):
        log.acknowledge(key, received(key, log))
    found = reckon(driver, log, since)
    assert (found.acknowledged, found.found, found.is_sound) == (2, 2, True)


def test_what_was_received_and_not_acknowledged_is_no_fault(driver: RawDriver, log: Log) -> None:
    since = newest(driver)
    received("a", log)
    assert reckon(driver, log, since).is_sound


def test_an_acknowledged_dossier_that_is_not_there_is_lost(driver: RawDriver, log: Log) -> None:
    log.acknowledge("a", "H26.45-260610-0099")
    found = reckon(driver, log, newest(driver))
    assert (found.lost, found.is_sound) == (["H26.45-260610-0099"], False)


def test_a_dossier_that_nobody_asked_for_is_one_too_many(driver: RawDriver, log: Log) -> None:
    since = newest(driver)
    ref = receive(a_reception(), request=RequestKey("page:7:unknown", "d"))
    found = reckon(driver, log, since)
    assert (found.doubled, found.is_sound) == ([ref.code], False)


def test_two_dossiers_for_one_key_are_named(driver: RawDriver, log: Log) -> None:
    since = newest(driver)
    log.about_to_send("a")
    for place in ("page:7:a", "page:8:a"):
        receive(a_reception(), request=RequestKey(place, "d"))
    assert reckon(driver, log, since).doubled == ["1 dossiers too many"]
