"""Tell everybody of maintenance and incidents, and that they are over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.availability.events import AnnouncementEnded, AnnouncementMade
from motcua.availability.models import Announcement
from motcua.availability.publishing import publish
from motcua.availability.rules.announcing import AnnouncementInput, decide_announcement
from motcua.availability.vocabulary import AnnouncementKind
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording

KIND = "announcement"


class AnnouncementOver(Refusal):
    """It has ended already, or was withdrawn."""

    code = "announcement-over"


def announce(*, actor: Actor, at: datetime, given: AnnouncementInput) -> int:
    """Put it on the status page, and on every public page when its time comes. Returns the row's id.

    Refusals: NotPermitted, ManyProblems.
    """
    may(actor, Permission.ANNOUNCEMENT_CHANGE).demand()
    decide_announcement(given, at)
    values: dict[str, Any] = {
        "kind": str(given.kind),
        "starts_at": given.starts_at,
        "ends_at": given.ends_at,
        "words_vi": given.words_vi.strip(),
        "words_en": given.words_en.strip(),
    }
    with recording(actor, at) as record:
        row = Announcement.objects.create(**values, announced_at=at, announced_by=actor.name)
        record.append(AnnouncementMade(**values), about=Subject(KIND, row.pk, 1))
        transaction.on_commit(lambda: publish(at))
    return row.pk


def end_announcement(*, actor: Actor, at: datetime, announcement_id: int) -> None:
    """It is over now; what has not begun is withdrawn. Refusals: NotPermitted, NotFound, AnnouncementOver."""
    may(actor, Permission.ANNOUNCEMENT_CHANGE).demand()
    with recording(actor, at) as record:
        row = Announcement.objects.select_for_update().filter(pk=announcement_id).first()
        if row is None:
            raise NotFound(kind=KIND)
        if row.withdrawn_at is not None or (row.ends_at is not None and row.ends_at <= at):
            raise AnnouncementOver
        is_withdrawn = row.kind == AnnouncementKind.MAINTENANCE and row.starts_at > at
        if is_withdrawn:
            row.withdrawn_at = at
        else:
            row.ends_at = at
        row.save()
        about = Subject(KIND, row.pk, next_seq(KIND, row.pk))
        record.append(AnnouncementEnded(is_withdrawn=is_withdrawn), about=about)
        transaction.on_commit(lambda: publish(at))
