"""Where a measurement stands, and its people."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from motcua.jobs.workload.people import people_at
from motcua.jobs.workload.place import Place, find_place
from motcua.jobs.workload.raw import raw_driver
from motcua.jobs.workload.receptions import bodies, grounds_at
from motcua.kernel import clock
from motcua.kernel.actor import Role
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, LAND, a_ground, a_reception, receive

pytestmark = pytest.mark.django_db(transaction=True)


def stand_at(now: datetime, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(clock, "now", lambda: now)
    a_ground()
    for code in (BIRTH, LAND, BIRTH):
        receive(a_reception(code))
    driver = raw_driver()
    try:
        return find_place(driver)
    finally:
        driver.close()


def test_where_data_end_long_ago_time_runs_on_from_the_last_reception(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = stand_at(PLAIN_MORNING + timedelta(days=500), monkeypatch)
    assert place.at == PLAIN_MORNING + timedelta(minutes=1)
    assert clock.now() == place.at


def test_where_data_reach_until_today_the_clock_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    place = stand_at(PLAIN_MORNING + timedelta(days=1), monkeypatch)
    assert place.ahead == timedelta()
    assert place.at == PLAIN_MORNING + timedelta(days=1)


def test_it_knows_what_is_received_there_the_most_frequent_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = stand_at(PLAIN_MORNING, monkeypatch)
    assert [ground.detail.code for ground in grounds_at(place)] == [BIRTH, LAND]
    assert bodies(place, seed=1, count=3) == bodies(place, seed=1, count=3)


def test_people_are_made_once_and_hold_their_role(monkeypatch: pytest.MonkeyPatch) -> None:
    place = stand_at(PLAIN_MORNING, monkeypatch)
    roles = [Role.RECEPTION, Role.RECEPTION, Role.HANDLING, Role.ADMINISTRATOR]
    first, again = people_at(place, roles), people_at(place, roles)
    assert [one.username for one in first] == [one.username for one in again]
    assert len({one.user_id for one in first}) == len(roles)
    assert [one.actor(place.at).roles for one in first] == [frozenset({role}) for role in roles]
    assert first[2].actor(place.at).unit_id == place.unit_id
