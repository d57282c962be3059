"""The moment from which a dossier counts as received (law.md 4.4.1; NĐ 309 Art. 9 for 15:00)."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import instant_of, stamp_of
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import (
    CutoffAppliesTo,
    OutsideHours,
    Terms,
    TraceCode,
    TraceLine,
)


class Receipt(NamedTuple):
    """The stamp that counts, and the moves that led to it from the stamp `received`.

    `late`: some seconds of that minute had passed.
    """

    stamp: int
    received: int
    late: bool = False
    moves: tuple[TraceLine, ...] = ()

    @property
    def day(self) -> int:
        return self.stamp // DAY_MINUTES

    def is_after(self, cutoff_minute: int | None) -> bool:
        """15:00:00 is not after 15:00; 15:00:01 is."""
        if cutoff_minute is None:
            return False
        return self.stamp % DAY_MINUTES + self.late > cutoff_minute

    def moved(self, code: TraceCode, stamp: int, **params: str) -> Receipt:
        line = TraceLine(instant_of(stamp), code, params)
        return Receipt(stamp, self.received, moves=(*self.moves, line))


def effective_receipt(
    at: datetime, calendar: WorkCalendar, terms: Terms, *, by_minutes: bool
) -> Receipt:
    """The receipt as the office counts it; `by_minutes`: time runs from its minute.

    First the rule for hours outside sessions, then the cut-off where it applies to all limits.
    Both move to the next opening of the desk, be it on a day that only receives: otherwise who
    comes on Friday evening would be promised a later date than who comes on Saturday morning.
    The closing minute belongs to the session. Refusals: OutsideCalendarRange.
    """
    table = calendar.table
    stamp = stamp_of(at)
    receipt = Receipt(stamp, stamp, late=bool(at.second or at.microsecond))
    outside = not calendar.receives(receipt.stamp, late=receipt.late)
    if outside and terms.outside_hours is OutsideHours.NEXT_SESSION:
        opening = table.next_reception(receipt.stamp + receipt.late)
        receipt = receipt.moved(TraceCode.OUTSIDE_HOURS, opening)
    to_all = terms.cutoff_applies_to is CutoffAppliesTo.ALL
    if to_all and terms.cutoff_minute is not None and receipt.is_after(terms.cutoff_minute):
        opening = table.next_reception((receipt.day + 1) * DAY_MINUTES)
        receipt = receipt.moved(
            TraceCode.CUTOFF_MOVED, opening, cutoff=clock_text(terms.cutoff_minute)
        )
    if by_minutes and table.running_from(receipt.stamp) != receipt.stamp:
        receipt = receipt.moved(TraceCode.OUTSIDE_HOURS, table.next_opening(receipt.stamp))
    return receipt


def clock_text(minute: int) -> str:
    """`15:00` from 900."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
