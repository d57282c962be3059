"""Three communes of Gia Lâm become one: rehearsed, carried out, and nothing is left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from django.db.models import F

from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.accounts.queries.holders import holders_of
from motcua.agencies.models import Agency, UnitSuccession
from motcua.agencies.queries import agency_called, agency_on, unit_for_sector, units_of
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.carry_out_succession import (
    CarriedOut,
    ChangedSinceRehearsal,
    carry_out,
)
from motcua.dossiers.commands.follow_succession import (
    close_unit_and_follow,
    follow_all_due,
    follow_succession,
)
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.inputs import Decide, Note
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.figures import Axis, Behind, Measure, Period, count_behind, sums_of
from motcua.dossiers.rehearsal import Rehearsal, SuccessionOrder
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import catalogue_revision, one_revision
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, at
from tests.support.counting import value_of
from tests.support.offices import SETUP, agency_id, somebody
from tests.support.reception import LAND, a_ground, a_reception, receive
from tests.support.three_communes import (
    AFTERWARDS,
    COMMUNES,
    MERGED_ON,
    PEOPLE,
    WARD,
    Commune,
    busy,
    merger,
    three_communes,
)
from tests.support.working_office import kept_for_a_module

EVERYBODY = sum(one.agency == COMMUNES[0] for one in SAMPLE_OFFICERS) + 2 * len(PEOPLE)
"""The officers of the three communes: the sample's, and those of two neighbors."""


@dataclass(frozen=True)
class Ground:
    communes: tuple[Commune, ...]
    codes: tuple[dict[str, str], ...]

    @property
    def order(self) -> SuccessionOrder:
        return SuccessionOrder(plan=merger(*self.communes))

    @property
    def every_code(self) -> list[str]:
        return [code for codes in self.codes for code in codes.values()]


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Ground]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        communes = three_communes()
        yield Ground(communes, tuple(busy(commune) for commune in communes))


@pytest.fixture
def ground(office: Ground, standing: None) -> Ground:
    return office


def province() -> Actor:
    return somebody(Role.ADMINISTRATOR, agency=agency_id("thanh-pho-ha-noi"))


def merged(ground: Ground, order: SuccessionOrder | None = None) -> CarriedOut:
    order = order or ground.order
    marks = rehearse(actor=province(), at=AFTERWARDS, order=order).marks
    return carry_out(actor=province(), at=AFTERWARDS, order=order, marks=marks)


def test_the_merger_of_three_communes_leaves_no_orphan_and_loses_nothing(ground: Ground) -> None:
    before = Counter(Dossier.objects.values_list("status", flat=True))
    dates = dict(Dossier.objects.values_list("code", "due_at"))
    agencies = dict(Dossier.objects.values_list("code", "agency_id"))
    done = merged(ground)
    assert Counter(Dossier.objects.values_list("status", flat=True)) == before
    assert dict(Dossier.objects.values_list("code", "due_at")) == dates
    assert dict(Dossier.objects.values_list("code", "agency_id")) == agencies
    (ward,) = done.successor_ids
    assert done.dossiers == len(ground.every_code) == 21
    assert set(Dossier.objects.values_list("competent_agency_id", flat=True)) == {ward}
    units = {unit.id for unit in units_of(ward, MERGED_ON)}
    assert set(Dossier.objects.values_list("unit_id", flat=True)) <= units
    holdings = {row.holding_id for row in holders_of({ward}, MERGED_ON)}
    assert set(Dossier.objects.exclude(assignee=None).values_list("assignee_id", flat=True)) <= (
        holdings
    )
    for commune in ground.communes:
        assert agency_on(commune.id, MERGED_ON) is None
        assert holders_of({commune.id}, MERGED_ON) == ()


def test_figures_follow_a_merger_and_lose_nothing(ground: Ground) -> None:
    (ward,) = merged(ground).successor_ids
    assert list(tally_flaws()) == []
    communes = frozenset(commune.id for commune in ground.communes)
    period = Period(MERGED_ON.replace(day=1), local_day(AFTERWARDS))
    apart = sums_of({ward, *communes}, period, at=AFTERWARDS, by=Axis.AGENCY)
    whole = sums_of({ward, *communes}, period, at=AFTERWARDS)[0]
    went = {agency: apart[agency].went for agency in communes}
    assert {agency: apart[agency].open for agency in communes} == dict.fromkeys(communes, 0)
    assert sum(went.values()) == apart[ward].came == apart[ward].open == whole.open > 0
    assert (whole.came, whole.went) == (0, 0)
    supervisor = replace(somebody(Role.SUPERVISOR), scope_agency_ids=communes | {ward})
    for scope, sums in ((frozenset({ward}), apart[ward]), (communes | {ward}, whole)):
        for measure in Measure:
            which = Behind(agency_ids=scope, period=period, measure=measure)
            assert count_behind(supervisor, which, at=AFTERWARDS) == value_of(sums, measure)


def test_each_dossier_says_who_took_it_over(ground: Ground) -> None:
    merged(ground)
    dossier = Dossier.objects.get(code=ground.codes[1]["started"])
    fact = facts_about("dossier", dossier.pk)[-1]
    assert fact.code == "dossier.handed-over"
    assert fact.payload["from_place"].startswith("Phòng Kinh tế, ")
    assert fact.payload["to_place"] == f"Phòng Kinh tế, {WARD.name}"
    assert fact.actor["job"] == "agency-succession"


def test_the_same_officer_goes_on_with_the_same_dossier(ground: Ground) -> None:
    handler = ground.communes[1].actor(Role.HANDLING, "kinh tế")
    done = merged(ground)
    dossier = Dossier.objects.get(code=ground.codes[1]["started"])
    row = next(
        row
        for row in holders_of(done.successor_ids, MERGED_ON)
        if row.holding_id == dossier.assignee_id
    )
    assert row.name == handler.name
    acting = replace(
        handler, holding_id=row.holding_id, agency_id=row.agency_id, unit_id=row.unit_id
    )
    given = Note(text="Tiếp tục xử lý")
    perform(Asked(actor=acting, at=AFTERWARDS, code=dossier.code), Act.NOTE, given)


def test_the_ward_decides_what_a_commune_began_and_receives_under_its_own_code(
    ground: Ground,
) -> None:
    (ward,) = merged(ground).successor_ids
    signatory = somebody(Role.SIGNATORY, agency=ward)
    code = ground.codes[2]["started"]
    asked = Asked(actor=signatory, at=AFTERWARDS, code=code)
    perform(asked, Act.DECIDE, Decide(decision=Decision.GRANTED))
    desk = somebody(Role.RECEPTION, agency=ward)
    new = receive(a_reception(LAND), actor=desk, at=AFTERWARDS)
    assert new.code == "H26.700-260701-0001"
    unit = unit_for_sector(ward, "dat-dai", MERGED_ON)
    assert Dossier.objects.get(code=new.code).unit_id == unit


def told(ground: Ground, **changes: Any) -> Rehearsal:
    order = replace(ground.order, **changes)
    return rehearse(actor=province(), at=PLAIN_MORNING, order=order)


def test_a_rehearsal_leaves_no_trace(ground: Ground) -> None:
    def traces() -> list[object]:
        return [
            Fact.objects.count(),
            Agency.objects.count(),
            UnitSuccession.objects.count(),
            list(Dossier.objects.values_list("id", "version", "competent_agency_id")),
            catalogue_revision(),
        ]

    with one_revision():
        before = traces()
        assert agency_called(WARD.slug, MERGED_ON) is None
        told(ground)
        assert traces() == before
        assert agency_called(WARD.slug, MERGED_ON) is None
        assert agency_on(ground.communes[0].id, MERGED_ON) is not None


def test_a_rehearsal_shows_what_carrying_out_then_does(ground: Ground) -> None:
    shown = rehearse(actor=province(), at=AFTERWARDS, order=ground.order)
    carry_out(actor=province(), at=AFTERWARDS, order=ground.order, marks=shown.marks)
    rows = Dossier.objects.annotate(unit_name=F("unit__name"))
    placed = {row.code: (row.unit_name or "", row.due_at) for row in rows}
    assert placed == {
        move.after.code: (move.after.unit, move.after.due_at) for move in shown.dossiers
    }
    (ward,) = {row.competent_agency_id for row in rows}
    names = {(row.name, row.title) for row in holders_of({ward}, MERGED_ON)}
    assert names == {(p.after.name, p.after.title) for p in shown.people if p.after}


def test_a_rehearsal_tells_of_dossiers_people_numbers_and_furniture(ground: Ground) -> None:
    shown = told(ground)
    assert shown.register_before == shown.register_after
    assert shown.left == {}
    assert [move for move in shown.dossiers if move.before.due_at != move.after.due_at] == []
    assert [person for person in shown.people if person.loses] == []
    assert {move.other_due_at for move in shown.dossiers} == {None}
    (after,) = shown.numbering_after
    assert (after.agency_code, after.first_code) == ("H26.700", "H26.700-260701-0001")
    assert [row.agency_code for row in shown.numbering_before] == ["H26.45", "H26.91", "H26.92"]
    (ward,) = shown.furniture_after
    assert ward.desks == (WARD.desk_name,)
    assert {"Văn phòng HĐND và UBND", "Phòng Kinh tế"} <= set(ward.units)
    assert len(ward.counters) == 5
    assert len(shown.people) == EVERYBODY
    chief = next(one for one in shown.people if one.before.name == "Chủ tịch xa-phu-dong")
    assert chief.after is not None
    assert chief.reach_after is not None
    assert (len(chief.reach_before.sees), len(chief.reach_after.sees)) == (7, 21)


def test_who_is_given_no_position_is_told_and_loses_his(ground: Ground) -> None:
    chief = ground.communes[1].actor(Role.SIGNATORY)
    assert chief.holding_id is not None
    chosen = {chief.holding_id: None}
    shown = told(ground, chosen=chosen)
    leaving = [person for person in shown.people if person.after is None]
    assert [person.before.name for person in leaving] == [chief.name]
    assert leaving[0].loses == 7
    done = merged(ground, replace(ground.order, chosen=chosen))
    assert chief.name not in {row.name for row in holders_of(done.successor_ids, MERGED_ON)}


def test_carrying_out_is_refused_when_something_has_changed_and_says_what(ground: Ground) -> None:
    order = ground.order
    marks = rehearse(actor=province(), at=AFTERWARDS, order=order).marks
    receive(a_reception(LAND), actor=ground.communes[1].actor(Role.RECEPTION), at=AFTERWARDS)
    facts = Fact.objects.count()
    with pytest.raises(ChangedSinceRehearsal) as refused:
        carry_out(actor=province(), at=AFTERWARDS, order=order, marks=marks)
    assert refused.value.params["what"] == "dossiers"
    assert Fact.objects.count() == facts


def test_another_order_than_the_rehearsed_one_is_refused(ground: Ground) -> None:
    marks = rehearse(actor=province(), at=AFTERWARDS, order=ground.order).marks
    other = replace(ground.order, plan=replace(ground.order.plan, basis="Văn bản khác"))
    with pytest.raises(ChangedSinceRehearsal, match="order"):
        carry_out(actor=province(), at=AFTERWARDS, order=other, marks=marks)


def test_a_merger_entered_ahead_moves_the_dossiers_on_its_day(ground: Ground) -> None:
    marks = told(ground).marks
    done = carry_out(actor=province(), at=PLAIN_MORNING, order=ground.order, marks=marks)
    (ward,) = done.successor_ids
    assert (done.dossiers, done.people) == (0, EVERYBODY)
    assert follow_all_due(actor=SETUP, at=at(date(2026, 6, 30), "23:00")) == 0
    receive(a_reception(LAND), actor=ground.communes[1].actor(Role.RECEPTION))
    assert follow_all_due(actor=SETUP, at=AFTERWARDS) == 22
    assert follow_all_due(actor=SETUP, at=AFTERWARDS) == 0
    assert set(Dossier.objects.values_list("competent_agency_id", flat=True)) == {ward}


def test_following_stops_and_goes_on_where_it_stopped(ground: Ground) -> None:
    marks = told(ground).marks
    (ward,) = carry_out(
        actor=province(), at=PLAIN_MORNING, order=ground.order, marks=marks
    ).successor_ids
    home = ground.communes[0].id
    units = dict(
        UnitSuccession.objects.filter(predecessor__agency=home).values_list(
            "predecessor_id", "successor_id"
        )
    )
    given = {"predecessor_id": home, "successor_id": ward, "unit_map": units}
    with pytest.raises(NotFound):
        follow_succession(actor=SETUP, at=PLAIN_MORNING, **given)
    seen: list[tuple[int, int]] = []
    moved = follow_succession(
        actor=SETUP, at=AFTERWARDS, progress=lambda *n: seen.append(n), **given
    )
    assert (moved, seen) == (7, [(7, 7)])
    assert follow_all_due(actor=SETUP, at=AFTERWARDS) == 14


@pytest.mark.parametrize("role", [Role.SIGNATORY, Role.UNIT_HEAD, Role.RECEPTION, Role.SUPERVISOR])
def test_only_an_administrator_rehearses(ground: Ground, role: Role) -> None:
    with pytest.raises(NotPermitted):
        rehearse(
            actor=somebody(role, agency=agency_id("thanh-pho-ha-noi")),
            at=PLAIN_MORNING,
            order=ground.order,
        )


def test_an_administrator_of_one_commune_does_not_merge_its_neighbors(ground: Ground) -> None:
    own = somebody(Role.ADMINISTRATOR, agency=ground.communes[0].id)
    with pytest.raises(NotPermitted):
        rehearse(actor=own, at=PLAIN_MORNING, order=ground.order)


def test_a_unit_ends_and_its_work_and_people_go_to_another(ground: Ground) -> None:
    commune = ground.communes[1]
    land, office = (
        unit_for_sector(commune.id, sector, PLAIN_MORNING.date())
        for sector in ("dat-dai", "ho-tich")
    )
    assert land is not None
    moved = close_unit_and_follow(
        actor=somebody(Role.ADMINISTRATOR, agency=commune.id),
        at=AFTERWARDS,
        unit_id=land,
        into_unit_id=office,
        from_day=MERGED_ON,
    )
    assert moved == 2
    assert not Dossier.objects.filter(unit=land).exists()
    dossier = Dossier.objects.get(code=ground.codes[1]["new"])
    assert (dossier.unit_id, dossier.competent_agency_id) == (office, commune.id)
    started = Dossier.objects.get(code=ground.codes[1]["started"])
    handler = {row.holding_id: row for row in holders_of({commune.id}, MERGED_ON)}
    assert handler[started.assignee_id or 0].unit_id == office
