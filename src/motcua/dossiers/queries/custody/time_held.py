"""What working time dossiers spent in the hands of co-operating agencies, and which they have now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.models import Dossier, Offer
from motcua.dossiers.policies import among_visible, held_for_others, visible
from motcua.dossiers.vocabulary import OfferAnswer
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE, local_day
from motcua.worktime.queries.calendars import office_time

SPELLS_MAX = 2000
"""So many hand-overs are added up, the latest first."""
PLACES_MAX = 200
ACCEPTED = str(OfferAnswer.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeHeld:
    """Times that one place had a dossier of another agency: how many ended, their working minutes, how
    many ended after the limit of the task, the longest."""

    agency_id: int
    unit_id: int | None
    count: int
    minutes: int
    late: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNow:
    """Dossiers of other agencies that a place has now: how many, how many late, since when the oldest."""

    agency_id: int
    unit_id: int | None
    count: int
    late: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class _Spell:
    """One place had it from the acceptance until the next one accepted it."""

    agency_id: int
    unit_id: int | None
    minutes: int
    is_late: bool

    @property
    def place(self) -> tuple[int, int]:
        return self.agency_id, self.unit_id or 0


def time_held(actor: Actor, first: date, last: date, at: datetime) -> tuple[TimeHeld, ...]:
    """By co-operating agency and unit, where most went first, of what they handed on in the period.

    One query (offer_accepted).
    """
    may(actor, Permission.REPORT_VIEW).demand()
    spells = sorted(_spells(actor, first, last, at), key=lambda one: one.place)
    sums = (_sum(tuple(group)) for _place, group in groupby(spells, key=lambda one: one.place))
    return tuple(sorted(sums, key=lambda one: -one.minutes)[:PLACES_MAX])


def held_now(actor: Actor, at: datetime) -> tuple[HeldNow, ...]:
    """By co-operating agency and unit, the latest first. One query (dossier_away, dossier_held)."""
    may(actor, Permission.REPORT_VIEW).demand()
    taken = Offer.objects.filter(dossier=OuterRef("pk"), answer=ACCEPTED).order_by("-seq")
    seen = visible(actor, Permission.REPORT_VIEW) | Q(held_agency__in=held_for_others(actor))
    away = Dossier.objects.filter(seen, held_agency__isnull=False)
    dated = away.annotate(
        since=Subquery(taken.values("answered_at")[:1]),
        until=Subquery(taken.values("hold_due_at")[:1]),
    ).filter(since__isnull=False)
    rows: Any = dated.values("held_agency_id", "held_unit_id").annotate(
        count=Count("id"), late=Count("id", filter=Q(until__lt=at)), oldest=Min("since")
    )
    return tuple(
        HeldNow(agency_id=row.pop("held_agency_id"), unit_id=row.pop("held_unit_id"), **row)
        for row in map(dict, rows.order_by("-late", "-count")[:PLACES_MAX])
    )


def _spells(actor: Actor, first: date, last: date, at: datetime) -> Iterable[_Spell]:
    start = datetime.combine(first, time.min, tzinfo=ZONE)
    end = datetime.combine(last + timedelta(days=1), time.min, tzinfo=ZONE)
    seen = among_visible(actor, Permission.REPORT_VIEW).values("pk")
    handed_on = Offer.objects.filter(
        Q(dossier__in=seen) | Q(from_agency__in=held_for_others(actor)),
        answer=ACCEPTED,
        answered_at__gte=start,
        answered_at__lt=end,
    ).exclude(from_agency=F("dossier__competent_agency"))
    for row in _with_acceptance(handed_on).order_by("-answered_at", "-id")[:SPELLS_MAX]:
        agency_id, unit_id, since, until, due_at = row
        calendar = office_time(agency_id, local_day(at)).calendar
        yield _Spell(
            agency_id=agency_id,
            unit_id=unit_id,
            minutes=calendar.working_minutes_between(since, until),
            is_late=due_at is not None and until > due_at,
        )


def _with_acceptance(handed_on: QuerySet[Offer]) -> Any:
    """Each with the acceptance by which whoever hands it on had got it (offer_one_per_place)."""
    taken = Offer.objects.filter(
        dossier=OuterRef("dossier"), seq__lt=OuterRef("seq"), answer=ACCEPTED
    ).order_by("-seq")
    dated = handed_on.annotate(
        since=Subquery(taken.values("answered_at")[:1]),
        taken_due_at=Subquery(taken.values("hold_due_at")[:1]),
    ).filter(since__isnull=False)
    return dated.values_list(
        "from_agency_id", "from_unit_id", "since", "answered_at", "taken_due_at"
    )


def _sum(spells: tuple[_Spell, ...]) -> TimeHeld:
    return TimeHeld(
        agency_id=spells[0].agency_id,
        unit_id=spells[0].unit_id,
        count=len(spells),
        minutes=sum(one.minutes for one in spells),
        late=sum(one.is_late for one in spells),
        longest=max(one.minutes for one in spells),
    )
