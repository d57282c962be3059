"""Causes are looked for behind the numbers that differ, in all of the dossiers there; else it is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from motcua.dossiers.models import Stay
from motcua.dossiers.tallies import changed
from motcua.kernel.actor import Role
from motcua.procedures.queries.labels import procedure_called, procedures_called
from motcua.reports.commands.close_period import close_period
from motcua.reports.queries import causes
from motcua.reports.queries.differences import Differences, differences
from motcua.reports.vocabulary import ReportName
from tests.support.clock import PLAIN_FRIDAY, at
from tests.support.reception import LAND, a_reception, receive
from tests.support.reporting import AFTER_JULY, AFTER_JUNE, Communes

pytestmark = pytest.mark.usefixtures("proved")
LATE = at(date(2026, 6, 16), "09:00")
Recount = Callable[..., Differences]


@pytest.fixture
def recount(communes: Communes) -> Recount:
    """Closes June, enters so many land dossiers late, and tells what differs."""

    def told(late: int, name: ReportName = ReportName.II06A) -> Differences:
        actor = communes.signatory()
        made = close_period(actor=actor, at=AFTER_JUNE, asked=communes.asked(name))
        moment = at(PLAIN_FRIDAY, "10:00")
        given = a_reception(LAND, at=moment, received_at=moment, note="Nhập muộn")
        for _one in range(late):
            receive(given, actor=communes.all[0].actor(Role.RECEPTION), at=LATE)
        return differences(actor, made.id, at=AFTER_JULY)

    return told


def _stays(communes: Communes, **named: Any) -> int:
    return Stay.objects.filter(agency=communes.all[0].id, **named).count()


def test_only_dossiers_of_the_procedures_that_differ_are_looked_at(
    communes: Communes, recount: Recount
) -> None:
    found = recount(2)
    land = procedure_called("NATIONAL", LAND, "")
    assert found.is_complete
    assert found.looked_at == _stays(communes, procedure=land) < _stays(communes)


@pytest.mark.parametrize("piece", [1, 2, 3, 500])
def test_every_cause_is_found_however_the_search_is_cut_in_pieces(
    recount: Recount, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(changed, "PIECE", piece)
    found = recount(5)
    assert found.is_complete
    assert {len({cause.dossier_code for cause in one.causes}) for one in found.rows} == {5}
    assert {one.causes_left for one in found.rows} == {0}


@pytest.mark.parametrize("name", ReportName)
def test_every_report_finds_the_cause_of_each_of_its_counts(
    recount: Recount, name: ReportName
) -> None:
    found = recount(1, name)
    assert found.rows
    assert [one for one in found.rows if not one.causes] == []


def test_a_search_that_was_cut_off_tells_how_many_it_looked_at(
    recount: Recount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changed, "PIECE", 1)
    monkeypatch.setattr(causes, "LOOKED_AT_MAX", 2)
    found = recount(5)
    assert (found.is_complete, found.looked_at) == (False, 2)
    assert {len({cause.dossier_code for cause in one.causes}) for one in found.rows} == {2}


def test_a_period_of_which_nothing_differs_costs_no_search(recount: Recount) -> None:
    assert recount(0) == Differences()


@pytest.mark.usefixtures("communes")
def test_procedures_are_named_many_at_once() -> None:
    land = procedure_called("NATIONAL", LAND, "")
    asked = [("NATIONAL", LAND, ""), ("NATIONAL", "9.999999", ""), ("LOCAL", LAND, "x")]
    assert procedures_called(asked) == {land}
