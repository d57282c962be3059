"""What addresses are filled with is looked for in tables that exist."""

from __future__ import annotations

import pytest

from motcua.jobs.bench.visiting.things import known, things
from motcua.jobs.workload.place import find_place
from motcua.jobs.workload.raw import raw_driver
from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, a_ground, a_reception, receive

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_newest_of_each_kind_and_dossiers_of_the_place_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    a_ground()
    codes = {receive(a_reception(BIRTH)).code for _number in range(3)}
    driver = raw_driver()
    place = find_place(driver)
    found, there = things(driver, place), known(driver, place)
    driver.close()
    assert found["slug"] == place.slug
    assert found["receipt_id"] == ""
    assert set(there.codes) == codes
    assert there.procedures == (BIRTH,)
