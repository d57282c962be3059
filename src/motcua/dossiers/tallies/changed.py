"""Dossiers whose stays read otherwise now than they did at a moment: why an old figure has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from motcua.dossiers.models import Dossier, Stay
from motcua.dossiers.queries.figures.asked import Period
from motcua.dossiers.rules import stays as rules
from motcua.dossiers.tallies.told import stays_told
from motcua.ledger.queries import FactRow, facts_about_each, recorded_since

PIECE = 500
LOOKED_AT_MAX = 20_000
"""Dossiers looked at: beyond, whoever asks is told that not all were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A dossier whose stays are others: as they were, as they are, and what was recorded since."""

    code: str
    before: tuple[rules.Stay, ...]
    after: tuple[rules.Stay, ...]
    since: tuple[FactRow, ...]


def changed_since(
    agency_ids: Collection[int], period: Period, moment: datetime
) -> Iterator[Changed]:
    """Of the dossiers that were work of these agencies in the period, those of which facts recorded
    after the moment have changed the stays. Memory is bounded; two queries for each PIECE of those
    that have any such fact.
    """
    stays = Stay.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=period.from_day),
        agency__in=sorted(agency_ids),
        began_on__lte=period.until_day,
    )
    ids = sorted(set(stays.values_list("dossier_id", flat=True)[:LOOKED_AT_MAX]))
    for place in range(0, len(ids), PIECE):
        touched = recorded_since("dossier", ids[place : place + PIECE], moment)
        yield from _changed(touched, moment)


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
