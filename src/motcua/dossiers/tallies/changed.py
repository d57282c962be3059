"""Dossiers whose stays read otherwise now than they did at a moment: why an old figure has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.dossiers.models import Dossier, Stay
from motcua.dossiers.queries.figures.asked import Period
from motcua.dossiers.rules import stays as rules
from motcua.dossiers.tallies.told import stays_told
from motcua.ledger.queries import FactRow, facts_about_each, recorded_since

PIECE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A dossier whose stays are others: as they were, as they are, and what was recorded since."""

    code: str
    before: tuple[rules.Stay, ...]
    after: tuple[rules.Stay, ...]
    since: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """How many dossiers were looked at, none of them before, and those that have changed."""

    looked_at: int
    changed: tuple[Changed, ...]


def changed_since(
    agency_ids: Collection[int],
    period: Period,
    moment: datetime,
    *,
    procedure_ids: Collection[int] | None = None,
) -> Iterator[Piece]:
    """Of the dossiers that were work of these agencies in the period, those of which facts recorded
    after the moment have changed the stays; only of these procedures, where some are named.

    All of them, PIECE stays at a time, so that whoever has enough stops. Four queries a piece
    (`stay_began`, `fact_place_in_subject`). A stay stays where it began: whatever has changed a
    number of these agencies is behind a stay of theirs, whether it counted before or counts now.
    """
    seen: set[int] = set()
    for agency_id in sorted(agency_ids):
        stays = _stays(agency_id, period, procedure_ids)
        for ids in _pieces(stays):
            fresh = sorted(set(ids) - seen)
            seen.update(fresh)
            touched = recorded_since("dossier", fresh, moment)
            yield Piece(looked_at=len(fresh), changed=tuple(_changed(touched, moment)))


def _stays(
    agency_id: int, period: Period, procedure_ids: Collection[int] | None
) -> QuerySet[Stay, Any]:
    stays = Stay.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=period.from_day),
        agency=agency_id,
        began_on__lte=period.until_day,
    )
    return stays if procedure_ids is None else stays.filter(procedure__in=sorted(procedure_ids))


def _pieces(stays: QuerySet[Stay, Any]) -> Iterator[list[int]]:
    """The dossiers of these stays, the newest first, by key (`stay_began`)."""
    place = Q()
    while True:
        found: list[tuple[int, date, int]] = list(
            stays.filter(place)
            .order_by("-began_on", "-id")
            .values_list("dossier_id", "began_on", "id")[:PIECE]
        )
        if found:
            yield [dossier_id for dossier_id, _day, _pk in found]
        if len(found) < PIECE:
            return
        _dossier, day, last = found[-1]
        place = Q(began_on__lt=day) | Q(began_on=day, id__lt=last)


def _changed(dossier_ids: Collection[int], moment: datetime) -> Iterator[Changed]:
    facts: dict[int, list[FactRow]] = defaultdict(list)
    for fact in facts_about_each("dossier", dossier_ids):
        facts[fact.subject_id].append(fact)
    found = Dossier.objects.filter(pk__in=sorted(dossier_ids)).order_by("pk")
    for pk, code, procedure_id in found.values_list(
        "pk", "code", "procedure_version__procedure_id"
    ):
        told = [fact for fact in facts[pk] if fact.recorded_at <= moment]
        before = stays_told(told, procedure_id=procedure_id)
        after = stays_told(facts[pk], procedure_id=procedure_id)
        if before != after:
            since = tuple(facts[pk][len(told) :])
            yield Changed(code=code, before=before, after=after, since=since)
