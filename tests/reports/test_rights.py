"""Whose figures somebody sees: those of the dossiers he sees, and nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.agencies.queries import units_of
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.reports.queries.building import report
from motcua.reports.queries.leader import leaders_view
from motcua.reports.queries.rights import places_reported
from motcua.reports.vocabulary import ReportName
from tests.support.offices import somebody
from tests.support.openings import cells_of
from tests.support.reporting import AFTER_JULY, Communes, operator_at_the_machine

pytestmark = pytest.mark.usefixtures("proved")


@pytest.mark.parametrize("name", ReportName)
def test_a_leader_of_another_commune_sees_nothing(communes: Communes, name: ReportName) -> None:
    with pytest.raises(NotFound):
        report(communes.signatory(1), communes.asked(name, place=0), at=AFTER_JULY)


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.HANDLING, Role.ADMINISTRATOR])
def test_who_needs_no_figures_for_his_work_sees_none(communes: Communes, role: Role) -> None:
    actor = somebody(role, agency=communes.all[0].id)
    with pytest.raises(NotPermitted):
        report(actor, communes.asked(), at=AFTER_JULY)
    with pytest.raises(NotPermitted):
        leaders_view(actor, at=AFTER_JULY)


def test_a_leader_alone_does_not_see_what_is_below(communes: Communes) -> None:
    leader = somebody(Role.SIGNATORY, agency=communes.city_id)
    asked = communes.asked_of_city()
    with pytest.raises(NotFound):
        report(leader, asked, at=AFTER_JULY)
    assert report(leader, replace(asked, with_subordinates=False), at=AFTER_JULY).rows == ()


def _head_of(communes: Communes, slug: str) -> Actor:
    home = communes.all[0].id
    unit = next(unit for unit in units_of(home, AFTER_JULY.date()) if unit.slug == slug)
    return somebody(Role.UNIT_HEAD, agency=home, unit=unit.id)


def test_a_unit_head_sees_his_unit_whatever_he_asks(communes: Communes) -> None:
    whole = cells_of(report(communes.signatory(), communes.asked(), at=AFTER_JULY))
    parts = [
        cells_of(report(_head_of(communes, slug), communes.asked(), at=AFTER_JULY))
        for slug in ("van-phong", "phong-kinh-te")
    ]
    received = [part["total", "received"].count for part in parts]
    assert all(received)
    assert sum(received) == whole["total", "received"].count


def test_a_unit_head_may_not_ask_for_another_unit(communes: Communes) -> None:
    head, other = _head_of(communes, "van-phong"), _head_of(communes, "phong-kinh-te")
    with pytest.raises(NotFound):
        report(head, replace(communes.asked(), unit_id=other.unit_id), at=AFTER_JULY)


def test_a_leader_may_ask_for_one_unit(communes: Communes) -> None:
    head = _head_of(communes, "phong-kinh-te")
    asked = replace(communes.asked(), unit_id=head.unit_id)
    by_leader = report(communes.signatory(), asked, at=AFTER_JULY)
    by_head = report(head, communes.asked(), at=AFTER_JULY)
    assert (by_leader.rows, by_leader.unit) == (by_head.rows, by_head.unit)
    assert by_leader.unit is not None


def test_the_operator_of_the_machine_sees_all(communes: Communes) -> None:
    by_operator = report(operator_at_the_machine(), communes.asked_of_city(), at=AFTER_JULY)
    by_supervisor = report(communes.supervisor(), communes.asked_of_city(), at=AFTER_JULY)
    assert by_operator.rows == by_supervisor.rows


def test_each_is_offered_the_agencies_he_may_ask_for(communes: Communes) -> None:
    home = communes.all[0].id
    offered = places_reported(communes.signatory(), at=AFTER_JULY)
    assert ([row.agency.id for row in offered.agencies], offered.unit_id) == ([home], None)
    assert offered.may_close
    head = places_reported(_head_of(communes, "van-phong"), at=AFTER_JULY)
    assert [row.agency.id for row in head.agencies] == [home]
    assert (head.unit_id is not None, head.may_close) == (True, False)
    above = places_reported(communes.supervisor(), at=AFTER_JULY)
    assert {one.id for one in communes.all} < {row.agency.id for row in above.agencies}
