"""The life events of a day. Kept while the catalogue stands."""

from __future__ import annotations

from datetime import date

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
def life_event_called(code: str, day: date) -> LifeEvent | None:
    """The event with this code on that day."""
    return next((one for one in life_events_on(day) if one.code == code), None)
