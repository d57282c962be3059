"""Figures by unit and officer: from the stays themselves, by the position that had each last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce

from motcua.dossiers.models import Stay
from motcua.dossiers.queries.figures.asked import Behind, Measure, Period
from motcua.dossiers.queries.figures.measures import conditions
from motcua.kernel.clock import local_day

SETTLED = {
    "early": Measure.EARLY,
    "on_time": Measure.ON_TIME,
    "overdue": Measure.OVERDUE,
    "without_result": Measure.WITHOUT_RESULT,
}
EVERY = Q()
OPEN = {"open_in_time": Measure.OPEN_IN_TIME, "open_overdue": Measure.OPEN_OVERDUE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What one position has settled in a period, and has open at its end.

    `unit_id` 0 = no unit, `handler_id` 0 = nobody yet. Sources as `sums.Sums`.
    """

    agency_id: int
    unit_id: int
    handler_id: int
    early: int
    on_time: int
    overdue: int
    without_result: int
    open_in_time: int
    open_overdue: int

    @property
    def settled(self) -> int:
        return self.early + self.on_time + self.overdue

    @property
    def open(self) -> int:
        return self.open_in_time + self.open_overdue


def handled(agency_ids: Collection[int], period: Period, *, at: datetime) -> tuple[Handled, ...]:
    """By agency, unit and position. Two queries: `stay_ended`, and `stay_open`; one more for a period
    that is over. No rights here, as with `sums_of`."""
    found: dict[tuple[int, int, int], Counter[str]] = defaultdict(Counter)
    whole = Behind(agency_ids=frozenset(agency_ids), period=period, measure=Measure.SETTLED)
    _add(found, whole, SETTLED, at)
    for part in _open_parts(period, at):
        _add(found, _with(whole, Measure.OPEN), OPEN, at, part)
    names = (*SETTLED, *OPEN)
    return tuple(
        Handled(
            agency_id=agency_id,
            unit_id=unit_id,
            handler_id=handler_id,
            **{name: counts[name] for name in names},
        )
        for (agency_id, unit_id, handler_id), counts in sorted(found.items())
    )


def _open_parts(period: Period, at: datetime) -> tuple[Q, ...]:
    """What was open at the end of a period: open still, or ended since. Asked for apart, for each
    has its index; SQLite would look for both together in all stays begun by then."""
    cut_off = period.cut_off(at)
    still = Q(ended_on__isnull=True)
    return (still,) if cut_off == local_day(at) else (still, Q(ended_on__gt=cut_off))


def _with(which: Behind, measure: Measure) -> Behind:
    return Behind(agency_ids=which.agency_ids, period=which.period, measure=measure)


def _add(
    found: dict[tuple[int, int, int], Counter[str]],
    whole: Behind,
    parts: dict[str, Measure],
    at: datetime,
    part: Q = EVERY,
) -> None:
    counts = {
        f"count_{name}": Count("id", filter=conditions(_with(whole, measure), at)[1])
        for name, measure in parts.items()
    }
    stays = Stay.objects.filter(conditions(whole, at)[1], part, agency__in=sorted(whole.agency_ids))
    keyed = stays.annotate(
        at_unit=Coalesce(F("unit_id"), Value(0)), by=Coalesce(F("handler_id"), Value(0))
    )
    rows: Any = keyed.values("agency_id", "at_unit", "by").annotate(**counts).order_by()
    for row in rows:
        counted = found[row["agency_id"], row["at_unit"], row["by"]]
        counted.update({name: row[f"count_{name}"] for name in parts})
