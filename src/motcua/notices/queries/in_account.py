"""What the account of a citizen tells: him only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.citizens.policies import demand_citizen
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of
from motcua.notices.models import AccountNotice
from motcua.notices.vocabulary import NoticeKind

ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountNoticeRow:
    """One line of the list."""

    id: int
    dossier_code: str
    kind: NoticeKind
    stage: str
    date: datetime | None
    happened_at: datetime
    is_read: bool
    is_feedback: bool = False


def account_notices(actor: Actor, cursor: str = "") -> Page[AccountNoticeRow]:
    """The newest first. One query (account_notice_newest). Refusals: NotPermitted, CursorFaulty."""
    rows = AccountNotice.objects.filter(citizen_id=demand_citizen(actor))
    last = after(cursor)
    if last is not None:
        rows = rows.filter(pk__lt=last)
    found = [
        AccountNoticeRow(
            id=row.pk,
            dossier_code=row.dossier_code,
            kind=NoticeKind(row.kind),
            stage=row.stage,
            date=row.date,
            happened_at=row.happened_at,
            is_read=row.read_at is not None,
            is_feedback=row.petition_id is not None,
        )
        for row in rows.order_by("-pk")[: ROWS + 1]
    ]
    return page_of(found, size=ROWS, key="id")


def unread_notices(actor: Actor) -> int:
    """How many are not read yet. One query (account_notice_unread)."""
    return AccountNotice.objects.filter(
        citizen_id=demand_citizen(actor), read_at__isnull=True
    ).count()
