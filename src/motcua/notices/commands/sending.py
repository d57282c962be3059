"""Messages are given to their carriers, and asked for afterwards: sent is not delivered.

A try is taken first (counted, and due again after the lease), then the carrier is spoken to outside
of any transaction, then the answer is kept. A worker killed in between leaves a try without an
answer: it is made again after the lease, with the same key, which the carrier sends once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from motcua.kernel.clock import local_day
from motcua.notices.gateways.choosing import Gateways
from motcua.notices.gateways.ports import (
    Accepted,
    Answer,
    Gateway,
    Letter,
    NotNow,
    Refused,
    Whereabouts,
)
from motcua.notices.models import Delivery, Notice
from motcua.notices.queries.texts import texts_in_force
from motcua.notices.rules.addressing import instead_of
from motcua.notices.rules.hours import SendingHours, after_quiet
from motcua.notices.rules.retrying import ATTEMPTS_MAX, LEASE, next_question, next_try
from motcua.notices.shipped import TextKey
from motcua.notices.vocabulary import (
    Carrier,
    Failure,
    Haste,
    Language,
    NoticeKind,
    NoticeState,
)

Now = Callable[[], datetime]
AT_A_TIME = 50
log = logging.getLogger("motcua.notices")


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending needs: the carriers, the clock and the hours."""

    gateways: Gateways
    now: Now
    hours: SendingHours


@dataclass(frozen=True, slots=True)
class Tries:
    """How many were made, and how many of them a carrier took."""

    made: int
    sent: int


def send_due(sending: Sending) -> Tries:
    """Try what is due, AT_A_TIME at most. A carrier that cannot be reached is left alone for the rest
    of the round. Index: delivery_due."""
    at, down, made, sent = sending.now(), set[str](), 0, 0
    carriers = [str(carrier) for carrier in sending.gateways]
    due = Delivery.objects.filter(
        state=NoticeState.QUEUED, next_attempt_at__lte=at, carrier__in=carriers
    )
    for row in due.order_by("next_attempt_at", "id")[:AT_A_TIME]:
        if row.carrier in down or not _taken(row, sending.now()):
            continue
        answer = _tried(row, sending.gateways[Carrier(row.carrier)])
        _keep(row, answer, sending)
        made, sent = made + 1, sent + isinstance(answer, Accepted)
        if isinstance(answer, NotNow) and answer.is_down:
            down.add(row.carrier)
    return Tries(made, sent)


def ask_due(sending: Sending) -> int:
    """Ask carriers what became of what they took, AT_A_TIME at most; how many are now known to have
    been delivered or not. Index: delivery_to_ask."""
    at, known = sending.now(), 0
    carriers = [str(one) for one, gateway in sending.gateways.items() if gateway.tells_delivery]
    due = Delivery.objects.filter(ask_at__lte=at, carrier__in=carriers)
    for row in due.order_by("ask_at", "id")[:AT_A_TIME]:
        found = sending.gateways[Carrier(row.carrier)].ask(row.key)
        known += keep_whereabouts(row, found, sending)
    return known


def _taken(row: Delivery, at: datetime) -> bool:
    """Whether this try is ours: counted before anything is said to the carrier."""
    mine = Delivery.objects.filter(
        pk=row.pk, attempts=row.attempts, state=NoticeState.QUEUED, next_attempt_at__lte=at
    )
    row.attempts += 1
    return bool(mine.update(attempts=F("attempts") + 1, next_attempt_at=at + LEASE))


def _tried(row: Delivery, gateway: Gateway) -> Answer:
    """What the carrier answers. A fault of our own is a try like others: it keeps nobody waiting and
    is not repeated for ever; nor is a letter at which worker after worker has died."""
    if row.attempts > ATTEMPTS_MAX:
        return Refused(Failure.GATEWAY_FAULT)
    try:
        return gateway.send(_letter(row))
    except Exception:
        log.exception("delivery %s", row.pk)
        return NotNow(Failure.GATEWAY_FAULT)


def _letter(row: Delivery) -> Letter:
    kinds = Notice.objects.filter(delivery=row).order_by("id").values_list("kind", flat=True)
    return Letter(
        key=row.key,
        to=row.address,
        subject=row.subject,
        body=row.body,
        language=Language(row.language),
        kinds=tuple(kinds),
    )


def _keep(row: Delivery, answer: Answer, sending: Sending) -> None:
    at = sending.now()
    if isinstance(answer, Accepted):
        asks = sending.gateways[Carrier(row.carrier)].tells_delivery
        _set(
            row,
            NoticeState.SENT,
            sent_at=at,
            reference=answer.reference,
            failure="",
            ask_at=next_question(0, at) if asks else None,
            ended_at=None if asks else at,
        )
    elif isinstance(answer, NotNow):
        _again_or_never(row, answer, sending, at)
    else:
        _fail(row, answer.failure, sending, at)


def _again_or_never(row: Delivery, answer: NotNow, sending: Sending, at: datetime) -> None:
    again = next_try(row.attempts, at, asked_pause=answer.pause)
    if again is None:
        _fail(row, answer.failure, sending, at)
        return
    if Haste(row.haste) is not Haste.AT_ONCE:
        again = after_quiet(again, sending.hours)
    mine = Delivery.objects.filter(pk=row.pk, attempts=row.attempts, state=NoticeState.QUEUED)
    mine.update(next_attempt_at=again, failure=str(answer.failure))


def _fail(row: Delivery, failure: Failure, sending: Sending, at: datetime) -> None:
    """For good. Whom this carrier does not reach by his phone, the next one tries."""
    with transaction.atomic():
        if _set(row, NoticeState.FAILED, failure=str(failure), ask_at=None, ended_at=at):
            other = instead_of(Carrier(row.carrier), sending.gateways)
            if other is not None and row.address:
                _send_instead(row, other, at)


def _send_instead(row: Delivery, carrier: Carrier, at: datetime) -> None:
    """The same notices wait for the other carrier, those that it carries here."""
    copies = [
        _copy(one, carrier, at)
        for one in row.notices.order_by("id")
        if texts_in_force(one.agency_id, local_day(at))[
            TextKey(NoticeKind(one.kind), carrier, Language(one.language))
        ].is_sent
    ]
    Notice.objects.bulk_create(copies, ignore_conflicts=True)


def _copy(notice: Notice, carrier: Carrier, at: datetime) -> Notice:
    notice.pk = None
    notice.carrier = str(carrier)
    notice.state, notice.delivery_id = str(NoticeState.WAITING), None
    notice.queued_at = notice.send_after = at
    return notice


def _set(row: Delivery, state: NoticeState, **told: object) -> bool:
    """The delivery and its notices together; False when another worker has answered first."""
    with transaction.atomic():
        mine = Delivery.objects.filter(pk=row.pk, attempts=row.attempts, state=row.state)
        if not mine.update(state=state, next_attempt_at=None, **told):
            return False
        Notice.objects.filter(delivery_id=row.pk).update(state=state)
    return True


def keep_whereabouts(row: Delivery, found: Whereabouts | None, sending: Sending) -> bool:
    """What became of a message that was sent; whether its end is known now."""
    at = sending.now()
    if found is not None and found.state is NoticeState.DELIVERED:
        return _set(row, found.state, delivered_at=at, ended_at=at, ask_at=None)
    if found is not None and found.state is NoticeState.FAILED:
        _fail(row, found.failure or Failure.NOT_DELIVERED, sending, at)
        return True
    asked = row.asked + 1
    again = next_question(asked, at)
    still = Delivery.objects.filter(pk=row.pk, state=NoticeState.SENT, asked=row.asked)
    still.update(asked=asked, ask_at=again, ended_at=None if again else at)
    return False
