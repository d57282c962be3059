"""A gateway says what became of an order: heard once, however often, in whatever order it is said.

Every message is kept to the letter with what the office made of it; only a signed one moves money.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.kernel.actor import system
from motcua.ledger.recording import agency_stream, recording
from motcua.payments.commands.paying.booking import Seen, book
from motcua.payments.commands.paying.orders import JOB
from motcua.payments.gateways.ports import Gateway, Unread
from motcua.payments.models import PaymentMessage, PaymentOrder
from motcua.payments.models.orders import BODY_MAX, TAKEN_VERDICTS, TRANSACTION_MAX
from motcua.payments.rules.paying.judging import AHEAD_MAX, Earlier, OrderKnown, judge
from motcua.payments.vocabulary import (
    TAKEN,
    MessageVerdict,
    OrderState,
    PaymentMethod,
    Said,
    Sight,
)

SIGNATURE_MAX = 256


def hear(
    *, gateway: Gateway, body: bytes, signature: str, at: datetime, was_asked: bool = False
) -> tuple[MessageVerdict, ...]:
    """The verdict on each transaction that the message tells of; one where it cannot be read.

    Basis: law.md 4.9: a message repeated counts once. `was_asked`: it is the answer to `ask`.
    """
    read = gateway.read(body, signature)
    if isinstance(read, Unread):
        row = _row(gateway.name, body, signature, at, was_asked=was_asked)
        row.verdict = MessageVerdict(read)
        row.save()
        return (MessageVerdict(read),)
    return tuple(
        _hear_one(said, _row(gateway.name, body, signature, at, was_asked=was_asked))
        for said in read
    )


def _row(
    gateway: str, body: bytes, signature: str, at: datetime, *, was_asked: bool
) -> PaymentMessage:
    # PostgreSQL keeps no NUL in texts.
    text = body[:BODY_MAX].decode("utf-8", "replace").replace("\x00", "�")
    return PaymentMessage(
        gateway=gateway,
        was_asked=was_asked,
        received_at=at,
        body=text,
        signature=signature[:SIGNATURE_MAX].replace("\x00", "�"),
    )


def _hear_one(said: Said, row: PaymentMessage) -> MessageVerdict:
    row.transaction = said.transaction[:TRANSACTION_MAX]
    row.amount_vnd = said.amount_vnd if (said.amount_vnd or 0) < 2**62 else None
    named = PaymentOrder.objects.filter(number=said.order_number)
    agency_id = named.values_list("agency_id", flat=True).first()
    if agency_id is None:
        return _keep(row, _judged(said, row, None))
    with recording(system(JOB), row.received_at) as record:
        record.lock(agency_stream(agency_id))
        # Read behind the lock: whoever says the same at this moment waits.
        row.order = order = named.get()
        verdict = _keep(row, _judged(said, row, order))
        if verdict in TAKEN:
            book(record, _seen(said, row, order, verdict))
    return verdict


def _keep(row: PaymentMessage, verdict: MessageVerdict) -> MessageVerdict:
    row.verdict = verdict
    with transaction.atomic():
        row.save()
    return verdict


def _judged(said: Said, row: PaymentMessage, order: PaymentOrder | None) -> MessageVerdict:
    return judge(
        said,
        gateway=row.gateway,
        order=_known(order) if order else None,
        earlier=_earlier(row.gateway, said.transaction),
        at=row.received_at,
    )


def _known(order: PaymentOrder) -> OrderKnown:
    return OrderKnown(
        gateway=order.gateway,
        merchant=order.merchant,
        amount_vnd=order.amount_vnd,
        expires_at=order.expires_at,
        state=OrderState(order.state),
    )


def _earlier(gateway: str, transaction_name: str) -> Earlier | None:
    """Unique by `payment_message_taken_once`. One query."""
    taken = PaymentMessage.objects.filter(
        gateway=gateway, transaction=transaction_name, verdict__in=TAKEN_VERDICTS
    )
    found = taken.values_list("order__number", "amount_vnd").first()
    return Earlier(order_number=found[0], amount_vnd=found[1] or 0) if found else None


def _seen(said: Said, row: PaymentMessage, order: PaymentOrder, verdict: MessageVerdict) -> Seen:
    came_at = said.paid_at or row.received_at
    is_qr = said.means == PaymentMethod.VIETQR
    assert said.amount_vnd is not None
    return Seen(
        sight=Sight.MESSAGE,
        by_id=row.pk,
        amount_vnd=said.amount_vnd,
        method=PaymentMethod.VIETQR if is_qr else PaymentMethod.GATEWAY,
        reference=row.transaction,
        came_at=min(came_at, row.received_at + AHEAD_MAX),
        order=order,
        is_late=verdict is MessageVerdict.ACCEPTED_LATE,
    )
