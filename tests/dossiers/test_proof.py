"""Register, calendar and ledger are compared both ways: nothing altered, added or gone stays unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from motcua.dossiers.models import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.proof import disagreements
from motcua.worktime.commands.announce_day import announce_day
from motcua.worktime.models import CalendarDay, OfficeCalendar
from motcua.worktime.proof import calendar_flaws
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id
from tests.support.reception import CERTIFIED_COPY, a_reception, receive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def told() -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.fields) for one in disagreements()]


def test_what_was_received_agrees() -> None:
    for _number in range(3):
        receive()
    assert told() == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda: Dossier.objects.update(due_at=None), "due_at"),
        (lambda: Dossier.objects.update(fee_total_vnd=1), "fee_total_vnd"),
        (lambda: DossierParty.objects.update(name="Người khác"), "parties"),
        (lambda: SubmittedDocument.objects.update(originals=9), "papers"),
        (lambda: FeeLine.objects.all().delete(), "fees"),
    ],
)
def test_an_altered_row_is_named_with_its_field(change: Callable[[], object], field: str) -> None:
    received = receive(a_reception(CERTIFIED_COPY))
    change()
    assert told() == [(received.code, (field,))]


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_dossier_taken_out_of_the_register_is_named(gone: int) -> None:
    received = [receive() for _number in range(3)]
    Dossier.objects.filter(pk=received[gone].id).delete()
    assert told() == [(received[gone].code, ("row",))]


def test_calendars_as_they_were_set_agree() -> None:
    assert list(calendar_flaws()) == []


def test_a_day_announced_by_the_act_agrees() -> None:
    storm = SpecialDay(day=date(2026, 11, 26), kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE)
    announce_day(actor=SETUP, at=PLAIN_MORNING, agency_id=agency_id(), special=storm)
    assert list(calendar_flaws()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda: CalendarDay.objects.filter(day=date(2026, 11, 24)).delete(),
        lambda: CalendarDay.objects.filter(day=date(2026, 11, 24)).update(kind=DayKind.EXTRA_WORK),
        lambda: OfficeCalendar.objects.filter(agency=None).update(cutoff_minute=None),
    ],
)
def test_a_calendar_changed_behind_the_back_is_named(change: Callable[[], object]) -> None:
    change()
    assert len(list(calendar_flaws())) == 1
