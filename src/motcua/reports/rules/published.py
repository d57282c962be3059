"""The real figures of a procedure that everybody may read. Pure; one definition for all of them.

- Period: the twelve months up to yesterday.
- Received: dossiers that came in within the period; share online: those of them that came in online.
- Settled: dossiers whose work ended within the period (with a result or without), once each; share on
  time: those of them that ended early or on time, as every report counts it (`docs/explain/reports.md`).
- Days: calendar days from reception to the end of work, of those settled; the middle, and nine in ten.
- Fewer than SHOWN_FROM of anything is not told: so few might be recognized.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from motcua.kernel.rates import percent
from motcua.reports.rules.percentiles import HALF, NINE_IN_TEN, days_within

SHOWN_FROM: Final = 5
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What one place did of one procedure. `taken`: how many were settled after how many days."""

    received: int = 0
    online: int = 0
    settled: int = 0
    in_time: int = 0
    taken: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigures:
    """What is told: None where there were too few. Shares are per cent with one decimal."""

    received: int | None
    settled: int | None
    online_percent: str | None
    on_time_percent: str | None
    median_days: int | None
    days_of_nine_in_ten: int | None

    @property
    def tells_anything(self) -> bool:
        return self.received is not None or self.settled is not None


def year_before(today: date) -> tuple[date, date]:
    """The first and the last day of the twelve months up to yesterday."""
    last = today - DAY
    try:
        same = today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        same = today.replace(year=today.year - 1, day=28)
    return same, last


def together(places: Iterable[Worked]) -> Worked:
    """All of them as one place."""
    known = list(places)
    taken: Counter[int] = Counter()
    for one in known:
        taken.update(one.taken)
    return Worked(
        received=sum(one.received for one in known),
        online=sum(one.online for one in known),
        settled=sum(one.settled for one in known),
        in_time=sum(one.in_time for one in known),
        taken=dict(taken),
    )


def days_of(worked: Worked) -> tuple[int, int] | None:
    """Within how many days half, and nine in ten, were done; None when nothing was."""
    if not any(worked.taken.values()):
        return None
    return days_within(worked.taken, HALF), days_within(worked.taken, NINE_IN_TEN)


def told(
    *, received: int, online: int, settled: int, in_time: int, days: tuple[int, int] | None
) -> PublishedFigures:
    """What may be told of these counts."""
    enough_came, enough_went = received >= SHOWN_FROM, settled >= SHOWN_FROM
    median, nine_in_ten = days if days and enough_went else (None, None)
    return PublishedFigures(
        received=received if enough_came else None,
        settled=settled if enough_went else None,
        online_percent=percent(online, received, 1) if enough_came else None,
        on_time_percent=percent(in_time, settled, 1) if enough_went else None,
        median_days=median,
        days_of_nine_in_ten=nine_in_ten,
    )
