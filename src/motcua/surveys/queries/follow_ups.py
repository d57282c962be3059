"""Bad answers that somebody looks after, the overdue first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import orjson
from django.db.models import Q, QuerySet

from motcua.accounts.queries.colleagues import names_of
from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.surveys.models import FollowUp
from motcua.surveys.policies import agencies_led, can_follow_up
from motcua.surveys.vocabulary import FollowUpState, Occasion

ROWS_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """Neither the dossier nor the procedure: whoever looks after it need not know who it was."""

    id: int
    agency_id: int
    occasion: Occasion
    opened_on: date
    due_on: date
    is_overdue: bool
    reasons: tuple[str, ...]
    comment: str
    contact: str
    owner_id: int | None
    owner_name: str
    state: FollowUpState
    closed_at: datetime | None
    outcome: str


def follow_ups(actor: Actor, at: datetime) -> tuple[FollowUpRow, ...]:
    """Those one leads or was given: open ones by their day, then the closed, newest first; ROWS_MAX at
    most. Two queries by `follow_up_due`. Refusals: NotPermitted."""
    may(actor, Permission.SURVEY_FOLLOW_UP).demand()
    rows = _seen(actor)
    found = list(rows.filter(state=FollowUpState.OPEN).order_by("due_on", "id")[:ROWS_MAX])
    closed = rows.filter(state=FollowUpState.CLOSED).order_by("-closed_at", "-id")
    found += closed[: ROWS_MAX - len(found)]
    return _rows(found, local_day(at))


def follow_up(actor: Actor, at: datetime, follow_up_id: int) -> FollowUpRow:
    """Refusals: NotFound, also for whoever may not see it."""
    row = FollowUp.objects.filter(pk=follow_up_id).first()
    if row is None or not can_follow_up(actor, row.agency_id, row.owner_id):
        raise NotFound(kind="follow-up")
    return _rows([row], local_day(at))[0]


def _seen(actor: Actor) -> QuerySet[FollowUp]:
    own = [one for one in (actor.holding_id, actor.stands_in_for_id) if one]
    return FollowUp.objects.filter(Q(agency__in=agencies_led(actor)) | Q(owner__in=own))


def _rows(rows: list[FollowUp], today: date) -> tuple[FollowUpRow, ...]:
    names = names_of(frozenset(row.owner_id for row in rows if row.owner_id))
    return tuple(
        FollowUpRow(
            id=row.pk,
            agency_id=row.agency_id,
            occasion=Occasion(row.occasion),
            opened_on=row.opened_on,
            due_on=row.due_on,
            is_overdue=row.state == FollowUpState.OPEN and row.due_on < today,
            reasons=tuple(orjson.loads(row.reasons)),
            comment=row.comment,
            contact=row.contact,
            owner_id=row.owner_id,
            owner_name=names.get(row.owner_id or 0, ""),
            state=FollowUpState(row.state),
            closed_at=row.closed_at,
            outcome=row.outcome,
        )
        for row in rows
    )
