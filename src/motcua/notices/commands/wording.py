"""Change the words of a notice for an agency and all below it, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.accounts.policies import can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.notices.events import NoticeWordingSet
from motcua.notices.models import NoticeWording
from motcua.notices.rules.texts import decide_text
from motcua.notices.shipped import TextKey


class NoticeWordingBeginsInThePast(Refusal):
    """What was sent was sent: words change from today on."""

    code = "notice-wording-begins-in-the-past"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingInput:
    """Words for one text, and whether this kind goes by this carrier at all."""

    key: TextKey
    subject: str
    body: str
    is_sent: bool
    valid_from: date


def demand_wording_change(actor: Actor, at: datetime, agency_id: int | None) -> None:
    """May the actor change the words there? Everywhere (None) only who stands above all.

    Refusals: NotPermitted.
    """
    day = local_day(at)
    if agency_id is not None:
        can(actor, Permission.NOTICE_CHANGE, agency_id, day).demand()
        return
    may(actor, Permission.NOTICE_CHANGE).demand()
    stands_above_all = actor.agency_id is not None and not ancestors(actor.agency_id, day)
    Verdict(allowed=actor.is_system or stands_above_all, reason="not-above-all").demand()


def set_notice_wording(
    *, actor: Actor, at: datetime, agency_id: int | None, given: WordingInput
) -> int:
    """Close the words in force on that day and open new ones; what was planned later goes.

    Returns the row's id. Refusals: NotPermitted, NoticeWordingBeginsInThePast, NoticeTextRefused.
    """
    demand_wording_change(actor, at, agency_id)
    if given.valid_from < local_day(at):
        raise NoticeWordingBeginsInThePast(field="valid_from", earliest=local_day(at))
    text = decide_text(given.key.carrier, given.subject, given.body)
    named: dict[str, Any] = {
        "agency_id": agency_id,
        "kind": str(given.key.kind),
        "carrier": str(given.key.carrier),
        "language": str(given.key.language),
    }
    with recording(actor, at) as record:
        rows = NoticeWording.objects.filter(**named)
        rows.filter(valid_from__gte=given.valid_from).delete()
        rows.filter(in_force(given.valid_from)).update(valid_until=given.valid_from)
        row = NoticeWording.objects.create(
            **named,
            subject=text.subject,
            body=text.body,
            is_sent=given.is_sent,
            valid_from=given.valid_from,
            set_at=at,
            set_by=actor.name,
        )
        event = NoticeWordingSet(
            **named,
            valid_from=given.valid_from,
            subject=text.subject,
            body=text.body,
            is_sent=given.is_sent,
        )
        about = agency_id or 0
        record.append(
            event, about=Subject("notice-wording", about, next_seq("notice-wording", about))
        )
    return row.pk
