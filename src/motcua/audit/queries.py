"""Reading the access log, newest first, page by page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Q, QuerySet

from motcua.audit.models import AccessLog
from motcua.audit.policies import visible
from motcua.kernel.actor import Actor

PAGE_ROWS_MAX = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class AccessFilter:
    """Which notes: all that is given must hold. `since` is in the range, `until` is not."""

    since: datetime | None = None
    until: datetime | None = None
    user_id: int | None = None
    act: str = ""
    outcome: str = ""
    subject_kind: str = ""
    subject_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AccessRow:
    """One note as read."""

    id: int
    at: datetime
    user_id: int | None
    actor: dict[str, Any]
    act: str
    subject_kind: str
    subject_id: int | None
    detail: dict[str, Any]
    outcome: str
    request_id: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AccessPage:
    """`next_after` is the place to go on from, None on the last page."""

    rows: tuple[AccessRow, ...]
    next_after: tuple[datetime, int] | None


def access_log(
    actor: Actor,
    wanted: AccessFilter | None = None,
    after: tuple[datetime, int] | None = None,
    rows_max: int = PAGE_ROWS_MAX,
) -> AccessPage:
    """The notes an actor may see (`policies.visible`), newest first.

    One query, served by `access_log_agency`, `access_log_user` or `access_log_time`.
    """
    found = _matching(wanted or AccessFilter()).filter(visible(actor))
    if after is not None:
        at, pk = after
        found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=pk))
    size = min(rows_max, PAGE_ROWS_MAX)
    notes = list(found.order_by("-at", "-id")[: size + 1])
    last = notes[size - 1] if len(notes) > size else None
    return AccessPage(
        rows=tuple(_row(note) for note in notes[:size]),
        next_after=(last.at, last.pk) if last else None,
    )


def staff_acted_from(address: str, since: datetime) -> bool:
    """Whether some member of the staff read or tried anything from this address since then. One query
    by `access_log_time`, over the notes since then; citizens act in no agency."""
    notes = AccessLog.objects.filter(at__gte=since, address=address, agency_id__isnull=False)
    return bool(address) and notes.exists()


def _matching(wanted: AccessFilter) -> QuerySet[AccessLog]:
    given = {
        "at__gte": wanted.since,
        "at__lt": wanted.until,
        "user_id": wanted.user_id,
        "act": wanted.act or None,
        "outcome": wanted.outcome or None,
        "subject_kind": wanted.subject_kind or None,
        "subject_id": wanted.subject_id,
    }
    return AccessLog.objects.filter(
        **{name: value for name, value in given.items() if value is not None}
    )


def _row(note: AccessLog) -> AccessRow:
    return AccessRow(
        id=note.pk,
        at=note.at,
        user_id=note.user_id,
        actor=orjson.loads(note.actor),
        act=note.act,
        subject_kind=note.subject_kind,
        subject_id=note.subject_id,
        detail=orjson.loads(note.detail) if note.detail else {},
        outcome=note.outcome,
        request_id=note.request_id,
        address=note.address,
    )


def looks_at(
    kind: str,
    subject_ids: Collection[int],
    *,
    after: tuple[datetime, int] | None = None,
    rows_max: int = PAGE_ROWS_MAX,
) -> AccessPage:
    """Who looked at these things, newest first, for an app that has decided who may ask. One query,
    served by `access_log_subject`; none for nothing."""
    if not subject_ids:
        return AccessPage(rows=(), next_after=None)
    found = AccessLog.objects.filter(subject_kind=kind, subject_id__in=list(subject_ids))
    if after is not None:
        at, pk = after
        found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=pk))
    size = min(rows_max, PAGE_ROWS_MAX)
    notes = list(found.order_by("-at", "-id")[: size + 1])
    last = notes[size - 1] if len(notes) > size else None
    return AccessPage(
        rows=tuple(_row(note) for note in notes[:size]),
        next_after=(last.at, last.pk) if last else None,
    )


def noted_of(user_id: int, rows_max: int) -> tuple[AccessRow, ...]:
    """What one user did, newest first, for his own export. One query, by `access_log_user`."""
    found = AccessLog.objects.filter(user_id=user_id).order_by("-at", "-id")
    return tuple(_row(note) for note in found[:rows_max])
