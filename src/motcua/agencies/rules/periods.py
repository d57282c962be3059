"""Changing something from a day on: which period ends, which begins. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from motcua.kernel.refusal import Refusal


class NotInForce(Refusal):
    """There is nothing in force on that day that could be changed."""

    code = "not-in-force"


class ChangedThatDayAlready(Refusal):
    """A period begins on that very day; a second change on one day would leave it empty."""

    code = "changed-that-day-already"


class PlannedChangeAhead(Refusal):
    """A later change is entered already; it must be taken into account first."""

    code = "planned-change-ahead"


class HasPeriod(Protocol):
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


P = TypeVar("P", bound=HasPeriod)


@dataclass(frozen=True, slots=True)
class Span:
    """A bare period, for rules and tests."""

    valid_from: date
    valid_until: date | None = None


def holds_on(period: HasPeriod, day: date) -> bool:
    return period.valid_from <= day and (period.valid_until is None or period.valid_until > day)


def to_be_changed(periods: Iterable[P], day: date) -> P:
    """The period that a change on `day` ends.

    Refusals: NotInForce, ChangedThatDayAlready, PlannedChangeAhead.
    """
    known = list(periods)
    current = next((period for period in known if holds_on(period, day)), None)
    if current is None:
        raise NotInForce(field="from_day", day=day)
    if current.valid_from == day:
        raise ChangedThatDayAlready(field="from_day", day=day)
    later = [period.valid_from for period in known if period.valid_from > day]
    if later:
        raise PlannedChangeAhead(field="from_day", day=min(later))
    return current
