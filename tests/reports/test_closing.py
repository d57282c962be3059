"""A period that is closed stays as it was told; what is recorded later shows as a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Assign
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from motcua.reports.commands.close_period import (
    ClosedAlready,
    ClosedMade,
    PeriodNotOver,
    close_period,
)
from motcua.reports.formats import document
from motcua.reports.models import ClosedReport
from motcua.reports.proof import closed_flaws
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_of, closed_report, closed_reports
from motcua.reports.queries.differences import Differences, differences
from motcua.reports.vocabulary import PeriodKind, ReportFormat, ReportName
from motcua.reports.wording import PERIODS
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MONDAY, at
from tests.support.offices import somebody
from tests.support.openings import codes_behind
from tests.support.reception import BUSINESS, LAND, a_reception, receive
from tests.support.reporting import AFTER_JULY, AFTER_JUNE, Communes

pytestmark = pytest.mark.usefixtures("proved")
KEY = RequestKey("api:1:dong-ky", "a" * 64)


def close(
    communes: Communes, name: ReportName = ReportName.II06A, request: RequestKey | None = None
) -> ClosedMade:
    return close_period(
        actor=communes.signatory(), at=AFTER_JUNE, asked=communes.asked(name), request=request
    )


def enter_late(communes: Communes, procedure: str = LAND) -> str:
    """Received within June, entered on the day after it was closed."""
    given = a_reception(
        procedure, at=at(PLAIN_FRIDAY, "10:00"), received_at=at(PLAIN_FRIDAY, "10:00"),
        note="Nhập muộn do mất điện",
    )  # fmt: skip
    desk = communes.all[0].actor(Role.RECEPTION)
    return receive(given, actor=desk, at=at(date(2026, 6, 16), "09:00")).code


@pytest.mark.parametrize("name", ReportName)
def test_what_is_told_is_what_was_counted_and_by_whom(communes: Communes, name: ReportName) -> None:
    made = close(communes, name)
    told = closed_report(communes.signatory(), made.id)
    now = report(communes.signatory(), communes.asked(name), at=AFTER_JUNE)
    assert told.closing is not None
    assert (told.closing.by, told.closing.digest) == (communes.signatory().name, made.digest)
    assert replace(told, closing=None) == now
    assert sha256(ClosedReport.objects.get(pk=made.id).told.encode()).hexdigest() == made.digest


def test_closing_leaves_a_fact_of_the_agency(communes: Communes) -> None:
    made = close(communes)
    (fact,) = facts_about("report", made.id)
    assert (fact.code, fact.payload["digest"]) == ("report.closed", made.digest)
    assert fact.payload["agency_id"] == communes.all[0].id
    assert list(closed_flaws()) == []


def test_a_closed_report_keeps_the_words_of_its_day(
    communes: Communes, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = close(communes)
    before = [document(closed_report(communes.signatory(), made.id), form) for form in ReportFormat]
    monkeypatch.setitem(PERIODS, PeriodKind.MONTH, "Gọi khác %(number)s/%(year)s")
    assert report(communes.signatory(), communes.asked(), at=AFTER_JUNE).period_words[:3] == "Gọi"
    after = [document(closed_report(communes.signatory(), made.id), form) for form in ReportFormat]
    assert after == before


def test_a_closed_report_altered_by_hand_is_found(communes: Communes) -> None:
    made = close(communes)
    closed = ClosedReport.objects.get(pk=made.id)
    closed.told = closed.told.replace("Đất đai", "Đất")
    assert list(closed_flaws([closed])) == [made.id]


def test_a_period_is_closed_once(communes: Communes) -> None:
    close(communes)
    with pytest.raises(ClosedAlready):
        close(communes)
    close(communes, ReportName.ON_TIME)


def test_a_repeated_request_closes_once(communes: Communes) -> None:
    first = close(communes, request=KEY)
    again = close(communes, request=KEY)
    assert (again.id, again.repeated) == (first.id, True)


def test_a_period_that_lasts_is_not_closed(communes: Communes) -> None:
    with pytest.raises(PeriodNotOver):
        close_period(
            actor=communes.signatory(), at=at(date(2026, 6, 14), "23:00"), asked=communes.asked()
        )


def test_only_the_own_agency_is_closed_and_only_by_who_may(communes: Communes) -> None:
    with pytest.raises(NotFound):
        close_period(actor=communes.signatory(1), at=AFTER_JUNE, asked=communes.asked())
    for role in (Role.UNIT_HEAD, Role.SUPERVISOR, Role.RECEPTION):
        with pytest.raises(NotPermitted):
            close_period(
                actor=somebody(role, agency=communes.all[0].id),
                at=AFTER_JUNE,
                asked=communes.asked(),
            )


def test_a_city_is_closed_with_its_communes_by_who_sees_them_all(communes: Communes) -> None:
    leader = somebody(Role.SIGNATORY, agency=communes.city_id)
    with pytest.raises(NotFound):
        close_period(actor=leader, at=AFTER_JUNE, asked=communes.asked_of_city())
    seeing = replace(
        communes.supervisor(),
        roles=frozenset({Role.SIGNATORY, Role.SUPERVISOR}),
        name="Bà Chủ tịch",
    )
    made = close_period(actor=seeing, at=AFTER_JUNE, asked=communes.asked_of_city())
    assert len(closed_report(seeing, made.id).agencies) > 3
    with pytest.raises(NotFound):
        closed_report(leader, made.id)


def test_what_was_told_cannot_be_changed_in_the_database(communes: Communes) -> None:
    close(communes)
    for change in (
        lambda: ClosedReport.objects.update(digest="0" * 64),
        lambda: ClosedReport.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("form", ReportFormat)
def test_a_closed_report_gives_the_same_bytes_whatever_comes_later(
    communes: Communes, form: ReportFormat
) -> None:
    made = close(communes)
    before = document(closed_report(communes.signatory(), made.id), form)
    enter_late(communes)
    assert document(closed_report(communes.signatory(), made.id), form) == before
    fresh = report(communes.signatory(), communes.asked(), at=AFTER_JULY)
    assert document(fresh, form) != before


def test_nothing_recorded_later_makes_no_difference(communes: Communes) -> None:
    made = close(communes)
    assert differences(communes.signatory(), made.id, at=AFTER_JULY) == Differences()


def test_a_dossier_entered_late_is_the_cause_of_each_number_it_changes(
    communes: Communes,
) -> None:
    made = close(communes)
    code = enter_late(communes)
    found = differences(communes.signatory(), made.id, at=AFTER_JULY).rows
    land = "procedure/NATIONAL/1.012817"
    assert {(one.row_key, one.column_code) for one in found} == {
        (row, column)
        for row in (land, "sector/dat-dai", "total")
        for column in ("received", "received-direct", "open", "open-in-time")
    }
    for one in found:
        assert one.closed is not None
        assert one.now is not None
        assert one.now.count == one.closed.count + 1
        assert {cause.dossier_code for cause in one.causes} == {code}
        assert one.causes[0].fact_code == "dossier.received"


def test_a_procedure_that_was_not_there_comes_in_as_a_new_row(communes: Communes) -> None:
    neighbor = communes.signatory(1)
    asked = communes.asked(place=1, days=(PLAIN_MONDAY, PLAIN_MONDAY))
    made = close_period(actor=neighbor, at=AFTER_JUNE, asked=asked)
    moment = at(PLAIN_MONDAY, "10:00")
    given = a_reception(BUSINESS, at=moment, received_at=moment, note="Nhập muộn")
    desk = communes.all[1].actor(Role.RECEPTION)
    code = receive(given, actor=desk, at=at(date(2026, 6, 16), "09:00")).code
    found = differences(neighbor, made.id, at=AFTER_JULY).rows
    (received,) = (
        one for one in found
        if (one.row_key, one.column_code) == ("procedure/NATIONAL/1.001612", "received")
    )  # fmt: skip
    assert (received.closed, received.now and received.now.count) == (None, 1)
    assert {cause.dossier_code for cause in received.causes} == {code}


def test_work_given_to_another_officer_later_is_told_with_its_cause(communes: Communes) -> None:
    made = close(communes, ReportName.OFFICERS)
    moment = at(date(2026, 6, 16), "09:00")
    home = communes.all[0]
    handler = home.actor(Role.HANDLING, "địa chính")
    before = closed_report(communes.signatory(), made.id)
    nobody = next(row.key for row in before.rows if row.key.endswith("phong-kinh-te/-"))
    code = _not_assigned(communes)
    assert handler.holding_id is not None
    assigned = Assign(holding_id=handler.holding_id)
    perform(Asked(actor=communes.signatory(), at=moment, code=code), Act.ASSIGN, assigned)
    found = differences(communes.signatory(), made.id, at=AFTER_JULY).rows
    changed = {one.row_key: one for one in found if one.column_code == "open"}
    assert changed.keys() == {nobody, f"officer/xa-gia-lam/phong-kinh-te/{handler.holding_id}"}
    assert {c.dossier_code for one in changed.values() for c in one.causes} == {code}
    assert changed[nobody].causes[0].fact_code == "dossier.assigned"


def _not_assigned(communes: Communes) -> str:
    """One of the land unit that nobody had at the end of June."""
    asked = communes.asked(ReportName.OFFICERS)
    key = "officer/xa-gia-lam/phong-kinh-te/-"
    return codes_behind(communes.signatory(), asked, key, "open", AFTER_JUNE)[0]


def test_closed_reports_are_listed_for_those_who_may_see_them(communes: Communes) -> None:
    first, second = close(communes), close(communes, ReportName.ON_TIME)
    listed = closed_reports(communes.signatory(), size=1)
    assert [row.id for row in listed.rows] == [second.id]
    rest = closed_reports(communes.signatory(), cursor=listed.next_cursor)
    assert first.id in {row.id for row in rest.rows}
    assert closed_reports(communes.signatory(1)).rows == ()
    assert {first.id, second.id} <= {row.id for row in closed_reports(communes.supervisor()).rows}
    found = closed_of(communes.signatory(), communes.asked())
    assert found is not None
    assert found.id == first.id
