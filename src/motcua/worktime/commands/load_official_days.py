"""Enter the official days that ship with the product; run again after an update, it adds what is new."""

from __future__ import annotations

from datetime import datetime

from motcua.kernel.actor import Actor
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.worktime.commands.announce_day import day_row
from motcua.worktime.events import OfficialDaysLoaded
from motcua.worktime.models import CalendarDay
from motcua.worktime.rules.official_days import official_days
from motcua.worktime.vocabulary import SpecialDay


def load_official_days(*, actor: Actor, at: datetime) -> int:
    """How many days were added. Days already entered stay as the office has them."""
    with recording(actor, at) as record:
        known = set(CalendarDay.objects.filter(agency=None).values_list("day", flat=True))
        new = [special for special in official_days().special_days if special.day not in known]
        if not new:
            return 0
        CalendarDay.objects.bulk_create(day_row(special, at, agency_id=None) for special in new)
        event = OfficialDaysLoaded(days=tuple(_plain(special) for special in new))
        record.append(event, about=Subject("calendar", 0, next_seq("calendar", 0)))
    return len(new)


def _plain(special: SpecialDay) -> dict[str, object]:
    return {"day": special.day, "kind": special.kind, "cause": special.cause, "name": special.name}
