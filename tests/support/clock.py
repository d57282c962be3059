"""Named instants of the Vietnamese calendar, so that a test says what day it is about.

All are aware (Asia/Ho_Chi_Minh). `at(DAY, "10:20")` gives another time of the same day.
"""

from __future__ import annotations

from datetime import date, datetime, time

from motcua.kernel.clock import ZONE


def at(day: date, clock: str) -> datetime:
    """That wall clock time of that day, to the minute."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZONE)


# Lunar new year of 2026 (Bính Ngọ) is Tuesday 17 February; offices close from the 16th to the 20th.
FRIDAY_BEFORE_TET_2026 = date(2026, 2, 13)
LAST_DAY_BEFORE_TET_2026 = date(2026, 2, 13)
FIRST_DAY_OF_TET_2026 = date(2026, 2, 17)
FIRST_WORKING_DAY_AFTER_TET_2026 = date(2026, 2, 23)
# Hùng Kings' day 2026 falls on Sunday 26 April, so Monday 27 is off; then 30 April and 1 May.
MONDAY_OFF_FOR_HUNG_KINGS_2026 = date(2026, 4, 27)
REUNIFICATION_DAY_2026 = date(2026, 4, 30)
# Friday 2 January 2026 was swapped for Saturday 10 January.
FRIDAY_SWAPPED_OFF_2026 = date(2026, 1, 2)
SATURDAY_WORKED_INSTEAD_2026 = date(2026, 1, 10)
# Plain days, far from any day off.
PLAIN_MONDAY = date(2026, 6, 8)
PLAIN_WEDNESDAY = date(2026, 6, 10)
PLAIN_FRIDAY = date(2026, 6, 12)
PLAIN_SATURDAY = date(2026, 6, 13)
# The day the decree on the one-stop mechanism (118/2025/NĐ-CP) took effect.
FIRST_DAY_OF_DECREE_118 = date(2025, 7, 1)

PLAIN_MORNING = at(PLAIN_WEDNESDAY, "09:00")
