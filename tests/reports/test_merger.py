"""Agencies that have ended: what they did is told by whoever took them over, and counted once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.dossiers.commands.carry_out_succession import carry_out
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound
from motcua.reports.queries.building import report
from motcua.reports.vocabulary import ReportAsked, ReportName
from tests.support.offices import somebody
from tests.support.openings import cells_counted_plainly, cells_of, codes_behind
from tests.support.reporting import AFTER_JULY, AFTER_JUNE, JULY, JUNE, Communes
from tests.support.three_communes import AFTERWARDS, WARD, merger

pytestmark = pytest.mark.usefixtures("proved")
NAMES = pytest.mark.parametrize("name", ReportName)


@pytest.fixture
def ward(communes: Communes) -> int:
    """The ward that the three communes have become on 1 July 2026."""
    order = SuccessionOrder(plan=merger(*communes.all))
    province = somebody(Role.ADMINISTRATOR, agency=communes.city_id)
    marks = rehearse(actor=province, at=AFTERWARDS, order=order).marks
    done = carry_out(actor=province, at=AFTERWARDS, order=order, marks=marks)
    return done.successor_ids[0]


def _leader(communes: Communes, ward: int) -> Actor:
    before = frozenset(one.id for one in communes.all)
    return replace(somebody(Role.SIGNATORY, agency=ward), predecessor_ids=before)


def _asked(name: ReportName, ward: int) -> ReportAsked:
    return ReportAsked(name=name, agency_id=ward, from_day=JULY[0], until_day=JULY[1])


@NAMES
def test_the_ward_tells_of_the_communes_before_it(
    communes: Communes, ward: int, name: ReportName
) -> None:
    actor, asked = _leader(communes, ward), _asked(name, ward)
    made = report(actor, asked, at=AFTER_JULY)
    assert made.faults == ()
    assert cells_of(made) == cells_counted_plainly(actor, asked, made, AFTER_JULY)


def test_what_passed_to_the_ward_is_carried_once_and_handed_to_nobody(
    communes: Communes, ward: int
) -> None:
    left = [
        cells_of(
            report(
                communes.supervisor(AFTER_JUNE),
                replace(communes.asked(days=JUNE), agency_id=one.id),
                at=AFTER_JUNE,
            )
        )
        for one in communes.all
    ]
    made = cells_of(report(_leader(communes, ward), _asked(ReportName.II06A, ward), at=AFTER_JULY))
    assert made["total", "carried"].count == sum(one["total", "open"].count for one in left)
    assert ("total", "handed-on") not in made


@NAMES
def test_the_city_counts_each_dossier_once(communes: Communes, ward: int, name: ReportName) -> None:
    actor, asked = communes.supervisor(), communes.asked_of_city(name, JULY)
    made = report(actor, asked, at=AFTER_JULY)
    assert made.faults == ()
    assert cells_of(made) == cells_counted_plainly(actor, asked, made, AFTER_JULY)
    assert WARD.slug in {one.slug for one in made.agencies}


@NAMES
def test_numbers_from_before_the_merger_still_open(
    communes: Communes, ward: int, name: ReportName
) -> None:
    actor, asked = _leader(communes, ward), _asked(name, ward)
    made = report(actor, asked, at=AFTER_JULY)
    opening = {column.code for column in made.columns if column.opens}
    told = {place: cell.count for place, cell in cells_of(made).items() if place[1] in opening}
    assert told == {
        (key, code): len(set(codes_behind(actor, asked, key, code, AFTER_JULY)))
        for key, code in told
    }


def test_a_commune_that_has_ended_hands_on_what_it_had(communes: Communes, ward: int) -> None:
    asked = communes.asked(days=JULY)
    made = cells_of(report(_leader(communes, ward), asked, at=AFTER_JULY))
    assert made["total", "handed-on"] == made["total", "received"]
    assert ("total", "open") not in made


def test_an_old_month_of_a_commune_reads_as_before(communes: Communes, ward: int) -> None:
    with pytest.raises(NotFound):
        report(communes.signatory(1), communes.asked(), at=AFTER_JULY)
    actor, asked = _leader(communes, ward), communes.asked()
    made = report(actor, asked, at=AFTER_JULY)
    assert made.agency.slug == communes.all[0].slug
    assert cells_of(made) == cells_counted_plainly(actor, asked, made, AFTER_JULY)
    assert made.rows
