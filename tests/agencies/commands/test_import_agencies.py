"""Importing agencies: the sample offices, twice, changed, and the public shape."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson
import pytest

from motcua.agencies.commands.change_agency import rename_agency
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.importing.tables import PeriodsClash
from motcua.agencies.models import Agency, AgencyVersion
from motcua.agencies.queries import (
    agency_called,
    agency_on,
    ancestors,
    counters_of,
    desk_of,
    subtree_ids,
    successors_of,
    unit_for_sector,
    units_of,
)
from motcua.agencies.rules.tree import CycleInTree
from motcua.agencies.shipped import shipped_today
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from tests.agencies.rules.test_reading import EXCERPT
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import LONG_AGO, SETUP, agency_id, load_2020, load_today, somebody

pytestmark = pytest.mark.django_db


def test_the_office_of_today_stands_under_its_province_with_desk_and_units() -> None:
    load_today()
    office = agency_id()
    row = agency_on(office, PLAIN_WEDNESDAY)
    assert row is not None
    assert (row.short_name, row.place_name, row.code) == ("UBND xã Gia Lâm", "Gia Lâm", "H26.45")
    assert (row.code_scheme, row.level_code) == ("LOCAL", "COMMUNE")
    assert ancestors(office, PLAIN_WEDNESDAY) == (agency_id("thanh-pho-ha-noi"),)
    desk = desk_of(office, PLAIN_WEDNESDAY)
    assert desk is not None
    assert desk.name == "Trung tâm Phục vụ hành chính công xã Gia Lâm"
    assert [counter.number for counter in counters_of(desk.id, PLAIN_WEDNESDAY)] == [1, 2, 3, 4, 5]
    handling = unit_for_sector(office, "ho-tich", PLAIN_WEDNESDAY)
    names = {unit.id: unit.name for unit in units_of(office, PLAIN_WEDNESDAY)}
    assert names[handling or 0] == "Văn phòng HĐND và UBND"


def test_the_district_of_2020_has_its_22_communes_and_ends_with_the_district_level() -> None:
    load_2020()
    district = agency_id("huyen-gia-lam")
    assert len(subtree_ids(district, LONG_AGO)) == 23
    assert agency_on(district, date(2025, 6, 30)) is not None
    assert agency_on(district, date(2025, 7, 1)) is None
    old = agency_called("xa-phu-dong-huyen-gia-lam", LONG_AGO)
    assert old is not None
    assert ancestors(old.id, LONG_AGO) == (district, agency_id("thanh-pho-ha-noi"))


def test_a_divided_commune_has_one_successor_by_default() -> None:
    load_2020()
    successors = successors_of(agency_id("thi-tran-trau-quy-huyen-gia-lam"))
    assert [(row.slug, row.is_default) for row in successors] == [
        ("xa-gia-lam", True),
        ("xa-bat-trang", False),
    ]


def test_importing_twice_changes_nothing_and_leaves_no_fact() -> None:
    load_today()
    facts = Fact.objects.count()
    report = load_today()
    assert (report.new, report.changed, report.successions) == ((), {}, ())
    assert report.unchanged > 40
    assert Fact.objects.count() == facts


def test_both_samples_live_in_one_catalogue() -> None:
    load_today()
    report = load_2020()
    assert "xa-gia-lam" not in report.new
    assert report.changed == {}
    row = agency_on(agency_id(), PLAIN_WEDNESDAY)
    assert row is not None
    assert row.code == "H26.45"


def changed_document() -> dict[str, Any]:
    document = shipped_today()
    office = document["agencies"][1]
    office["versions"].append(
        {
            **office["versions"][0],
            "name": "Ủy ban nhân dân phường Gia Lâm",
            "valid_from": "2027-01-01",
        }
    )
    office["versions"][0] |= {"phone": "02438276644", "valid_until": "2027-01-01"}
    return dict(document)


def test_a_second_import_shows_what_changed_and_leaves_the_fact_of_it() -> None:
    load_today()
    report = import_agencies(actor=SETUP, at=PLAIN_MORNING, document=changed_document())
    changes = report.changed["xa-gia-lam"]
    assert {(change["what"], change.get("name"), change.get("after")) for change in changes} == {
        ("version", "phone", "02438276644"),
        ("version", "valid_until", "2027-01-01"),
        ("version", None, None),
    }
    facts = facts_about("agency", agency_id())
    assert [fact.code for fact in facts] == ["agency.registered", "agency.corrected"]
    assert list(facts[-1].payload["changes"]) == list(changes)
    later = agency_on(agency_id(), date(2027, 1, 1))
    assert later is not None
    assert later.name == "Ủy ban nhân dân phường Gia Lâm"
    assert list(verify()) == []


def test_an_import_does_not_undo_a_name_given_here() -> None:
    load_today()
    rename_agency(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        from_day=date(2026, 9, 1),
        name="Ủy ban nhân dân phường Gia Lâm",
        short_name="UBND phường Gia Lâm",
    )
    assert load_today().changed == {}
    assert AgencyVersion.objects.filter(agency=agency_id()).count() == 2


def test_what_would_overlap_is_refused_and_nothing_is_written() -> None:
    load_today()
    document = shipped_today()
    office = document["agencies"][1]
    office["versions"].append(
        {**office["versions"][0], "valid_from": "2025-01-01", "valid_until": "2026-01-01"}
    )
    before = Fact.objects.count()
    with pytest.raises(PeriodsClash):
        import_agencies(actor=SETUP, at=PLAIN_MORNING, document=document)
    assert Fact.objects.count() == before


def test_a_document_with_a_ring_is_refused_as_a_whole() -> None:
    document = shipped_today()
    document["agencies"][0]["versions"][0]["parent"] = "xa-gia-lam"
    with pytest.raises(CycleInTree):
        import_agencies(actor=SETUP, at=PLAIN_MORNING, document=document)
    assert Agency.objects.count() == 0


def test_the_public_shape_is_taken_as_it_is() -> None:
    document = orjson.loads(EXCERPT.read_bytes())
    report = import_agencies(actor=SETUP, at=PLAIN_MORNING, document=document)
    assert "huyen-vu-ban" in report.new
    assert ("tinh-nam-dinh", "tinh-ninh-binh") in report.successions
    again = import_agencies(actor=SETUP, at=PLAIN_MORNING, document=document)
    assert (again.new, again.changed, again.successions) == ((), {}, ())


@pytest.mark.parametrize("role", list(Role))
def test_no_officer_takes_over_the_whole_catalogue(role: Role) -> None:
    with pytest.raises(NotPermitted):
        import_agencies(actor=somebody(role), at=PLAIN_MORNING, document=shipped_today())
