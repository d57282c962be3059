"""Messages about dossiers: of one, and those that wait to be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import among_visible, find_for
from motcua.filing.models import Message
from motcua.filing.vocabulary import MessageRow
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of

MESSAGES_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMessage:
    """A message of a citizen that nobody of the office has read."""

    id: int
    dossier_code: str
    owner_name: str
    text: str
    written_at: datetime


def messages_about(actor: Actor, code: str) -> tuple[MessageRow, ...]:
    """The latest MESSAGES_MAX, the oldest first. Two queries, served by `message_one_per_place`.

    Refusals: NotFound.
    """
    dossier = find_for(actor, Permission.MESSAGE_WRITE, code)
    latest = Message.objects.filter(dossier=dossier.pk).order_by("-seq")[:MESSAGES_MAX]
    return tuple(
        MessageRow(
            id=row.pk,
            seq=row.seq,
            from_office=row.from_office,
            author=row.author,
            text=row.text,
            written_at=row.written_at,
            seen_at=row.seen_at,
        )
        for row in reversed(latest)
    )


def messages_waiting(
    actor: Actor, *, cursor: str = "", size: int | None = None
) -> Page[WaitingMessage]:
    """Unread by the office, of the dossiers that the actor may write about, the oldest first. One
    query, served by `message_unread_by_office`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = _unread_by_office(actor).order_by("id")
    start = after(cursor)
    if start is not None:
        found = found.filter(id__gt=start)
    rows = [
        WaitingMessage(
            id=row.pk,
            dossier_code=row.dossier.code,
            owner_name=row.dossier.owner_name,
            text=row.text,
            written_at=row.written_at,
        )
        for row in found.select_related("dossier")[: size + 1]
    ]
    return page_of(rows, size=size, key="id")


def waiting_count(actor: Actor, *, most: int = 99) -> int:
    """How many there are, counted no further than `most`. One query."""
    return len(_unread_by_office(actor).values_list("id", flat=True)[:most])


def unread_of(dossier_ids: Collection[int]) -> dict[int, int]:
    """By dossier: how many messages of the office its citizen has not read. One query; for queries
    that have asked already who may see these dossiers."""
    unread = Message.objects.filter(
        dossier__in=list(dossier_ids), from_office=True, seen_at__isnull=True
    )
    return dict(unread.values_list("dossier").annotate(count=Count("id")))


def _unread_by_office(actor: Actor) -> QuerySet[Message]:
    """Among those of the agencies worked for, so that the index of what is unread serves."""
    return Message.objects.filter(
        agency__in=actor.own_agency_ids,
        from_office=False,
        seen_at__isnull=True,
        dossier__in=among_visible(actor, Permission.MESSAGE_WRITE).values("pk"),
    )
