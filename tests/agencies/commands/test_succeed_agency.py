"""Merging, splitting, replacing: who ends, who takes over, and nothing left behind on either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from motcua.agencies.commands.change_agency import CodeTaken, rename_agency
from motcua.agencies.commands.furnish_agency import SlugTaken
from motcua.agencies.commands.succeed_agency import succeed_agencies
from motcua.agencies.models import UnitSuccession
from motcua.agencies.queries import (
    agency_on,
    counters_of,
    desk_of,
    positions_of,
    successors_of,
    unit_for_sector,
    units_of,
)
from motcua.agencies.rules.periods import NotInForce, PlannedChangeAhead
from motcua.agencies.rules.succession import (
    NewAgency,
    Succession,
    SuccessionPlan,
    SuccessorAmongPredecessors,
    SuccessorsMissing,
)
from motcua.agencies.vocabulary import CodeScheme, SuccessionKind
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, agency_id, load_2020, load_today, somebody

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 1, 1)
MERGED_ON = date(2024, 12, 1)
PARTS = ("xa-dinh-xuyen-huyen-gia-lam", "xa-duong-ha-huyen-gia-lam")
THIEN_DUC = NewAgency(
    slug="xa-thien-duc",
    name="Ủy ban nhân dân xã Thiên Đức",
    short_name="UBND xã Thiên Đức",
    code="H26.77",
    desk_name="Trung tâm Phục vụ hành chính công xã Thiên Đức",
)


def do(plan: SuccessionPlan, actor: Actor = SETUP) -> Succession:
    return succeed_agencies(actor=actor, at=PLAIN_MORNING, plan=plan)


def merger(*slugs: str, into: NewAgency | int = THIEN_DUC) -> SuccessionPlan:
    return SuccessionPlan(
        kind=SuccessionKind.MERGE,
        predecessor_ids=tuple(agency_id(slug) for slug in slugs),
        successors=(into,),
        from_day=MERGED_ON,
        basis="Nghị quyết",
    )


def new_ward(slug: str, code: str = "") -> NewAgency:
    return NewAgency(slug=slug, name=f"Ủy ban nhân dân {slug}", short_name=slug, code=code)


def split(*slugs: str, **given: object) -> SuccessionPlan:
    return SuccessionPlan(
        kind=SuccessionKind.SPLIT,
        predecessor_ids=(agency_id(),),
        successors=tuple(new_ward(slug) for slug in slugs),
        from_day=NEXT_YEAR,
        basis="Nghị quyết",
        **given,  # type: ignore[arg-type]
    )


def test_merged_agencies_end_and_the_new_one_stands_in_their_place() -> None:
    load_2020()
    merged = do(merger(*PARTS)).successor_ids[0]
    row = agency_on(merged, MERGED_ON)
    assert row is not None
    assert row.parent_id == agency_id("huyen-gia-lam")
    assert (row.code, row.code_scheme) == ("H26.77", CodeScheme.LOCAL)
    desk = desk_of(merged, MERGED_ON)
    assert desk is not None
    assert desk.name == THIEN_DUC.desk_name
    for slug in PARTS:
        part = agency_id(slug)
        assert agency_on(part, MERGED_ON) is None
        assert desk_of(part, MERGED_ON) is None
        assert agency_on(part, date(2024, 11, 30)) is not None
        codes = [fact.code for fact in facts_about("agency", part)]
        assert codes[-2:] == ["agency.succeeded", "agency.closed"]
    assert successors_of(agency_id(PARTS[0]))[0].slug == "xa-thien-duc"
    assert list(verify()) == []


def test_a_new_successor_gets_the_units_sectors_positions_and_counters() -> None:
    load_today()
    old = agency_id()
    kept = [(unit.slug, unit.name, unit.sector_codes) for unit in units_of(old, PLAIN_WEDNESDAY)]
    titles = [row.title for row in positions_of(old, PLAIN_WEDNESDAY)]
    desk = desk_of(old, PLAIN_WEDNESDAY)
    assert desk is not None
    counters = [row.name for row in counters_of(desk.id, PLAIN_WEDNESDAY)]
    plan = replace(
        split("phuong-gia-lam"),
        kind=SuccessionKind.REPLACE,
        successors=(replace(THIEN_DUC, slug="phuong-gia-lam"),),
    )
    taken = do(plan)
    new = taken.successor_ids[0]
    assert [(u.slug, u.name, u.sector_codes) for u in units_of(new, NEXT_YEAR)] == kept
    assert [row.title for row in positions_of(new, NEXT_YEAR)] == titles
    new_desk = desk_of(new, NEXT_YEAR)
    assert new_desk is not None
    assert [row.name for row in counters_of(new_desk.id, NEXT_YEAR)] == counters
    assert units_of(old, NEXT_YEAR) == positions_of(old, NEXT_YEAR) == ()
    followed = dict(UnitSuccession.objects.values_list("predecessor_id", "successor_id"))
    assert followed == dict(taken.unit_map)
    assert len(taken.position_map) == len(titles)


def test_an_agency_can_join_one_that_stands() -> None:
    load_2020()
    joining, standing = (agency_id(slug) for slug in PARTS)
    do(merger(PARTS[0], into=standing))
    assert agency_on(joining, MERGED_ON) is None
    assert agency_on(standing, MERGED_ON) is not None


def test_alike_units_of_merged_agencies_become_one() -> None:
    load_today()
    parts = do(split("phuong-gia-lam", "phuong-trau-quy")).successor_ids
    day = date(2028, 1, 1)
    plan = SuccessionPlan(
        kind=SuccessionKind.MERGE,
        predecessor_ids=parts,
        successors=(THIEN_DUC,),
        from_day=day,
        basis="Nghị quyết",
    )
    merged = do(plan)
    names = [unit.name for unit in units_of(merged.successor_ids[0], day)]
    assert len(names) == len(set(names)) == 6
    assert len(merged.unit_map) == 12


def test_the_first_part_of_a_split_takes_over_by_default_and_a_unit_where_it_is_told() -> None:
    load_today()
    land = unit_for_sector(agency_id(), "dat-dai", PLAIN_WEDNESDAY)
    assert land is not None
    taken = do(split("phuong-gia-lam", "phuong-trau-quy", unit_takers={land: 1}))
    first, second = taken.successor_ids
    successors = successors_of(agency_id())
    assert [(row.agency_id, row.is_default) for row in successors] == [
        (first, True),
        (second, False),
    ]
    assert taken.unit_map[land] == unit_for_sector(second, "dat-dai", NEXT_YEAR)
    others = {new for old, new in taken.unit_map.items() if old != land}
    assert others <= {unit.id for unit in units_of(first, NEXT_YEAR)}


REFUSED = {
    "a merger of one": (SuccessorsMissing, {"kind": SuccessionKind.MERGE}),
    "a split into one": (SuccessorsMissing, {"successors": (THIEN_DUC,)}),
    "no predecessor": (SuccessorsMissing, {"predecessor_ids": ()}),
    "before it began": (NotInForce, {"from_day": date(2025, 7, 1)}),
    "a short name in use": (
        SlugTaken,
        {"successors": (new_ward("thanh-pho-ha-noi"), new_ward("phuong-moi"))},
    ),
    "a code in use by another": (
        CodeTaken,
        {"successors": (new_ward("phuong-a", code="H26"), new_ward("phuong-moi"))},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_the_agency_goes_on(name: str) -> None:
    load_today()
    refusal, changes = REFUSED[name]
    with pytest.raises(refusal):
        do(replace(split("phuong-gia-lam", "phuong-trau-quy"), **changes))  # type: ignore[arg-type]
    assert agency_on(agency_id(), NEXT_YEAR) is not None


def test_a_successor_may_keep_the_code_of_a_predecessor() -> None:
    load_today()
    taken = do(
        replace(
            split("a", "b"),
            successors=(new_ward("phuong-gia-lam", code="H26.45"), new_ward("phuong-moi")),
        )
    )
    after = agency_on(taken.successor_ids[0], NEXT_YEAR)
    assert after is not None
    assert after.code == "H26.45"


def test_nobody_takes_over_from_himself() -> None:
    load_2020()
    with pytest.raises(SuccessorAmongPredecessors):
        do(merger(*PARTS, into=agency_id(PARTS[0])))


def test_a_change_already_planned_is_told_first() -> None:
    load_today()
    rename_agency(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        from_day=date(2027, 2, 1),
        name="Ủy ban nhân dân phường Gia Lâm",
        short_name="UBND phường Gia Lâm",
    )
    with pytest.raises(PlannedChangeAhead):
        do(split("phuong-gia-lam", "phuong-trau-quy"))


def test_an_administrator_divides_what_is_his_and_nothing_else() -> None:
    load_today()
    own = somebody(Role.ADMINISTRATOR, agency=agency_id())
    with pytest.raises(NotPermitted):
        do(replace(split("a", "b"), predecessor_ids=(agency_id("thanh-pho-ha-noi"),)), own)
    with pytest.raises(NotPermitted):
        do(split("a", "b"), somebody(Role.SIGNATORY, agency=agency_id()))
    do(split("phuong-gia-lam", "phuong-trau-quy"), own)
    fact = facts_about("agency", agency_id())[-1]
    assert (fact.actor["name"], fact.actor["job"]) == (own.name, "agency-succession")
