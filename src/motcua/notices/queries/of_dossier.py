"""What the people of one dossier were told, in which words, and how far it came."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import find_for
from motcua.kernel.actor import Actor
from motcua.notices.models import Notice
from motcua.notices.queries.listing import NoticeRow, row_of
from motcua.notices.rules.texts import without_rating_keys

ROWS_MAX = 200


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A notice, and the message that carried it; empty while it waits."""

    notice: NoticeRow
    subject: str
    body: str


def told_about(actor: Actor, code: str) -> tuple[ToldRow, ...]:
    """The newest first, ROWS_MAX at most. Two queries; the second is served by `notice_told_once`.

    Refusals: NotFound, also for whoever may not see the dossier.
    """
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    rows = Notice.objects.filter(dossier_id=dossier.pk).select_related("delivery")
    return tuple(_told(one) for one in rows.order_by("-id")[:ROWS_MAX])


def _told(notice: Notice) -> ToldRow:
    delivery = notice.delivery
    return ToldRow(
        notice=row_of(notice),
        subject=delivery.subject if delivery else "",
        body=without_rating_keys(delivery.body) if delivery else "",
    )
