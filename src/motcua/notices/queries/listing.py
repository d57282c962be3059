"""The list of notices for whoever looks after them: no name, no matter, addresses only in part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from motcua.accounts.policies import agencies_in_scope
from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.bounded import counted
from motcua.kernel.clock import local_day
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.notices.models import Notice
from motcua.notices.rules.addressing import masked
from motcua.notices.vocabulary import Carrier, Failure, Language, NoticeKind, NoticeState

COUNT_MAX = 1001


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFilter:
    """What is asked for; empty = anything."""

    state: NoticeState | None = None
    carrier: Carrier | None = None
    dossier_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One notice and what became of it. `due_at`: when it is sent or tried next, while it is due."""

    id: int
    delivery_id: int | None
    dossier_code: str
    agency_id: int
    kind: NoticeKind
    carrier: Carrier
    language: Language
    address: str
    state: NoticeState
    failure: Failure | None
    attempts: int
    queued_at: datetime
    due_at: datetime | None
    sent_at: datetime | None
    delivered_at: datetime | None


def notices_of(
    actor: Actor, at: datetime, which: NoticeFilter, *, cursor: str = "", size: int | None = None
) -> Page[NoticeRow]:
    """The newest first, of the agencies in the actor's scope. One query besides the tree; served by
    `notice_by_agency` and `notice_by_agency_state`. Refusals: NotPermitted, CursorFaulty."""
    found = _seen(actor, at)
    if which.state:
        found = found.filter(state=which.state)
    if which.carrier:
        found = found.filter(carrier=which.carrier)
    if which.dossier_code:
        found = found.filter(dossier_code=which.dossier_code)
    last = after(cursor)
    if last is not None:
        found = found.filter(id__lt=last)
    rows = found.select_related("delivery").order_by("-id")[: size_of(size) + 1]
    return page_of([row_of(one) for one in rows], size=size_of(size), key="id")


def counts_by_state(actor: Actor, at: datetime) -> dict[NoticeState, int]:
    """How many notices wait, are being sent and have failed, each counted to COUNT_MAX at most. Three
    queries besides the tree, served by `notice_by_agency_state`. Refusals: NotPermitted."""
    seen = _seen(actor, at)
    asked = (NoticeState.WAITING, NoticeState.QUEUED, NoticeState.FAILED)
    return {
        state: counted(
            len(seen.filter(state=state).values_list("id", flat=True)[:COUNT_MAX]), COUNT_MAX
        )
        for state in asked
    }


def _seen(actor: Actor, at: datetime) -> QuerySet[Notice]:
    may(actor, Permission.NOTICE_VIEW).demand()
    if actor.is_system:
        return Notice.objects.all()
    scope = agencies_in_scope(actor, Permission.NOTICE_VIEW, local_day(at))
    return Notice.objects.filter(agency__in=scope)


def row_of(notice: Notice) -> NoticeRow:
    """A notice that was read with its delivery."""
    delivery: Any = notice.delivery
    return NoticeRow(
        id=notice.pk,
        delivery_id=notice.delivery_id,
        dossier_code=notice.dossier_code,
        agency_id=notice.agency_id,
        kind=NoticeKind(notice.kind),
        carrier=Carrier(notice.carrier),
        language=Language(notice.language),
        address=masked(notice.address),
        state=NoticeState(notice.state),
        failure=Failure(delivery.failure) if delivery and delivery.failure else None,
        attempts=delivery.attempts if delivery else 0,
        queued_at=notice.queued_at,
        due_at=delivery.next_attempt_at if delivery else notice.send_after,
        sent_at=delivery.sent_at if delivery else None,
        delivered_at=delivery.delivered_at if delivery else None,
    )
