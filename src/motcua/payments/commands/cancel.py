"""Make a receipt void before its till is closed; the number stays in the book."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post_reversal
from motcua.books.vocabulary import Source
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.payments.commands.card_slips import free_slip
from motcua.payments.commands.tills import TillAlreadyClosed
from motcua.payments.events import ReceiptCancelled
from motcua.payments.models import Receipt
from motcua.payments.policies import can_cancel, drawer_of, visible_receipts
from motcua.payments.rules.booking import CANCELLED, ISSUED
from motcua.payments.rules.paying.refusals import ReceiptWithoutTill
from motcua.payments.vocabulary import ReceiptState

REASON_MAX = 300


class AlreadyCancelled(Refusal):
    """The receipt is void already."""

    code = "receipt-already-cancelled"


class CancelReasonFaulty(Refusal):
    """A receipt is canceled for a reason, told in at most `length_max` letters."""

    code = "cancel-reason-faulty"


def cancel_receipt(*, actor: Actor, at: datetime, receipt_id: int, reason: str) -> None:
    """The money goes back to the payer, the amount is owed again, the number is not given anew.

    Refusals: NotPermitted, NotFound, ReceiptWithoutTill, CancelReasonFaulty, AlreadyCancelled, TillAlreadyClosed.
    """
    may(actor, Permission.TILL_VIEW).demand()
    told = " ".join(reason.split())
    receipts = Receipt.objects.filter(visible_receipts(actor), pk=receipt_id)
    receipt = receipts.select_related("till").first()
    if receipt is None:
        raise NotFound(kind="receipt")
    if receipt.till is None:
        raise ReceiptWithoutTill
    can_cancel(actor, receipt.till).demand()
    if not told or len(told) > REASON_MAX:
        raise CancelReasonFaulty(field="reason", length_max=REASON_MAX)
    with recording(actor, at) as record:
        record.lock(agency_stream(receipt.agency_id))
        _write(record, receipts.select_related("till").get(), told)


def _write(record: Record, receipt: Receipt, reason: str) -> None:
    assert receipt.till is not None
    if receipt.till.closed_at is not None:
        raise TillAlreadyClosed(day=receipt.till.day.isoformat(), till_id=receipt.till.pk)
    if receipt.state == ReceiptState.CANCELLED:
        raise AlreadyCancelled
    receipt.state = ReceiptState.CANCELLED
    receipt.cancelled_at = record.at
    receipt.cancelled_by_id = drawer_of(record.actor)
    receipt.reason = reason
    receipt.save(update_fields=["state", "cancelled_at", "cancelled_by", "reason"])
    free_slip(receipt.pk)
    issued = Source("receipt", receipt.pk, ISSUED)
    post_reversal(record, issued, purpose=CANCELLED, day=local_day(record.at))
    record.append(
        ReceiptCancelled(
            book_symbol=receipt.book_symbol,
            number=receipt.number,
            total_vnd=receipt.total_vnd,
            cancelled_at=record.at,
            cancelled_by_id=receipt.cancelled_by_id,
            reason=reason,
        ),
        about=Subject("receipt", receipt.pk, 2),
        stream=agency_stream(receipt.agency_id),
    )
