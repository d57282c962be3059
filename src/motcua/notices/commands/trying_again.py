"""A failed delivery is tried again because somebody says so: under a new key, from the first try."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.policies import agencies_in_scope
from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.notices.events import DeliveryRetried
from motcua.notices.models import Delivery, Notice
from motcua.notices.vocabulary import NoticeState

AT_ONCE_MAX = 500
ROUND = "-"
_ID_MAX = 2**63 - 1


class DeliveryNotFailed(Refusal):
    """Only what has failed for good is tried again by hand."""

    code = "delivery-not-failed"


class AddressForgotten(Refusal):
    """The address was taken out of the message after its time."""

    code = "address-forgotten"


def retry_delivery(*, actor: Actor, at: datetime, delivery_id: int) -> None:
    """Queue a failed delivery anew. Refusals: NotPermitted, NotFound, DeliveryNotFailed,
    AddressForgotten."""
    may(actor, Permission.NOTICE_CHANGE).demand()
    with recording(actor, at) as record:
        rows = Delivery.objects.select_for_update().filter(pk=min(delivery_id, _ID_MAX))
        row = rows.first()
        agency_id = _agency_of(row, actor, at)
        assert row is not None
        if row.state != NoticeState.FAILED:
            raise DeliveryNotFailed
        if not row.address:
            raise AddressForgotten
        key = _next_key(row.key)
        _queue_again(row, key, at)
        record.append(
            DeliveryRetried(carrier=row.carrier, key=key),
            about=Subject("delivery", row.pk, next_seq("delivery", row.pk)),
            stream=agency_stream(agency_id),
        )


def _queue_again(row: Delivery, key: str, at: datetime) -> None:
    """From the first try. One that could not be worded is worded anew."""
    if not row.body:
        rows = Notice.objects.filter(delivery_id=row.pk)
        rows.update(state=NoticeState.WAITING, delivery=None, send_after=at)
        Delivery.objects.filter(pk=row.pk).delete()
        return
    Delivery.objects.filter(pk=row.pk).update(
        key=key,
        state=NoticeState.QUEUED,
        attempts=0,
        next_attempt_at=at,
        asked=0,
        ask_at=None,
        sent_at=None,
        ended_at=None,
    )
    Notice.objects.filter(delivery_id=row.pk).update(state=NoticeState.QUEUED)


def retry_all_failed(*, actor: Actor, at: datetime) -> int:
    """Queue anew all that has failed where the actor may, AT_ONCE_MAX at most; how many.

    Refusals: NotPermitted.
    """
    may(actor, Permission.NOTICE_CHANGE).demand()
    failed = Notice.objects.filter(state=NoticeState.FAILED).exclude(address="")
    if not actor.is_system:
        scope = agencies_in_scope(actor, Permission.NOTICE_CHANGE, local_day(at))
        failed = failed.filter(agency__in=scope)
    ids = list(failed.order_by("-id").values_list("delivery_id", flat=True)[:AT_ONCE_MAX])
    for delivery_id in dict.fromkeys(ids):
        assert delivery_id is not None
        retry_delivery(actor=actor, at=at, delivery_id=delivery_id)
    return len(set(ids))


def _agency_of(row: Delivery | None, actor: Actor, at: datetime) -> int:
    """The agency that told it. Refusals: NotFound, also when it is none of the actor's."""
    if row is None:
        raise NotFound(kind="delivery")
    agency_id = (
        Notice.objects.filter(delivery_id=row.pk).values_list("agency_id", flat=True).first()
    )
    if agency_id is None:
        raise NotFound(kind="delivery")
    scope = agencies_in_scope(actor, Permission.NOTICE_CHANGE, local_day(at))
    if not actor.is_system and agency_id not in scope:
        raise NotFound(kind="delivery")
    return int(agency_id)


def _next_key(key: str) -> str:
    """`abc`, `abc-2`, `abc-3`: the carrier takes each for another message."""
    first, _mark, count = key.partition(ROUND)
    return f"{first}{ROUND}{int(count or 1) + 1}"
