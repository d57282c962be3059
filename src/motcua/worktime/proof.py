"""Do the calendars still say what the ledger says of them? Each fact about calendars is folded and
compared with the rows, so that a day moved behind the product's back is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from motcua.kernel.event import plain
from motcua.ledger.queries import FactRow, facts_of_kind
from motcua.worktime.models import CalendarDay, OfficeCalendar

Place = tuple[int | None, str]
SET_FIELDS = ("week", "counting", "outside_hours", "cutoff_minute", "cutoff_applies_to")


@dataclass(slots=True)
class Calendars:
    """What facts, or rows, say: special days by place and day, weekly hours by place and first day."""

    days: dict[Place, tuple[str, str]] = field(default_factory=dict)
    weeks: dict[Place, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalendarFlaw:
    """A day or a week that the rows tell otherwise than the facts; `agency_id` None = everywhere."""

    kind: str
    agency_id: int | None
    day: str


def calendar_flaws() -> Iterator[CalendarFlaw]:
    """Every difference. Two queries beside the facts about calendars."""
    told, kept = _fold(facts_of_kind("calendar")), _rows()
    for kind, before, now in (("day", told.days, kept.days), ("week", told.weeks, kept.weeks)):
        for place in sorted(before.keys() | now.keys(), key=str):
            if before.get(place) != now.get(place):
                yield CalendarFlaw(kind, *place)


def _fold(facts: Iterable[FactRow]) -> Calendars:
    told = Calendars()
    for fact in facts:
        payload = fact.payload
        agency_id = payload.get("agency_id")
        if fact.code == "calendar.official-days-loaded":
            for one in payload["days"]:
                told.days[None, one["day"]] = (one["kind"], one["cause"])
        elif fact.code == "calendar.day-announced":
            told.days[agency_id, payload["day"]] = (payload["kind"], payload["cause"])
        elif fact.code == "calendar.set":
            _set(told, agency_id, payload)
    return told


def _set(told: Calendars, agency_id: int | None, payload: dict[str, Any]) -> None:
    """A calendar replaces those that begin on its day or later (`commands.set_calendar`)."""
    begins = payload["valid_from"]
    for place in [key for key in told.weeks if key[0] == agency_id and key[1] >= begins]:
        del told.weeks[place]
    told.weeks[agency_id, begins] = {name: payload.get(name) for name in SET_FIELDS}


def _rows() -> Calendars:
    kept = Calendars()
    for agency_id, day, kind, cause in CalendarDay.objects.values_list(
        "agency_id", "day", "kind", "cause"
    ):
        kept.days[agency_id, day.isoformat()] = (kind, cause)
    for row in OfficeCalendar.objects.all():
        values = {name: plain(getattr(row, name)) for name in SET_FIELDS}
        kept.weeks[row.agency_id, row.valid_from.isoformat()] = values
    return kept
