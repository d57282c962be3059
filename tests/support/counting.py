"""Figures counted the plain way, dossier by dossier from its facts, to hold the reports against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from motcua.dossiers.models import Dossier
from motcua.dossiers.projections import FOLDS, lived
from motcua.dossiers.queries.figures import (
    Axis,
    Behind,
    Handled,
    Measure,
    Period,
    Sums,
    handled,
    sums_of,
)
from motcua.dossiers.queries.figures.behind import count_behind
from motcua.dossiers.rules.stays import COUNTED_STAGES
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Role
from motcua.kernel.clock import ZONE, local_day
from motcua.ledger.queries import FactRow, facts_about
from tests.support.working_office import officer

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Then:
    """A dossier as it was at a moment, from the facts until then."""

    stage: Stage
    is_open: bool
    due_at: datetime | None


def _then(facts: list[FactRow], moment: datetime) -> Then | None:
    state: dict[str, object] = {}
    for fact in facts:
        if fact.occurred_at < moment:
            state = FOLDS.get(fact.code, lived)(state, fact.payload)
    if not state:
        return None
    stage = Stage(str(state["stage"]))
    due = state["due_at"]
    return Then(stage, stage in COUNTED_STAGES, datetime.fromisoformat(str(due)) if due else None)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + DAY, time.min, tzinfo=ZONE)


def _turns(facts: list[FactRow]) -> Iterator[tuple[date, str, str]]:
    """Each time a dossier begins or ends to be counted: the day, which, and as what."""
    state: dict[str, object] = {}
    was_open, before = False, False
    for fact in facts:
        state = FOLDS.get(fact.code, lived)(state, fact.payload)
        is_open = Stage(str(state["stage"])) in COUNTED_STAGES
        day = local_day(fact.occurred_at)
        if is_open and not was_open:
            yield day, "began", str(state["channel"])
            before = before or True
        if was_open and not is_open:
            yield day, "ended", str(state["timeliness"])
        was_open = is_open


def plain_sums(period: Period, at: datetime) -> Counter[str]:
    """The figures of all dossiers in a period, by name of `Sums`."""
    found: Counter[str] = Counter()
    until = min(_end_of(period.until_day), at + timedelta(microseconds=1))
    begin = min(_end_of(period.from_day - DAY), until)
    for dossier_id in Dossier.objects.values_list("id", flat=True):
        facts = facts_about("dossier", dossier_id)
        before, after = _then(facts, begin), _then(facts, until)
        found["carried"] += bool(before and before.is_open)
        found["open"] += bool(after and after.is_open)
        found["open_overdue"] += bool(
            after and after.is_open and after.due_at and after.due_at < min(until, at)
        )
        for day, turn, kind in _turns(facts):
            found[f"{turn} {kind}"] += period.from_day <= day <= period.until_day
    return found


def figures_are_those_of_the_facts(at: datetime) -> None:
    """The sums of several periods, and the number of dossiers behind each, are those of the facts."""
    first = min(local_day(one) for one in Dossier.objects.values_list("received_at", flat=True))
    today = local_day(at)
    middle = first + (today - first) // 2
    for period in (
        Period(first, today),
        Period(first + DAY, middle),
        Period(middle, today),
        Period(middle + DAY, today + 40 * DAY),
        Period(today + 3 * DAY, today + 9 * DAY),
    ):
        _compare(period, at)


def _compare(period: Period, at: datetime) -> None:
    agencies = frozenset(Dossier.objects.values_list("competent_agency", flat=True))
    plain = plain_sums(period, at)
    sums = sums_of(agencies, period, at=at).get(0, Sums())
    told = {
        Measure.CARRIED: plain["carried"],
        Measure.RECEIVED_ONLINE: plain["began ONLINE"],
        Measure.RECEIVED_DESK: plain["began DESK"],
        Measure.RECEIVED_POST: plain["began POST"],
        Measure.EARLY: plain["ended EARLY"],
        Measure.ON_TIME: plain["ended ON_TIME"],
        Measure.OVERDUE: plain["ended OVERDUE"],
        Measure.OPEN: plain["open"],
        Measure.OPEN_OVERDUE: plain["open_overdue"],
        Measure.OPEN_IN_TIME: plain["open"] - plain["open_overdue"],
    }
    of_sums = {measure: value_of(sums, measure) for measure in Measure}
    assert {measure: of_sums[measure] for measure in told} == told
    leader = replace(
        officer("lanhdao"), roles=frozenset({Role.SUPERVISOR}), scope_agency_ids=agencies
    )
    for measure in Measure:
        which = Behind(agency_ids=agencies, period=period, measure=measure)
        assert count_behind(leader, which, at=at) == of_sums[measure], (measure, period)
    for axis in (Axis.PROCEDURE, Axis.AGENCY):
        parts = sums_of(agencies, period, at=at, by=axis).values()
        assert sum(parts, Sums()) == sums
    _compare_by_whom(agencies, period, at)


BY_WHOM = ("early", "on_time", "overdue", "without_result", "open_in_time", "open_overdue")


def _compare_by_whom(agencies: frozenset[int], period: Period, at: datetime) -> None:
    """What officers have settled and have open adds up to the sums of each agency and unit."""
    rows = handled(agencies, period, at=at)
    _adds_up(rows, "agency_id", sums_of(agencies, period, at=at, by=Axis.AGENCY))
    _adds_up(rows, "unit_id", sums_of(agencies, period, at=at, by=Axis.UNIT))


def _adds_up(rows: tuple[Handled, ...], key: str, told: dict[int, Sums]) -> None:
    found: Counter[tuple[int, str]] = Counter()
    for row in rows:
        found.update({(getattr(row, key), name): getattr(row, name) for name in BY_WHOM})
    wanted = {(place, name): getattr(told[place], name) for place in told for name in BY_WHOM}
    assert +found == +Counter(wanted)


NAMES = {
    Measure.RECEIVED_ONLINE: "online",
    Measure.RECEIVED_DESK: "desk",
    Measure.RECEIVED_POST: "post",
    Measure.HANDED_ON: "went",
}


def value_of(sums: Sums, measure: Measure) -> int:
    return int(getattr(sums, NAMES.get(measure, measure.lower())))
