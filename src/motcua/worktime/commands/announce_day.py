"""Enter a day off, a half day or an extra working day."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.worktime.events import DayAnnounced
from motcua.worktime.models import CalendarDay
from motcua.worktime.vocabulary import SpecialDay


class DayAlreadyEntered(Refusal):
    """The calendar has that date already, for the same agency."""

    code = "day-already-entered"


def announce_day(*, actor: Actor, at: datetime, agency_id: int | None, special: SpecialDay) -> int:
    """Enter one special day for an agency and all below it (None = all offices). Returns its id.

    Dates already promised are not touched here: `dossiers.commands.move_deadlines` does that.
    Refusals: NotPermitted, DayAlreadyEntered.
    """
    may(actor, Permission.CALENDAR_CHANGE).demand()
    with recording(actor, at) as record:
        if CalendarDay.objects.filter(agency=agency_id, day=special.day).exists():
            raise DayAlreadyEntered(field="day", day=special.day.isoformat())
        row = CalendarDay.objects.create(
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
