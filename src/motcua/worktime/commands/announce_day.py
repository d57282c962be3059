"""Enter a day off, a half day or an extra working day."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.policies import can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.worktime.events import DayAnnounced
from motcua.worktime.models import CalendarDay
from motcua.worktime.rules.day_table import FIRST_DAY, LAST_DAY
from motcua.worktime.vocabulary import SpecialDay


class DayAlreadyEntered(Refusal):
    """The calendar has that date already, for the same agency."""

    code = "day-already-entered"


class DayOutOfRange(Refusal):
    """No calendar reaches that far: one such day would make every date refuse."""

    code = "day-out-of-range"


def demand_calendar_change(actor: Actor, at: datetime, agency_id: int | None) -> None:
    """May the actor change the calendar there? Everywhere (None) only who stands above all.

    Refusals: NotPermitted.
    """
    day = local_day(at)
    if agency_id is not None:
        can(actor, Permission.CALENDAR_CHANGE, agency_id, day).demand()
        return
    may(actor, Permission.CALENDAR_CHANGE).demand()
    stands_above_all = actor.agency_id is not None and not ancestors(actor.agency_id, day)
    Verdict(allowed=actor.is_system or stands_above_all, reason="not-above-all").demand()


def announce_day(*, actor: Actor, at: datetime, agency_id: int | None, special: SpecialDay) -> int:
    """Enter one special day for an agency and all below it (None = all offices). Returns its id.

    Dates already promised are not touched here: `dossiers.commands.move_deadlines` does that.
    Refusals: NotPermitted, DayAlreadyEntered, DayOutOfRange.
    """
    demand_calendar_change(actor, at, agency_id)
    if not FIRST_DAY <= special.day <= LAST_DAY:
        raise DayOutOfRange(field="day", first_day=FIRST_DAY, last_day=LAST_DAY)
    with recording(actor, at) as record:
        if CalendarDay.objects.filter(agency=agency_id, day=special.day).exists():
            raise DayAlreadyEntered(field="day", day=special.day.isoformat())
        row = day_row(special, at, agency_id=agency_id)
        row.save(force_insert=True)
        event = DayAnnounced(
            agency_id=agency_id,
            day=special.day,
            kind=special.kind,
            cause=special.cause,
            name=special.name,
            source=special.source,
        )
        about = agency_id or 0
        record.append(event, about=Subject("calendar", about, next_seq("calendar", about)))
    return row.pk


def day_row(special: SpecialDay, at: datetime, *, agency_id: int | None) -> CalendarDay:
    """A special day as it is kept; `agency_id` None: for everybody."""
    return CalendarDay(
        agency_id=agency_id,
        day=special.day,
        kind=special.kind,
        cause=special.cause,
        name=special.name,
        sessions=[list(session) for session in special.sessions],
        like_weekday=special.like_weekday,
        instead_of=special.instead_of,
        source=special.source,
        announced_at=at,
    )
