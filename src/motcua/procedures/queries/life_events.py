"""The life events of a day. Kept while the catalogue stands."""

from __future__ import annotations

from datetime import date

from django.db.models import F

from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import LifeEvent as Row
from motcua.procedures.rules.life_events import LifeEvent, life_event_of


@kept_by_revision
def life_events_on(day: date) -> tuple[LifeEvent, ...]:
    """All that hold on that day, in the order in which they are shown. One query, a few dozen rows."""
    rows = Row.objects.filter(in_force(day)).order_by("position", "code")
    return tuple(life_event_of(row.content) for row in rows)


@kept_by_revision
def names_abroad(day: date) -> dict[str, str]:
    """What procedures are called in English on that day, by code: as the life events call them, in the
    order in which these are shown; the first counts. One query besides that of the events."""
    told: dict[str, str] = {}
    for event in life_events_on(day):
        for matter in event.matters:
            told.setdefault(matter.procedure_code, matter.name.en)
    return told


@kept_by_revision
def names_ever_abroad() -> tuple[tuple[str, str], ...]:
    """Every English name that any procedure had, has or will have: what somebody may look for. One
    query."""
    rows = Row.objects.exclude(valid_until=F("valid_from")).order_by("position", "code")
    events = [life_event_of(content) for content in rows.values_list("content", flat=True)]
    return tuple(
        dict.fromkeys(
            (matter.procedure_code, matter.name.en) for event in events for matter in event.matters
        )
    )


@kept_by_revision
def life_event_called(code: str, day: date) -> LifeEvent | None:
    """The event with this code on that day."""
    return next((one for one in life_events_on(day) if one.code == code), None)
