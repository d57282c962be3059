"""A later date with an apology: before the limit it moves the date, once; after it, it only tells.

Basis: NĐ 61/2018 Art. 19.9 (at latest one day before the limit, with reason; a new date at most
once); law.md 2.5, 4.3. Units shorter than a day cannot keep a day's notice: before the limit then.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from motcua.dossiers.events import ApologyMade, TimeLimitExtended
from motcua.dossiers.inputs import Extend
from motcua.dossiers.rules.facts import DossierFacts, reason
from motcua.dossiers.vocabulary import Act
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.worktime.vocabulary import Extension, Unit

SHORT_UNITS = frozenset({Unit.SAME_DAY, Unit.WORKING_HOURS, Unit.HALF_DAYS})
YEARS_AHEAD_MAX = 2


class ExtendedAlready(Refusal):
    """The date of a dossier moves by extension at most once."""

    code = "extended-already"


class ExtendedTooLate(Refusal):
    """An extension is given at latest one day before the limit; after that only an apology."""

    code = "extended-too-late"


class ApologyTooEarly(Refusal):
    """The date can still be extended: an apology that leaves it would only make the office late."""

    code = "apology-too-early"


class ApologizedAlready(Refusal):
    """A new appointment is given at most once."""

    code = "apologized-already"


class DayNotLater(Refusal):
    """The new day is a working day after the present date."""

    code = "day-not-later"


class NoDateToMove(Refusal):
    """The date is not known now (the applicant is to act), so nothing can be moved."""

    code = "no-date-to-move"


def may_extend(facts: DossierFacts, at: datetime) -> bool:
    """Whether the date could still be extended at `at`, by time alone."""
    if facts.due_at is None:
        return False
    if facts.clock.unit in SHORT_UNITS:
        return at < facts.due_at
    return local_day(at) < local_day(facts.due_at)


def extend(facts: DossierFacts, given: Extend, at: datetime) -> TimeLimitExtended:
    """Refusals: ActNotAllowed, NoDateToMove, ExtendedAlready, ExtendedTooLate, DayNotLater,
    ReasonMissing."""
    stage = facts.next(Act.EXTEND)
    if facts.due_at is None:
        raise NoDateToMove
    if facts.clock.extension is not None:
        raise ExtendedAlready
    if not may_extend(facts, at):
        raise ExtendedTooLate
    why = reason(given.reason)
    to_at = _close_of(facts, given.to_day, after=facts.due_at)
    extension = Extension(granted_at=at, to_at=to_at, reason=why)
    return TimeLimitExtended(
        stage=str(stage),
        old_due_at=facts.due_at,
        reason=why,
        **facts.timing(replace(facts.clock, extension=extension)),
    )


def apologize(facts: DossierFacts, given: Extend, at: datetime) -> ApologyMade:
    """Refusals: ActNotAllowed, NoDateToMove, ApologizedAlready, ApologyTooEarly, DayNotLater,
    ReasonMissing."""
    stage = facts.next(Act.APOLOGIZE)
    if facts.due_at is None:
        raise NoDateToMove
    if facts.appointment_at is not None:
        raise ApologizedAlready
    if may_extend(facts, at) and facts.clock.extension is None:
        raise ApologyTooEarly
    appointment_at = _close_of(facts, given.to_day, after=max(facts.due_at, at))
    return ApologyMade(
        stage=str(stage),
        reason=reason(given.reason),
        appointment_at=appointment_at,
        changes={"appointment_at": appointment_at},
    )


def _close_of(facts: DossierFacts, day: date, *, after: datetime) -> datetime:
    """The close of office of the new day, which is a working day later than `after`."""
    too_far = day > local_day(after) + timedelta(days=366 * YEARS_AHEAD_MAX)
    closing = None if too_far else facts.calendar.closing_of(day)
    if closing is None or closing <= after:
        raise DayNotLater(field="to_day", day=day.isoformat())
    return closing
