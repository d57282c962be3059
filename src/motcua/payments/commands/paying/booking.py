"""Money that came is booked once: to what the dossier still owes, with a receipt; the rest is to be
given back.

The same money may be seen by a gateway's message, by a line of the bank's statement and by an officer.
Of each order and amount there are as many payments as the most any one of them saw: so whatever is
lost, doubled or comes in another order, the same is booked in the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.books.commands.posting import post
from motcua.dossiers.queries.own.to_pay import DossierToPay, dossier_to_pay
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record, Subject, agency_stream
from motcua.payments.commands.collect import issued, line_rows, names_of_fees, next_in_book
from motcua.payments.commands.paying.ending import withdraw_open
from motcua.payments.events import PaymentConfirmed, PaymentOrderPaid, PaymentReceived
from motcua.payments.models import Payment, PaymentOrder, Receipt, ReceiptLine
from motcua.payments.queries.owed import owed_for
from motcua.payments.rows import search_key
from motcua.payments.rules.booking import receipt_entry, rest_entry
from motcua.payments.rules.paying.life import HAPPENING_OF, after, cause_of
from motcua.payments.rules.paying.sharing import share
from motcua.payments.vocabulary import (
    OrderState,
    PaymentCause,
    PaymentMethod,
    ReceiptLineIn,
    Share,
    Sight,
)
from motcua.procedures.vocabulary import FeeKind

COLUMN_OF = {Sight.MESSAGE: "message_id", Sight.STATEMENT: "line_id", Sight.PERSON: "told_by_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Money as it was seen: by what (`by_id` is the id of the message, line or holding), how much, when it
    came, how the bank or gateway names it. Without an order an officer said whose it is."""

    sight: Sight
    by_id: int
    amount_vnd: int
    method: PaymentMethod
    reference: str
    came_at: datetime
    order: PaymentOrder | None = None
    dossier_id: int = 0
    is_late: bool = False
    reason: str = ""


def book(record: Record, seen: Seen) -> Payment:
    """The payment that this is. Call it with the chain of the order's agency locked, and with the order
    read behind the lock."""
    if seen.order is not None and (known := _seen_otherwise(seen)) is not None:
        return _confirm(record, known, seen)
    dossier_id = seen.order.dossier_id if seen.order else seen.dossier_id
    return _book_new(record, seen, dossier_to_pay(dossier_id=dossier_id))


def _seen_otherwise(seen: Seen) -> Payment | None:
    """Money of this order and amount that this way of seeing has not told of yet."""
    assert seen.order is not None
    same = Payment.objects.filter(order=seen.order, amount_vnd=seen.amount_vnd)
    return same.filter(**{f"{COLUMN_OF[seen.sight]}__isnull": True}).order_by("pk").first()


def _confirm(record: Record, payment: Payment, seen: Seen) -> Payment:
    column = COLUMN_OF[seen.sight]
    setattr(payment, column, seen.by_id)
    payment.reason = payment.reason or seen.reason
    payment.version += 1
    payment.save(update_fields=[column, "reason", "version"])
    fact = PaymentConfirmed(sight=str(seen.sight), **{column: seen.by_id}, reason=seen.reason)
    about = Subject("payment", payment.pk, payment.version)
    record.append(fact, about=about, stream=agency_stream(payment.agency_id))
    return payment


def _book_new(record: Record, seen: Seen, dossier: DossierToPay) -> Payment:
    spread = share(seen.amount_vnd, owed_for(dossier.id, dossier.fees))
    agency_id = seen.order.agency_id if seen.order else dossier.agency_id
    receipt_id = _receipt(record, seen, dossier, spread, agency_id) if spread.booked_vnd else None
    cause = _cause(seen)
    values: dict[str, Any] = {
        "agency_id": agency_id,
        "dossier_id": dossier.id,
        "order_id": seen.order.pk if seen.order else None,
        "amount_vnd": seen.amount_vnd,
        "booked_vnd": spread.booked_vnd,
        "rest_vnd": spread.rest_vnd,
        "method": str(seen.method),
        "reference": seen.reference,
        "cause": str(cause),
        "came_at": seen.came_at,
        "booked_at": record.at,
        "receipt_id": receipt_id,
        **dict.fromkeys(COLUMN_OF.values()),
        COLUMN_OF[seen.sight]: seen.by_id,
        "reason": seen.reason,
    }
    payment = Payment.objects.create(**values)
    entry = rest_entry({"id": payment.pk, **values}, local_day(record.at))
    if entry is not None:
        post(record, entry)
    number = seen.order.number if seen.order else ""
    fact = PaymentReceived(**values, dossier_code=dossier.code, order_number=number)
    about = Subject("payment", payment.pk, 1)
    record.append(fact, about=about, stream=agency_stream(agency_id))
    _move_order(record, seen, cause)
    withdraw_open(record, dossier.id)
    return payment


def _cause(seen: Seen) -> PaymentCause:
    if seen.order is None:
        return PaymentCause.ASSIGNED
    is_exact = seen.amount_vnd == seen.order.amount_vnd
    return cause_of(OrderState(seen.order.state), is_exact=is_exact, is_late=seen.is_late)


def _move_order(record: Record, seen: Seen, cause: PaymentCause) -> None:
    order, happening = seen.order, HAPPENING_OF.get(cause)
    if order is None or happening is None:
        return
    order.state = after(OrderState(order.state), happening)
    order.ended_at = record.at
    order.version += 1
    order.save(update_fields=["state", "ended_at", "version"])
    fact = PaymentOrderPaid(
        number=order.number, state=order.state, ended_at=record.at, amount_vnd=seen.amount_vnd
    )
    about = Subject("payment-order", order.pk, order.version)
    record.append(fact, about=about, stream=agency_stream(order.agency_id))


def _receipt(
    record: Record, seen: Seen, dossier: DossierToPay, spread: Share, agency_id: int
) -> int:
    """The receipt of what was owed, from the agency's book: no till, no collector."""
    names = names_of_fees(dossier.fees, dossier.procedure_name)
    amounts = ((FeeKind.FEE, spread.fee_vnd), (FeeKind.CHARGE, spread.charge_vnd))
    lines = tuple(
        ReceiptLineIn(kind=kind, name=names[kind], amount_vnd=amount)
        for kind, amount in amounts
        if amount
    )
    row = next_in_book(agency_id, record.at)
    payer = dossier.payer
    number = payer.personal_id or payer.tax_code or payer.old_id
    values: dict[str, Any] = {
        **row,
        "till_id": None,
        "collected_by_id": None,
        "dossier_id": dossier.id,
        "payer_name": payer.name,
        "payer_number": number,
        "address": payer.address,
        "collected_at": record.at,
        "method": str(seen.method),
        "slip_number": seen.reference[:60],
        "total_vnd": spread.booked_vnd,
        "given_vnd": None,
        "search_key": search_key(row["number"], payer.name, number, dossier.code),
    }
    record.add(Receipt, [values])
    record.add(ReceiptLine, line_rows(row["id"], lines))
    told = [(str(line.kind), line.amount_vnd) for line in lines]
    day = local_day(record.at)
    post(record, receipt_entry(values, told, due_agency_id=dossier.competent_agency_id, day=day))
    about = Subject("receipt", row["id"], 1)
    fact = issued(values, dossier.code, lines)
    record.append(fact, about=about, stream=agency_stream(agency_id))
    return int(row["id"])


def is_after(order: PaymentOrder, came_at: datetime, *, by_day: bool) -> bool:
    """Whether money came when the order's time was over. A statement may know the day only."""
    if by_day:
        return local_day(came_at) > local_day(order.expires_at)
    return came_at > order.expires_at
