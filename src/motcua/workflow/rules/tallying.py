"""What a replay adds up to: dates, lateness, where time goes over, loads. Pure; plain numbers that pieces are
added to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.processes.rules.shapes import Process, Who
from motcua.workflow.rules.replaying import Route, Taken

Numbers = dict[str, int]


@dataclass(slots=True)
class ReplayTally:
    """Counts of dossiers unless said otherwise. `late`: before and after, newly late, no longer late, and how
    many had ended to be judged. `steps`: by key, how often measured and over, minutes taken and
    allotted. `loads`: "new" and "old" by who, tasks and minutes; `weeks`: by who, minutes by week."""

    counts: Numbers = field(default_factory=dict)
    dates: Numbers = field(default_factory=dict)
    late: Numbers = field(default_factory=dict)
    steps: dict[str, Numbers] = field(default_factory=dict)
    loads: dict[str, dict[str, Numbers]] = field(default_factory=dict)
    weeks: dict[str, dict[str, Numbers]] = field(default_factory=dict)

    def count(self, name: str, by: int = 1) -> None:
        _add(self.counts, name, by)

    def add_dates(self, before: datetime | None, after: datetime | None) -> None:
        """How the date moved, in whole minutes of the clock on the wall."""
        if before is None or after is None:
            _add(self.dates, "unknown")
            return
        shift = int((after - before).total_seconds()) // 60
        _add(self.dates, "same" if not shift else "later" if shift > 0 else "earlier")
        for name, by in (("latest", shift), ("earliest", -shift)):
            self.dates[name] = max(self.dates.get(name, 0), by)

    def add_lateness(
        self, ended_at: datetime | None, before: datetime | None, after: datetime | None
    ) -> None:
        if ended_at is None or before is None or after is None:
            return
        was, would = ended_at > before, ended_at > after
        _add(self.late, "ended")
        for name, holds in [
            ("before", was), ("after", would), ("newly", would and not was),
            ("no_longer", was and not would),
        ]:  # fmt: skip
            _add(self.late, name, int(holds))

    def add_stretches(self, taken: tuple[Taken, ...]) -> None:
        for one in taken:
            row = self.steps.setdefault(one.key, {})
            _add(row, "measured")
            _add(row, "over", int(one.is_over))
            _add(row, "minutes", one.minutes)
            _add(row, "allotted", one.allotted)

    def add_loads(self, which: str, process: Process, route: Route) -> None:
        """The work each would have, and in which weeks."""
        loads, weeks = self.loads.setdefault(which, {}), self.weeks.setdefault(which, {})
        for one in route.steps:
            step = process.step(one.key)
            if step.is_outside:
                continue
            place = place_of(step.who)
            row = loads.setdefault(place, {})
            _add(row, "tasks")
            _add(row, "minutes", one.minutes)
            year, week, _day = one.opens_at.isocalendar()
            _add(weeks.setdefault(place, {}), f"{year}-{week:02d}", one.minutes)

    def peak(self, which: str, place: str) -> tuple[str, int]:
        """The week with the most work, and its minutes."""
        weeks = self.weeks.get(which, {}).get(place, {})
        return max(weeks.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))

    def to_plain(self) -> dict[str, Any]:
        return {
            "counts": self.counts,
            "dates": self.dates,
            "late": self.late,
            "steps": self.steps,
            "loads": self.loads,
            "weeks": self.weeks,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> ReplayTally:
        return cls(**plain)


def place_of(who: Who) -> str:
    """By what loads are told apart: role, unit, agency."""
    return "/".join((who.role.value if who.role else "", who.unit, who.agency))


def _add(numbers: Numbers, name: str, by: int = 1) -> None:
    numbers[name] = numbers.get(name, 0) + by
