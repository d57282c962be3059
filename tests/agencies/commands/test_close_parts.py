"""What ends ends from a day on, keeps its past, and leaves nothing hanging."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from motcua.agencies.commands.close_parts import (
    UnitStillNeeded,
    close_counter,
    close_desk,
    close_unit,
    set_sectors,
)
from motcua.agencies.commands.furnish_agency import open_counter, open_unit
from motcua.agencies.queries import (
    counters_of,
    desk_of,
    positions_of,
    unit_for_sector,
    units_of,
)
from motcua.agencies.rules.periods import NotInForce, PlannedChangeAhead
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, agency_id, load_today, somebody

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 1, 1)
LAST_DAY = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def _office(db: None) -> None:
    load_today()


def desk_id() -> int:
    desk = desk_of(agency_id(), PLAIN_WEDNESDAY)
    assert desk is not None
    return desk.id


def unit_called(slug: str) -> int:
    return next(unit.id for unit in units_of(agency_id(), PLAIN_WEDNESDAY) if unit.slug == slug)


def test_a_closed_desk_and_its_counters_keep_their_past() -> None:
    desk = desk_id()
    close_desk(actor=SETUP, at=PLAIN_MORNING, desk_id=desk, from_day=NEXT_YEAR)
    assert desk_of(agency_id(), NEXT_YEAR) is None
    assert counters_of(desk, NEXT_YEAR) == ()
    assert len(counters_of(desk, LAST_DAY)) == 5
    assert facts_about("desk", desk)[-1].code == "desk.closed"


def test_a_desk_with_a_counter_planned_ahead_is_not_closed() -> None:
    desk = desk_id()
    open_counter(
        actor=SETUP, at=PLAIN_MORNING, desk_id=desk, number=9, name="Mới", from_day=NEXT_YEAR
    )
    with pytest.raises(PlannedChangeAhead):
        close_desk(actor=SETUP, at=PLAIN_MORNING, desk_id=desk, from_day=date(2026, 12, 1))


def test_a_closed_counter_is_gone_from_its_day_and_closes_once() -> None:
    desk = desk_id()
    counter = counters_of(desk, PLAIN_WEDNESDAY)[0]
    close_counter(actor=SETUP, at=PLAIN_MORNING, counter_id=counter.id, from_day=NEXT_YEAR)
    assert counter not in counters_of(desk, NEXT_YEAR)
    assert counter in counters_of(desk, LAST_DAY)
    with pytest.raises(NotInForce):
        close_counter(actor=SETUP, at=PLAIN_MORNING, counter_id=counter.id, from_day=NEXT_YEAR)


def test_a_unit_handles_exactly_the_sectors_told() -> None:
    unit = unit_called("phong-kinh-te")
    wanted = ["dat-dai", "ho-tich"]
    set_sectors(
        actor=SETUP, at=PLAIN_MORNING, unit_id=unit, sector_codes=wanted, from_day=NEXT_YEAR
    )
    held = next(row for row in units_of(agency_id(), NEXT_YEAR) if row.id == unit)
    assert held.sector_codes == ("dat-dai", "ho-tich")
    assert unit_for_sector(agency_id(), "xay-dung", NEXT_YEAR) is None
    assert unit_for_sector(agency_id(), "xay-dung", LAST_DAY) == unit
    codes = [fact.code for fact in facts_about("unit", unit)]
    assert codes.count("unit.sector-released") == 7
    assert codes.count("unit.sector-assigned") == 1


def test_a_unit_with_positions_ends_only_when_another_takes_over() -> None:
    unit = unit_called("phong-kinh-te")
    with pytest.raises(UnitStillNeeded):
        close_unit(
            actor=SETUP, at=PLAIN_MORNING, unit_id=unit, into_unit_id=None, from_day=NEXT_YEAR
        )
    office = unit_called("van-phong")
    taken = close_unit(
        actor=SETUP, at=PLAIN_MORNING, unit_id=unit, into_unit_id=office, from_day=NEXT_YEAR
    )
    assert unit_for_sector(agency_id(), "dat-dai", NEXT_YEAR) == office
    assert unit not in {row.id for row in units_of(agency_id(), NEXT_YEAR)}
    positions = {row.id: row for row in positions_of(agency_id(), NEXT_YEAR)}
    assert {positions[new].unit_id for new in taken.values()} == {office}
    assert not taken.keys() & positions.keys()
    codes = [fact.code for fact in facts_about("unit", unit)]
    assert codes[-2:] == ["unit.succeeded", "unit.closed"]


def test_a_unit_does_not_take_over_from_itself() -> None:
    unit = unit_called("phong-kinh-te")
    with pytest.raises(NotFound):
        close_unit(
            actor=SETUP, at=PLAIN_MORNING, unit_id=unit, into_unit_id=unit, from_day=NEXT_YEAR
        )


def test_an_empty_unit_ends_alone() -> None:
    unit = open_unit(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        slug="to-cong-tac",
        name="Tổ công tác",
        from_day=PLAIN_WEDNESDAY,
    )
    close_unit(actor=SETUP, at=PLAIN_MORNING, unit_id=unit, into_unit_id=None, from_day=NEXT_YEAR)
    assert unit not in {row.id for row in units_of(agency_id(), NEXT_YEAR)}


CLOSING: dict[str, Callable[..., object]] = {
    "desk": lambda actor: close_desk(
        actor=actor, at=PLAIN_MORNING, desk_id=desk_id(), from_day=NEXT_YEAR
    ),
    "counter": lambda actor: close_counter(
        actor=actor,
        at=PLAIN_MORNING,
        counter_id=counters_of(desk_id(), PLAIN_WEDNESDAY)[0].id,
        from_day=NEXT_YEAR,
    ),
    "sectors": lambda actor: set_sectors(
        actor=actor,
        at=PLAIN_MORNING,
        unit_id=unit_called("van-phong"),
        sector_codes=(),
        from_day=NEXT_YEAR,
    ),
    "unit": lambda actor: close_unit(
        actor=actor,
        at=PLAIN_MORNING,
        unit_id=unit_called("van-phong"),
        into_unit_id=None,
        from_day=NEXT_YEAR,
    ),
}


@pytest.mark.parametrize("what", CLOSING)
def test_only_an_administrator_closes(what: str) -> None:
    with pytest.raises(NotPermitted):
        CLOSING[what](somebody(Role.UNIT_HEAD, agency=agency_id()))
