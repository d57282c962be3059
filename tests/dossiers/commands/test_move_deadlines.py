"""A day off announced late: what is shown is what happens, once, and each dossier can say why."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from motcua.dossiers.commands.move_deadlines import (
    Move,
    announce_and_move,
    move_open,
    preview_moves,
)
from motcua.dossiers.models import Dossier
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.worktime.commands.announce_day import DayAlreadyEntered
from motcua.worktime.models import CalendarDay
from motcua.worktime.vocabulary import DayCause, DayKind, SpecialDay
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING, at
from tests.support.counting import figures_are_those_of_the_facts
from tests.support.offices import SETUP, agency_id, somebody
from tests.support.reception import BIRTH, BUSINESS, LAND, a_reception, receive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
CLOSED_FRIDAY = SpecialDay(
    day=PLAIN_FRIDAY, kind=DayKind.OFF, cause=DayCause.LOCAL_CLOSURE, name="Mất điện toàn xã"
)
CODES = (BIRTH, BUSINESS, LAND)


def administrator() -> Actor:
    return somebody(Role.ADMINISTRATOR, agency=agency_id())


def received(*codes: str) -> list[int]:
    return [receive(a_reception(code)).id for code in codes]


def preview(special: SpecialDay = CLOSED_FRIDAY) -> list[Move]:
    return preview_moves(
        actor=administrator(), at=PLAIN_MORNING, agency_id=agency_id(), special=special
    )


def announce(special: SpecialDay = CLOSED_FRIDAY) -> list[Move]:
    return announce_and_move(
        actor=administrator(), at=PLAIN_MORNING, agency_id=agency_id(), special=special
    )


def dates() -> dict[int, datetime | None]:
    return dict(Dossier.objects.values_list("id", "due_at"))


def test_what_is_shown_is_what_happens() -> None:
    received(*CODES)
    shown = preview()
    assert announce() == shown
    assert {move.dossier_id: move.new_due_at for move in shown}.items() <= dates().items()


def test_only_dossiers_still_running_on_that_day_move() -> None:
    birth, business, land = received(*CODES)
    assert [move.dossier_id for move in announce()] == [business, land]
    assert dates()[birth] == at(date(2026, 6, 10), "17:00")
    assert dates()[business] == at(date(2026, 6, 16), "17:00")
    assert dates()[land] == at(date(2026, 7, 23), "17:00")


def test_showing_changes_nothing() -> None:
    received(*CODES)
    before = (dates(), Fact.objects.count(), CalendarDay.objects.count())
    preview()
    assert (dates(), Fact.objects.count(), CalendarDay.objects.count()) == before


def test_the_date_first_promised_is_kept() -> None:
    (business,) = received(BUSINESS)
    promised = dates()[business]
    announce()
    dossier = Dossier.objects.get(pk=business)
    assert dossier.original_due_at == promised
    assert dossier.due_at != promised


def test_each_moved_dossier_gains_a_fact_that_says_why() -> None:
    (business,) = received(BUSINESS)
    announce()
    first, moved = facts_about("dossier", business)
    assert (moved.code, moved.subject_seq) == ("dossier.deadline-moved", 2)
    assert moved.payload["cause"] == CLOSED_FRIDAY.name
    assert moved.payload["old_due_at"] == first.payload["due_at"]
    assert moved.payload["trace"][-1]["code"] == "DUE"


def test_figures_follow_the_moved_dates() -> None:
    received(*CODES)
    announce()
    assert list(tally_flaws()) == []
    figures_are_those_of_the_facts(PLAIN_MORNING)


def test_run_again_nothing_moves_twice() -> None:
    received(*CODES)
    announce()
    before = (dates(), Fact.objects.count())
    again = move_open(
        actor=administrator(),
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        special=CLOSED_FRIDAY,
        day_off_id=CalendarDay.objects.get(day=PLAIN_FRIDAY).pk,
    )
    assert (again, dates(), Fact.objects.count()) == ([], *before)


def test_the_same_day_is_not_entered_twice() -> None:
    announce()
    with pytest.raises(DayAlreadyEntered):
        announce()


def test_progress_counts_up_to_all_that_were_looked_at() -> None:
    received(BUSINESS, LAND)
    told: list[tuple[int, int]] = []
    announce_and_move(
        actor=administrator(),
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        special=CLOSED_FRIDAY,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]


def test_an_extra_working_day_brings_the_date_forward() -> None:
    (business,) = received(BUSINESS)
    saturday = SpecialDay(
        day=date(2026, 6, 13), kind=DayKind.EXTRA_WORK, cause=DayCause.LOCAL_WORK, name="Làm bù"
    )
    announce(saturday)
    assert dates()[business] == at(date(2026, 6, 13), "17:00")


def test_another_agency_is_left_alone() -> None:
    received(*CODES)
    elsewhere = agency_id("xa-bat-trang")
    moved = announce_and_move(
        actor=SETUP, at=PLAIN_MORNING, agency_id=elsewhere, special=CLOSED_FRIDAY
    )
    assert moved == []


def test_a_day_for_the_whole_country_reaches_every_office() -> None:
    _birth, business, land = received(*CODES)
    moved = announce_and_move(actor=SETUP, at=PLAIN_MORNING, agency_id=None, special=CLOSED_FRIDAY)
    assert [move.dossier_id for move in moved] == [business, land]


@pytest.mark.parametrize("act", [preview_moves, announce_and_move])
def test_who_may_not_change_the_calendar_is_refused(act: object) -> None:
    received(BUSINESS)
    before = dates()
    with pytest.raises(NotPermitted):
        act(  # type: ignore[operator]
            actor=somebody(Role.RECEPTION, agency=agency_id()),
            at=PLAIN_MORNING,
            agency_id=agency_id(),
            special=CLOSED_FRIDAY,
        )
    assert (dates(), CalendarDay.objects.filter(day=PLAIN_FRIDAY).count()) == (before, 0)
