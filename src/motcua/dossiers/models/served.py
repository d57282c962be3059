"""The indexes of the dossiers' table, by the list that each of them serves.

Few as they are, each is paid for by every reception: a new one is measured first, and named by the
query that it serves (docs/decisions/0015-five-million.md).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.dossiers.vocabulary import Stage, Timeliness

ELSEWHERE = ~Q(agency=F("competent_agency"))
"""Received by one agency, settled by another."""
_OPEN = Q(ended_at__isnull=True)
_LATE = Q(timeliness=str(Timeliness.OVERDUE))

LISTED = [
    models.Index(fields=["agency", "id"], name="dossier_agency"),
    models.Index(fields=["agency", "received_on", "id"], name="dossier_agency_day"),
    models.Index(fields=["agency", "status", "id"], name="dossier_agency_status"),
    models.Index(fields=["competent_agency", "id"], name="dossier_competent"),
    models.Index(fields=["competent_agency", "id"], name="dossier_elsewhere", condition=ELSEWHERE),
    models.Index(
        fields=["competent_agency", "received_on", "id"],
        name="dossier_elsewhere_day",
        condition=ELSEWHERE,
    ),
    models.Index(
        fields=["competent_agency", "status", "id"],
        name="dossier_elsewhere_status",
        condition=ELSEWHERE,
    ),
    models.Index(fields=["unit", "competent_agency", "id"], name="dossier_unit"),
    models.Index(fields=["procedure_version", "id"], name="dossier_procedure"),
    models.Index(fields=["group"], name="dossier_group", condition=Q(group__isnull=False)),
]
"""Newest first."""

OPEN = [
    models.Index(
        fields=["assignee", "due_at", "id"],
        name="dossier_assignee_due",
        condition=Q(assignee__isnull=False) & _OPEN,
    ),
    models.Index(
        fields=["unit", "competent_agency", "due_at", "id"],
        name="dossier_unit_due",
        condition=_OPEN,
    ),
    models.Index(fields=["agency", "due_at", "id"], name="dossier_open_agency", condition=_OPEN),
    models.Index(
        fields=["competent_agency", "due_at", "id"],
        name="dossier_open_competent",
        condition=_OPEN,
    ),
    models.Index(
        fields=["competent_agency", "due_at", "id"],
        name="dossier_open_elsewhere",
        condition=_OPEN & ELSEWHERE,
    ),
    models.Index(fields=["due_at", "id"], name="dossier_open_due", condition=_OPEN),
]
"""The nearest date first."""

WAITING = [
    models.Index(
        fields=["agency", "ended_at", "id"],
        name="dossier_to_hand_over",
        condition=Q(stage=str(Stage.SETTLED)),
    ),
    models.Index(
        fields=["competent_agency", "ended_at", "id"],
        name="dossier_hand_over_elsewhere",
        condition=Q(stage=str(Stage.SETTLED)) & ELSEWHERE,
    ),
    models.Index(
        fields=["competent_agency", "id"],
        name="dossier_in_transit",
        condition=Q(stage=str(Stage.IN_TRANSIT)),
    ),
]
"""What waits at a counter, the oldest first."""

HANDED_ON = [
    models.Index(
        fields=["held_agency", "-id"],
        name="dossier_held",
        condition=Q(held_agency__isnull=False),
    ),
    models.Index(
        fields=["competent_agency", "-id"],
        name="dossier_away",
        condition=Q(held_agency__isnull=False),
    ),
    models.Index(
        fields=["offered_agency", "-id"],
        name="dossier_offered",
        condition=Q(offered_agency__isnull=False),
    ),
]
"""In the hands of another agency than the one that settles it, or on offer: few at any time."""

ENDED = [
    models.Index(fields=["agency", "id"], name="dossier_late", condition=_LATE),
    models.Index(
        fields=["competent_agency", "id"],
        name="dossier_late_elsewhere",
        condition=_LATE & ELSEWHERE,
    ),
]
"""What ended late: few among very many."""
