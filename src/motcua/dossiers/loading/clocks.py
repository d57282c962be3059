"""Dates for many dossiers: those of one calendar, limit and minute follow from one calculation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.vocabulary import Limit
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.ledger.rules.chain import canonical
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.vocabulary import Terms

KEPT_MAX = 50_000


@dataclass(frozen=True, slots=True)
class Promised:
    """A date as facts and rows say it. `due_soon_at` "" = from reception on."""

    due_at: datetime
    due_text: str
    due_soon_text: str
    overdue_on: str
    trace: str


@dataclass(slots=True)
class Clocks:
    """What one way of keeping time has promised lately."""

    calendar: WorkCalendar
    terms: Terms
    _promised: dict[tuple[Limit, int, bool], Promised] = field(default_factory=dict)
    _clocks: dict[Limit, str] = field(default_factory=dict)

    def promised(self, limit: Limit, at: datetime) -> Promised:
        """The date of a dossier received at that instant. Seconds matter only by being there."""
        minute = at.toordinal() * 1440 + at.hour * 60 + at.minute
        key = (limit, minute, bool(at.second or at.microsecond))
        found = self._promised.get(key)
        if found is None:
            if len(self._promised) > KEPT_MAX:
                self._promised.clear()
            found = self._promised[key] = self._worked_out(limit, at)
        return found

    def clock(self, limit: Limit, received: str) -> str:
        """The inputs of the date as canonical JSON, for one received at that instant (UTC text)."""
        found = self._clocks.get(limit)
        if found is None:
            at = datetime.fromisoformat(received)
            text = canonical(self._inputs(limit, at).to_plain())
            found = self._clocks[limit] = text.replace("%", "%%").replace(received, "%s")
        return found % received

    def _worked_out(self, limit: Limit, at: datetime) -> Promised:
        told = timing(self._inputs(limit, at), self.calendar)
        assert told.due_at is not None
        assert told.due_soon_at is not None
        soon = "" if told.due_soon_at == at else instant_text(told.due_soon_at)
        return Promised(
            due_at=told.due_at,
            due_text=instant_text(told.due_at),
            due_soon_text=soon,
            overdue_on=max(local_day(told.due_at), local_day(at)).isoformat(),
            trace=canonical([line.to_plain() for line in told.trace]),
        )

    def _inputs(self, limit: Limit, at: datetime) -> ClockInputs:
        return ClockInputs(unit=limit.unit, value=limit.value, received_at=at, terms=self.terms)


@cache
def clocks_of(calendar: WorkCalendar, terms: Terms) -> Clocks:
    """One for all offices that keep the same time."""
    return Clocks(calendar, terms)
