"""How available the office was: minutes in which it answered, of all minutes since one began to ask.

A minute of which nothing is known counts as not available: whoever could not write it down was not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.kernel.clock import ZONE, local, local_day

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class DayMeasured:
    """Minutes of a day in which the office answered; `first_minute_at`: when asking began that day."""

    day: date
    first_minute_at: datetime
    minutes_up: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Of `minutes` since `since`, `minutes_up` were answered. `is_whole`: all that was asked for was measured."""

    since: datetime
    minutes: int
    minutes_up: int
    is_whole: bool = True

    @property
    def minutes_lost(self) -> int:
        """Not answered, or not written down because nobody was there to ask."""
        return self.minutes - self.minutes_up

    @property
    def basis_points(self) -> int:
        """Hundredths of a percent, rounded down: 99.99 % is never called 100."""
        return self.minutes_up * 10_000 // self.minutes


def minute_of(at: datetime) -> datetime:
    return local(at).replace(second=0, microsecond=0)


def measured(
    days: Iterable[DayMeasured], *, began: datetime, at: datetime, last: int, asked: datetime
) -> Measured | None:
    """Over the `last` days until now; None where not a whole minute was measured.

    `began`: the first minute that was ever asked; `asked`: the newest. The minute that is not over counts
    once it has been asked, so that it never fills the place of one that was lost.
    """
    first_day = local_day(at) - timedelta(days=last - 1)
    opening = datetime.combine(first_day, time(), tzinfo=ZONE)
    since = max(began, opening)
    is_asked = int(minute_of(asked) >= minute_of(at))
    minutes = (minute_of(at) - minute_of(since)) // MINUTE + is_asked
    if minutes <= 0:
        return None
    now = local_day(at)
    up = sum(one.minutes_up for one in days if first_day <= one.day <= now)
    return Measured(since, minutes, min(up, minutes), is_whole=began <= opening)
