"""How near the date of an open dossier is: five groups, of which each open dossier is in exactly one.

They are those of the mark beside a date on the pages.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Q

from motcua.dossiers.queries import filters
from motcua.dossiers.vocabulary import Stage


class Urgency(StrEnum):
    """The most urgent first; what waits for the applicant last."""

    OVERDUE = "OVERDUE"
    DUE_TODAY = "DUE_TODAY"
    DUE_SOON = "DUE_SOON"
    LATER = "LATER"
    WAITING = "WAITING"


def urgent(group: Urgency, at: datetime) -> Q:
    """The open dossiers of the group."""
    not_past = Q(due_at__isnull=True) | Q(due_at__gte=at)
    after_today = Q(due_at__gte=filters.tomorrow(at))
    far = Q(due_soon_at__isnull=True) | Q(due_soon_at__gt=at)
    conditions = {
        Urgency.OVERDUE: filters.overdue(at),
        Urgency.DUE_TODAY: filters.due_today(at),
        Urgency.DUE_SOON: filters.due_soon(at) & after_today,
        Urgency.LATER: (
            Q(stage=str(Stage.IN_TRANSIT), ended_at__isnull=True) & not_past
            | filters.in_hand() & (Q(due_at__isnull=True) | after_today & far)
        ),
        Urgency.WAITING: filters.waiting() & not_past,
    }
    return conditions[group]


def counts_by_urgency(at: datetime) -> dict[str, Count]:
    """For `aggregate` and `annotate`: one count a group, by its name in small letters."""
    return {group.lower(): Count("id", filter=urgent(group, at)) for group in Urgency}
