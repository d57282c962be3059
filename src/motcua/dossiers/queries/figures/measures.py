"""What each measure means, as a condition on stays: the same as the sums of the tallies say.

A test holds both equal for random histories.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from motcua.dossiers.models import PastOverdue, Stay
from motcua.dossiers.queries.figures.asked import DAY, Behind, Measure
from motcua.dossiers.vocabulary import Began, Ended
from motcua.kernel.clock import local_day
from motcua.procedures.vocabulary import Channel

MOVED_IN = Q(began_as=str(Began.MOVED))
MOVED_ON = Q(ended_as=str(Ended.MOVED))
DIRECT = Q(channel__in=(str(Channel.DESK), str(Channel.POST)))
IN_TIME = (str(Ended.EARLY), str(Ended.ON_TIME))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The period as the conditions need it: `until` is as far as can be told."""

    which: Behind
    at: datetime

    @property
    def first(self) -> date:
        return self.which.period.from_day

    @property
    def until(self) -> date:
        return self.which.period.cut_off(self.at)

    def inside(self) -> Q:
        """A stay at a place whose figures are asked for."""
        inside = Q(agency__in=sorted(self.which.agency_ids))
        unit_id = self.which.unit_id
        return inside if unit_id is None else inside & in_unit(unit_id)


def conditions(which: Behind, at: datetime) -> tuple[str, Q]:
    """By which day the stays of the measure are listed, and which they are."""
    asked = _Asked(which, at)
    day, condition = MEASURES[which.measure]
    return day, condition(asked)


def in_unit(unit_id: int) -> Q:
    """0 = with no unit."""
    return Q(unit=unit_id) if unit_id else Q(unit=None)


def _received(asked: _Asked, **more: str) -> Q:
    """Served by `stay_began`."""
    return Q(began_on__range=(asked.first, asked.until), **more) & ~MOVED_IN


def _settled(asked: _Asked, **more: object) -> Q:
    """Served by `stay_ended`, those overdue by `stay_ended_overdue`."""
    return Q(ended_on__range=(asked.first, asked.until), **more) & ~MOVED_ON


def _ended(end: Ended) -> Callable[[_Asked], Q]:
    return lambda asked: Q(ended_on__range=(asked.first, asked.until), ended_as=str(end))


def _open_on(day: date) -> Q:
    """Open at the end of that day."""
    return Q(began_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def _open(asked: _Asked) -> Q:
    """Served by `stay_open` for a period that lasts, else by `stay_began`."""
    if asked.until == local_day(asked.at):
        return Q(ended_on__isnull=True)
    return _open_on(asked.until)


def _is_overdue(asked: _Asked) -> Q:
    """Open, and overdue at the end of the last day, or now where that is today.

    Served by `stay_open_by_date`.
    """
    if asked.until == local_day(asked.at):
        return Q(overdue_on__lt=asked.until) | Q(
            overdue_on=asked.until, dossier__due_at__lt=asked.at
        )
    then = PastOverdue.objects.filter(
        stay=OuterRef("pk"), from_on__lte=asked.until, until_on__gt=asked.until
    )
    return Q(overdue_on__lte=asked.until) | Q(Exists(then))


def _in_time(asked: _Asked) -> Q:
    """Open and not overdue; spelled out, since a condition on a null day is neither true nor false."""
    today = asked.until == local_day(asked.at)
    ahead = Q(overdue_on__isnull=True) | Q(overdue_on__gt=asked.until)
    if today:
        return _open(asked) & (ahead | Q(overdue_on=asked.until, dossier__due_at__gte=asked.at))
    then = PastOverdue.objects.filter(
        stay=OuterRef("pk"), from_on__lte=asked.until, until_on__gt=asked.until
    )
    return _open(asked) & ahead & ~Q(Exists(then))


def _before(asked: _Asked) -> Q:
    """Open when the period began, or handed over to here within it."""
    earlier = Stay.objects.filter(
        asked.inside(), dossier=OuterRef("dossier"), seq=OuterRef("seq") - 1
    )
    came = MOVED_IN & Q(began_on__range=(asked.first, asked.until)) & ~Q(Exists(earlier))
    return _open_on(min(asked.first - DAY, asked.until)) | came


def _went(asked: _Asked) -> Q:
    later = Stay.objects.filter(
        asked.inside(), dossier=OuterRef("dossier"), seq=OuterRef("seq") + 1
    )
    return MOVED_ON & Q(ended_on__range=(asked.first, asked.until)) & ~Q(Exists(later))


BEGAN, ENDED = "began_on", "ended_on"
MEASURES: dict[Measure, tuple[str, Callable[[_Asked], Q]]] = {
    Measure.CARRIED: (BEGAN, _before),
    Measure.RECEIVED_ONLINE: (BEGAN, lambda asked: _received(asked, channel=Channel.ONLINE)),
    Measure.RECEIVED_DESK: (BEGAN, lambda asked: _received(asked, channel=Channel.DESK)),
    Measure.RECEIVED_POST: (BEGAN, lambda asked: _received(asked, channel=Channel.POST)),
    Measure.RECEIVED_DIRECT: (BEGAN, lambda asked: _received(asked) & DIRECT),
    Measure.RECEIVED_IN_PERIOD: (BEGAN, _received),
    Measure.REOPENED: (BEGAN, lambda asked: _received(asked, began_as=Began.REOPENED)),
    Measure.RECEIVED: (BEGAN, lambda asked: _before(asked) | _received(asked)),
    Measure.EARLY: (ENDED, _ended(Ended.EARLY)),
    Measure.ON_TIME: (ENDED, _ended(Ended.ON_TIME)),
    Measure.IN_TIME: (ENDED, lambda asked: _settled(asked, ended_as__in=IN_TIME)),
    Measure.OVERDUE: (ENDED, _ended(Ended.OVERDUE)),
    Measure.SETTLED: (ENDED, _settled),
    Measure.WITHOUT_RESULT: (ENDED, lambda asked: _settled(asked, without_result=True)),
    Measure.OPEN_IN_TIME: (BEGAN, _in_time),
    Measure.OPEN_OVERDUE: (BEGAN, lambda asked: _open(asked) & _is_overdue(asked)),
    Measure.OPEN: (BEGAN, _open),
    Measure.HANDED_ON: (ENDED, _went),
}
